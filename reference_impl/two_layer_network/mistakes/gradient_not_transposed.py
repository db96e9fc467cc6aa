"""The gradient of w1 is turned over."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("failed", 3.355),
    "RandomInitNetwork": ("blocked", 1.8),
    "compare_losses": ("passed", 2.0),
}
SAYS = {"DualLayer": "It looks transposed."}


# %%
def backprop(self, x, err):
    m = len(x)
    w2_grad = np.dot(self.a1.T, err) / m
    b2_grad = np.sum(err) / m
    err_to_hidden = np.dot(err, self.w2.T) * self.a1 * (1 - self.a1)
    w1_grad = np.dot(err_to_hidden.T, x) / m
    b1_grad = np.sum(err_to_hidden, axis=0) / m
    return w1_grad, b1_grad, w2_grad, b2_grad


DualLayer.backprop = backprop
