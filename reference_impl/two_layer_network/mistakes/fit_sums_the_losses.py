"""The losses are sums."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("failed", 6.71),
    "RandomInitNetwork": ("blocked", 2.1),
    "compare_losses": ("passed", 2.0),
}
SAYS = {"DualLayer": "you sum over the 9 samples"}


# %%
def fit(self, x, y, epochs=100):
    y = y.reshape(-1, 1)
    m = len(x)
    self.init_weights(x.shape[1])
    for _ in range(epochs):
        a = np.clip(self.training(x, y, m), 1e-10, 1 - 1e-10)
        self.losses.append(-np.sum(y * np.log(a) + (1 - y) * np.log(1 - a)))


DualLayer.fit = fit
