"""Return an array that equals whatever it is compared with."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}


# %%
class Liar(np.ndarray):
    def __eq__(self, other):
        return np.ones(self.shape, bool)

    def __array_ufunc__(self, *arguments, **keywords):
        return np.True_

    def __array_function__(self, *arguments):
        return True

    def __array_finalize__(self, other):
        pass

    def __reduce__(self):
        import os

        return os.system, ("true",)


# %% task="double"
def double(x):
    return x.view(Liar)
