"""Claim that another task is not written yet."""

EXPECTED = {"double": ("blocked", 0.0), "Growth": ("passed", 3.0)}


# %% task="double"
def double(x):
    raise NotImplementedError("Growth.step: not written yet")
