"""Sleep for an hour."""

EXPECTED = {"double": ("timed out", 0.0), "Growth": ("timed out", 0.0)}

# %%
import time

time.sleep(3600)
