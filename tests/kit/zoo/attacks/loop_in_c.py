"""Never leave a loop in C that holds the interpreter's lock."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}

# %%
number = 7 ** (10**9)
