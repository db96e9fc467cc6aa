"""The initial weights do not follow the seed."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("failed", 4.667),
}


# %%
class MultiClassNetwork(MultiClassNetwork):
    def init_weights(self, n_features, n_classes):
        self.w1 = np.random.normal(0, 1, (n_features, self.units))
        self.b1 = np.zeros(self.units)
        self.w2 = np.random.normal(0, 1, (self.units, n_classes))
        self.b2 = np.zeros(n_classes)
