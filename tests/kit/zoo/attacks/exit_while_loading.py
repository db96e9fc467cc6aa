"""End the process with the status of success."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}
SAYS = "Your code ended the process while it was being loaded (exit status 0)."

# %%
import os

os._exit(0)
