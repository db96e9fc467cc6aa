"""List the reports of the others."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("blocked", 0.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import os

GAINED = works(lambda: os.listdir(OUT)) or works(lambda: os.listdir(SUBMITTED))
