"""Read the hidden checks."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
GAINED = works(lambda: open(f"{COURSE}/tests/grading/01_doubling/test_doubling.py").read())
