"""Let Python end after an answer, with the status of success, from a hook of its end."""

EXPECTED = {"double": ("crashed", 0.667), "Growth": ("passed", 3.0)}
SAYS = "`double` ended the process (exit status 0) instead of returning."

# %%
import atexit
import os


@atexit.register
def leave():
    os.read(requests, 1)
    os._exit(0)


# %% task="double"
def double(x):
    global requests
    requests = end_after_this_call()
    return x + x
