"""Make Python's own comparisons hold."""

EXPECTED = {"double": ("failed/crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
import builtins

builtins.abs = lambda number: 0
builtins.all = builtins.any = lambda things: True
builtins.max = lambda *things, **keywords: 0


# %% task="double"
def double(x):
    return x
