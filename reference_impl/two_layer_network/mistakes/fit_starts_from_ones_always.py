"""fit sets the weights itself and never asks for the start of a subclass."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("failed", 1.8),
    "compare_losses": ("passed", 2.0),
}
SAYS = {"RandomInitNetwork": "fit must start from self.init_weights"}


# %%
def fit(self, x, y, epochs=100):
    y = y.reshape(-1, 1)
    m = len(x)
    DualLayer.init_weights(self, x.shape[1])
    for _ in range(epochs):
        a = np.clip(self.training(x, y, m), 1e-10, 1 - 1e-10)
        self.losses.append(-np.sum(y * np.log(a) + (1 - y) * np.log(1 - a)) / m)


DualLayer.fit = fit
