"""Sleep for an hour."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}

# %%
import time

time.sleep(3600)
