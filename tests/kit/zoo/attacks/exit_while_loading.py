"""End the process with the status of success."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("crashed", 0.0)}
SAYS = "Your code ended the process while it was being loaded (exit status 0)."

# %%
import os

os._exit(0)
