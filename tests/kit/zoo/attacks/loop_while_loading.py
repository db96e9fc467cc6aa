"""Never finish loading."""

EXPECTED = {"double": ("timed out", 0.0), "Growth": ("timed out", 0.0)}
SAYS = "Loading your code took longer than 1 s and was stopped."

# %%
while True:
    pass
