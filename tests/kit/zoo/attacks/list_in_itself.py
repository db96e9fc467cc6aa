"""Return a list that holds itself."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "`double` returned a list that is nested too deeply or contains itself."


# %% task="double"
def double(x):
    endless = []
    endless.append(endless)
    return endless
