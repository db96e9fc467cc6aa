"""Open as many files as can be opened."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}

# %%
hoard = []
try:
    while len(hoard) < 10_000:
        hoard.append(open("/dev/null"))
except OSError:
    pass
