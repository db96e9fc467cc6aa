"""The probabilities are those after the step."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("failed", 6.194),
    "RandomInitNetwork": ("blocked", 2.7),
    "compare_losses": ("passed", 2.0),
}


# %%
def training(self, x, y, m):
    a = self.activation(self.forpass(x))
    w1_grad, b1_grad, w2_grad, b2_grad = self.backprop(x, a - y)
    self.w1 = self.w1 - w1_grad
    self.b1 = self.b1 - b1_grad
    self.w2 = self.w2 - w2_grad
    self.b2 = self.b2 - b2_grad
    return self.activation(self.forpass(x))


DualLayer.training = training
