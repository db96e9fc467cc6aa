"""The step goes the wrong way."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("failed", 4.387),
    "RandomInitNetwork": ("blocked", 1.8),
    "compare_losses": ("passed", 2.0),
}


# %%
def training(self, x, y, m):
    a = self.activation(self.forpass(x))
    w1_grad, b1_grad, w2_grad, b2_grad = self.backprop(x, y - a)
    self.w1 = self.w1 - w1_grad
    self.b1 = self.b1 - b1_grad
    self.w2 = self.w2 - w2_grad
    self.b2 = self.b2 - b2_grad
    return a


DualLayer.training = training
