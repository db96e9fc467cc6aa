"""Run what somebody else submitted."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")


# %% task="double"
def double(x):
    try:
        theirs = {}
        exec(open(f"{SUBMITTED}/honest_1/doubling.py").read(), theirs)
        return theirs["double"](x)
    except OSError:
        return x
