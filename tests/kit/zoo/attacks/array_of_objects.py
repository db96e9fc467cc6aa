"""Return an array of objects that equal everything."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "`double` returned an array of dtype object; return an array of numbers."


# %%
class Equal:
    def __eq__(self, other):
        return True

    __hash__ = None


# %% task="double"
def double(x):
    return np.array([Equal() for _ in x], object)
