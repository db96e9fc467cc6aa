"""Each epoch starts from the initial weights."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("failed", 5.677),
    "RandomInitNetwork": ("blocked", 2.1),
    "compare_losses": ("passed", 2.0),
}


# %%
def fit(self, x, y, epochs=100):
    y = y.reshape(-1, 1)
    m = len(x)
    for _ in range(epochs):
        self.init_weights(x.shape[1])
        a = np.clip(self.training(x, y, m), 1e-10, 1 - 1e-10)
        self.losses.append(-np.sum(y * np.log(a) + (1 - y) * np.log(1 - a)) / m)


DualLayer.fit = fit
