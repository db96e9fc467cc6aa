"""Print 50 MB in each call."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}


# %% task="double"
def double(x):
    for _ in range(50):
        print("y" * (1 << 20))
    return x + x
