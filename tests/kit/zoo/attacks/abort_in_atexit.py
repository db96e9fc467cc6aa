"""Let Python end after an answer, and abort in a hook of its end."""

EXPECTED = {"double": ("crashed", 0.667), "Growth": ("passed", 3.0)}
SAYS = "`double` crashed the process (SIG"

# %%
import atexit
import os


@atexit.register
def leave():
    os.read(requests, 1)
    os.abort()


# %% task="double"
def double(x):
    global requests
    requests = end_after_this_call()
    return x + x
