"""The weights are drawn again in each epoch: nothing is learned."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("failed", 4.667),
}


# %%
class MultiClassNetwork(MultiClassNetwork):
    def fit(self, x, y, epochs=100):
        for _ in range(epochs):
            self.init_weights(x.shape[1], y.shape[1])
            a = softmax(self.forpass(x))
            self.losses.append(CEcost(a, y))
            w1_grad, b1_grad, w2_grad, b2_grad = self.backprop(x, a - y)
            self.w1 -= w1_grad
            self.b1 -= b1_grad
            self.w2 -= w2_grad
            self.b2 -= b2_grad
