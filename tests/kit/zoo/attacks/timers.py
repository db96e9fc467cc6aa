"""Start as many timers as a user may have."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}

# %%
import ctypes

timer = ctypes.c_void_p()
create = ctypes.CDLL(None).timer_create
GAINED = all(create(1, None, ctypes.byref(timer)) == 0 for _ in range(1000))
