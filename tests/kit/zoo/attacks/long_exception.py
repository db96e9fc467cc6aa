"""Raise an exception with a text of 100 MB."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "`double` raised an exception: ValueError: zzz"


# %% task="double"
def double(x):
    raise ValueError("z" * 100_000_000)
