"""The weights are uniform between -1 and 1."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("failed", 2.1),
    "compare_losses": ("passed", 2.0),
}
SAYS = {"RandomInitNetwork": "`np.std(network.w1)` is not right."}


# %%
def init_weights(self, n_features):
    rng = np.random.RandomState(self.seed)
    self.w1 = rng.uniform(-1, 1, (n_features, self.units))
    self.w2 = rng.uniform(-1, 1, (self.units, 1))
    self.b1 = np.zeros(self.units)
    self.b2 = 0.0


RandomInitNetwork.init_weights = init_weights
