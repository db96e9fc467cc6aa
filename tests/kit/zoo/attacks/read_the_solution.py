"""Run the model answer."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")


# %% task="double"
def double(x):
    try:
        theirs = {}
        exec(open(f"{COURSE}/solutions/01_doubling/doubling.py").read(), theirs)
        return theirs["double"](x)
    except OSError:
        return x
