"""Only the output layer's gradients are divided by m, as document 000 has it."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("failed", 3.5),
}
SAYS = {"MultiClassNetwork": "you sum over the 11 samples, but do not divide by m"}


# %%
class MultiClassNetwork(MultiClassNetwork):
    def backprop(self, x, err):
        m = len(x)
        w2_grad = np.dot(self.a1.T, err) / m
        b2_grad = np.sum(err, axis=0) / m
        err_to_hidden = np.dot(err, self.w2.T) * self.a1 * (1 - self.a1)
        w1_grad = np.dot(x.T, err_to_hidden)
        b1_grad = np.sum(err_to_hidden, axis=0)
        return w1_grad, b1_grad, w2_grad, b2_grad
