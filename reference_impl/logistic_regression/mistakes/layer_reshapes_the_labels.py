"""The labels are turned into a column in place, also for the caller."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("failed", 4.737),
}
SAYS = {"SingleLayer": "changes argument 2"}


# %%
class SingleLayer(SingleLayer):
    def fit(self, x, y, epochs=100):
        y.shape = (-1, 1)
        self.w = np.ones((x.shape[1], 1))
        self.b = 0.0
        for _ in range(epochs):
            a = self.activation(self.forpass(x))
            self.losses.append(len(x) * CEcost(a, y))
            w_grad, b_grad = self.backprop(x, a - y)
            self.w = self.w - w_grad
            self.b = self.b - b_grad
