"""Write to the standard output without end."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}
SAYS = "being loaded"

# %%
import os

while True:
    os.write(1, b"x" * (1 << 20))
