"""Never finish loading."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}
SAYS = "was stopped."

# %%
while True:
    pass
