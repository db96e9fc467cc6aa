"""Pretend that the instructor pressed Ctrl-C."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "`double` raised an exception: KeyboardInterrupt"


# %% task="double"
def double(x):
    raise KeyboardInterrupt
