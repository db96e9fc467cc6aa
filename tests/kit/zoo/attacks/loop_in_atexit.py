"""Let Python end after an answer, and loop forever in a hook of its end."""

EXPECTED = {"double": ("timed out", 0.667), "Growth": ("passed", 3.0)}
SAYS = "`double` took longer than 1 s and was stopped."

# %%
import atexit


@atexit.register
def stay():
    while True:
        pass


# %% task="double"
def double(x):
    end_after_this_call()
    return x + x
