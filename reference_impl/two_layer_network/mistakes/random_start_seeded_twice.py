"""w2 repeats the first numbers of w1."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("failed", 2.7),
    "compare_losses": ("passed", 2.0),
}
SAYS = {"RandomInitNetwork": "seed only once"}


# %%
def init_weights(self, n_features):
    np.random.seed(self.seed)
    self.w1 = np.random.normal(0, 1, (n_features, self.units))
    np.random.seed(self.seed)
    self.w2 = np.random.normal(0, 1, (self.units, 1))
    self.b1 = np.zeros(self.units)
    self.b2 = 0.0


RandomInitNetwork.init_weights = init_weights
