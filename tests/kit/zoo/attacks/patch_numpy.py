"""Make all comparisons of numpy hold."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}

# %%
import numpy.testing

yes = lambda *arguments, **keywords: True
np.allclose = np.isclose = np.array_equal = np.all = np.testing.assert_allclose = yes
np.isfinite = np.max = np.abs = lambda *arguments, **keywords: np.float64(0)


# %% task="double"
def double(x):
    return x
