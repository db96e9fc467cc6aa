"""Read the secret that the random inputs come from."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
GAINED = works(lambda: open(f"{COURSE}/.autograder-secret").read())
