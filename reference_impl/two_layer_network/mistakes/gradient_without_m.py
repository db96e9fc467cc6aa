"""The gradients of the hidden layer are sums, not means."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("failed", 3.613),
    "RandomInitNetwork": ("blocked", 1.8),
    "compare_losses": ("passed", 2.0),
}
SAYS = {"DualLayer": "do not divide by m"}


# %%
def backprop(self, x, err):
    m = len(x)
    w2_grad = np.dot(self.a1.T, err) / m
    b2_grad = np.sum(err) / m
    err_to_hidden = np.dot(err, self.w2.T) * self.a1 * (1 - self.a1)
    w1_grad = np.dot(x.T, err_to_hidden)
    b1_grad = np.sum(err_to_hidden, axis=0)
    return w1_grad, b1_grad, w2_grad, b2_grad


DualLayer.backprop = backprop
