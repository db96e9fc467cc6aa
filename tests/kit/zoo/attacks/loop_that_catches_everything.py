"""Never finish loading, and catch what is raised to end it."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}

# %%
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
