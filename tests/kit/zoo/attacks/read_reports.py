"""List the reports of the others."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import os

GAINED = works(lambda: os.listdir(OUT)) or works(lambda: os.listdir(SUBMITTED))
