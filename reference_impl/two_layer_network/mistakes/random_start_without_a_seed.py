"""The start is another one each time."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("failed", 2.4),
    "compare_losses": ("passed", 2.0),
}


# %%
def init_weights(self, n_features):
    rng = np.random.default_rng()
    self.w1 = rng.normal(0, 1, (n_features, self.units))
    self.w2 = rng.normal(0, 1, (self.units, 1))
    self.b1 = np.zeros(self.units)
    self.b2 = 0.0


RandomInitNetwork.init_weights = init_weights
