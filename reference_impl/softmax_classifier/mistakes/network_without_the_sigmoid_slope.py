"""The error passes the hidden layer without a1 * (1 - a1)."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("failed", 3.5),
}


# %%
class MultiClassNetwork(MultiClassNetwork):
    def backprop(self, x, err):
        m = len(x)
        w2_grad = np.dot(self.a1.T, err) / m
        b2_grad = np.sum(err, axis=0) / m
        err_to_hidden = np.dot(err, self.w2.T)
        w1_grad = np.dot(x.T, err_to_hidden) / m
        b1_grad = np.sum(err_to_hidden, axis=0) / m
        return w1_grad, b1_grad, w2_grad, b2_grad
