"""Take the place of modules that are imported later."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}

# %%
import sys
from unittest.mock import MagicMock

for name in ("pytest", "autograder", "autograder.expect", "reference_impl", "scipy"):
    sys.modules[name] = MagicMock()
sys.meta_path.insert(0, MagicMock())


# %% task="double"
def double(x):
    return x
