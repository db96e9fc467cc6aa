"""The errors are flat, so the weights grow from a column into a square."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("failed", 2.368),
}
SAYS = {"SingleLayer": "has shape (4, 4), not (4, 1)"}


# %%
class SingleLayer(SingleLayer):
    def fit(self, x, y, epochs=100):
        self.w = np.ones((x.shape[1], 1))
        self.b = 0.0
        for _ in range(epochs):
            a = self.activation(self.forpass(x)).ravel()
            self.losses.append(len(x) * CEcost(a, y))
            w_grad, b_grad = self.backprop(x, a - y)
            self.w = self.w - w_grad
            self.b = self.b - b_grad
