"""The loop waits for a number of losses that a second training has passed already."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("timed out", 4.737),
}
SAYS = {"SingleLayer": "took longer than"}


# %%
class SingleLayer(SingleLayer):
    def fit(self, x, y, epochs=100):
        y = y.reshape(-1, 1)
        self.w = np.ones((x.shape[1], 1))
        self.b = 0.0
        while len(self.losses) != epochs:
            a = self.activation(self.forpass(x))
            self.losses.append(len(x) * CEcost(a, y))
            w_grad, b_grad = self.backprop(x, a - y)
            self.w = self.w - w_grad
            self.b = self.b - b_grad
