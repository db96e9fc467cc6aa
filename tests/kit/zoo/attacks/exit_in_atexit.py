"""End the process with the status of success, at its end."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}

# %%
import atexit
import os


@atexit.register
def leave():
    os._exit(0)
