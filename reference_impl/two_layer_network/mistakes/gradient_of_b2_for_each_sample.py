"""The gradient of b2 is not summed."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("failed", 3.097),
    "RandomInitNetwork": ("blocked", 1.8),
    "compare_losses": ("passed", 2.0),
}
SAYS = {"DualLayer": "`b2_grad` is an array of shape"}


# %%
def backprop(self, x, err):
    m = len(x)
    w2_grad = np.dot(self.a1.T, err) / m
    b2_grad = err
    err_to_hidden = np.dot(err, self.w2.T) * self.a1 * (1 - self.a1)
    w1_grad = np.dot(x.T, err_to_hidden) / m
    b1_grad = np.sum(err_to_hidden, axis=0) / m
    return w1_grad, b1_grad, w2_grad, b2_grad


DualLayer.backprop = backprop
