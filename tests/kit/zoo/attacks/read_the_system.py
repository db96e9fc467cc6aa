"""Read who else uses this machine."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import os

GAINED = (
    works(lambda: open("/etc/passwd").read())
    or works(lambda: os.listdir("/home"))
    or works(lambda: os.listdir("/proc"))
)
