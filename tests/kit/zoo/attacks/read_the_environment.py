"""Look for what the judge was told by environment variables."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import os


def holds_secret(process):
    try:
        return b"ZOO_PASSWORD=" in open(f"/proc/{process}/environ", "rb").read()
    except OSError:
        return False


PROCESSES = (1, "self", VICTIM, os.getppid())
GAINED = "ZOO_PASSWORD" in os.environ or any(map(holds_secret, PROCESSES))
