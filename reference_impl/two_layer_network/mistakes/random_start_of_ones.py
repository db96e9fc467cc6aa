"""The start is not random."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("failed", 0.3),
    "compare_losses": ("passed", 2.0),
}


# %%
def init_weights(self, n_features):
    self.w1 = np.ones((n_features, self.units))
    self.w2 = np.ones((self.units, 1))
    self.b1 = np.zeros(self.units)
    self.b2 = 0.0


RandomInitNetwork.init_weights = init_weights
