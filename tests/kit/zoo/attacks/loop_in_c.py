"""Never leave a loop in C that holds the interpreter's lock."""

EXPECTED = {"double": ("timed out", 0.0), "Growth": ("timed out", 0.0)}

# %%
number = 7 ** (10**9)
