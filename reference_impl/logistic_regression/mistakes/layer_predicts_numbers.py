"""predict gives 0 and 1 as integers, not False and True."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("failed", 3.684),
}
SAYS = {"SingleLayer": "dtype int64, not bool"}


# %%
class SingleLayer(SingleLayer):
    def predict(self, x):
        return np.where(self.forpass(x) > 0, 1, 0)
