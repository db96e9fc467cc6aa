"""Right, with what the lecture does: whole numbers for b2, steps in place, the global seed."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("passed", 3.0),
    "compare_losses": ("passed", 2.0),
}


# %%
def init_ones(self, n_features):
    self.w1 = np.ones((n_features, self.units))
    self.b1 = np.zeros(self.units)
    self.w2 = np.ones((self.units, 1))
    self.b2 = 0


def init_random(self, n_features):
    np.random.seed(self.seed)
    self.w1 = np.random.normal(0, 1, (n_features, self.units))
    self.b1 = np.zeros(self.units)
    self.w2 = np.random.normal(0, 1, (self.units, 1))
    self.b2 = 0


def training(self, x, y, m):
    z = self.forpass(x)
    a = self.activation(z)
    w1_grad, b1_grad, w2_grad, b2_grad = self.backprop(x, -(y - a))
    self.w1 -= w1_grad
    self.b1 -= b1_grad
    self.w2 -= w2_grad
    self.b2 -= b2_grad
    return a


DualLayer.init_weights = init_ones
DualLayer.training = training
RandomInitNetwork.init_weights = init_random
