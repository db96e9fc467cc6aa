"""End the process with the status of success when an object is destroyed."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "`double` ended the process (exit status 0) instead of returning."

# %%
import os


class Fatal:
    def __del__(self):
        os._exit(0)


# %% task="double"
def double(x):
    Fatal()
    return x + x
