"""The loop begins at 1, so there is an epoch too few."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("failed", 2.105),
}
SAYS = {"SingleLayer": "must return 1 result ("}


# %%
class SingleLayer(SingleLayer):
    def fit(self, x, y, epochs=100):
        y = y.reshape(-1, 1)
        self.w = np.ones((x.shape[1], 1))
        self.b = 0.0
        for _ in range(1, epochs):
            a = self.activation(self.forpass(x))
            self.losses.append(len(x) * CEcost(a, y))
            w_grad, b_grad = self.backprop(x, a - y)
            self.w = self.w - w_grad
            self.b = self.b - b_grad
