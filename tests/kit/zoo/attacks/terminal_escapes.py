"""Clear the instructor's terminal and write another grade there."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "owned"


# %% task="double"
def double(x):
    raise ValueError("\x1b[2J\x1b]0;owned\x07\x1b[31m5 of 5 points\x08\x08\r\u202e\u2066\x9b2J")
