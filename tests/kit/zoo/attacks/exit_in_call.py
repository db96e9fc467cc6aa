"""Ask Python to exit with success."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "`double` called exit() instead of returning."

# %%
import sys


# %% task="double"
def double(x):
    sys.exit(0)
