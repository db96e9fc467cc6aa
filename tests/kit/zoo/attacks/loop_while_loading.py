"""Never finish loading."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}
SAYS = "This took too long while your code was being loaded, and was stopped."

# %%
while True:
    pass
