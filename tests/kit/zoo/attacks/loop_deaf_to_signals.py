"""Block every signal, cut the tie to the judge and never return."""

EXPECTED = {"double": ("timed out", 0.0), "Growth": ("passed", 3.0)}
SAYS = "took longer than 1 s and was stopped."

# %%
import ctypes
import signal


# %% task="double"
def double(x):
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
