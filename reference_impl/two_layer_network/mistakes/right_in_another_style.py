"""Right, with loops over the curves, and one of numpy's newer generators."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("passed", 3.0),
    "compare_losses": ("passed", 2.0),
}


# %% task="compare_losses"
def compare_losses(ones, random, goal):
    ones_epoch = random_epoch = lead = -1
    for epoch in reversed(range(len(ones))):
        if ones[epoch] <= goal:
            ones_epoch = epoch
        if random[epoch] <= goal:
            random_epoch = epoch
    epoch = len(ones)
    while epoch > 0 and random[epoch - 1] < ones[epoch - 1]:
        epoch = lead = epoch - 1
    return [ones_epoch, random_epoch, lead]


# %%
def init_weights(self, n_features):
    rng = np.random.default_rng(self.seed)
    self.w1 = rng.standard_normal((n_features, self.units))
    self.w2 = rng.standard_normal((self.units, 1))
    self.b1 = self.w1[0] * 0
    self.b2 = 0.0


RandomInitNetwork.init_weights = init_weights
