"""Announce an answer of a terabyte."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
import struct

FORGED = lambda request: struct.pack("<4sIQ", b"nn01", 2, 1 << 40) + b"{}"
