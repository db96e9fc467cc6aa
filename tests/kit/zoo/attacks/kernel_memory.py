"""Take memory of the kernel, which no limit counts, by one setting or by many rules."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import ctypes

libc = ctypes.CDLL(None)
PR_FUTEX_HASH, SET_SLOTS, LANDLOCK_CREATE_RULESET = 78, 1, 444
slots = (ctypes.c_ulong(number) for number in (SET_SLOTS, 1 << 20, 0, 0))
rights = ctypes.c_uint64(1)
GAINED = (
    libc.prctl(PR_FUTEX_HASH, *slots) == 0
    or libc.syscall(LANDLOCK_CREATE_RULESET, ctypes.byref(rights), ctypes.c_size_t(8), 0) >= 0
)
