"""Take memory until there is none."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}
SAYS = "MemoryError"

# %%
hoard = []
while True:
    hoard.append(bytes(1 << 24))
