"""Return an object that says it is an array."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}


# %%
class Pretender:
    __class__ = np.ndarray


# %% task="double"
def double(x):
    return Pretender()
