"""Right: integer one-hot rows, logarithms of sums, numpy's old generator."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("passed", 7.0),
}


# %% task="softmax"
def softmax(z):
    z = (z.T - z.max(axis=1)).T
    return np.exp(z - np.log(np.exp(z).sum(axis=1))[:, np.newaxis])


# %% task="one_hot_encoding"
def one_hot_encoding(y, n_y):
    return (y[:, None] == np.arange(n_y)).astype(int)


# %% task="CEcost"
def CEcost(A, Y):
    right = A[np.arange(len(Y)), Y.argmax(axis=1)]
    return float(np.mean(-np.log(np.maximum(right, 1e-10))))


# %%
class MultiClassNetwork(MultiClassNetwork):
    def init_weights(self, n_features, n_classes):
        np.random.seed(self.seed)
        self.w1 = np.random.randn(n_features, self.units)
        self.w2 = np.random.randn(self.units, n_classes)
        self.b1, self.b2 = np.zeros(self.units), np.zeros(n_classes)

    def sigmoid(self, z):
        return 0.5 * (1 + np.tanh(z / 2))

    def backprop(self, x, err):
        err = err / len(x)
        hidden = err @ self.w2.T * (self.a1 - self.a1**2)
        return [x.T @ hidden, hidden.sum(0), self.a1.T @ err, err.sum(0)]

    def fit(self, x, y, epochs=100):
        self.init_weights(x.shape[1], y.shape[1])
        self.losses = []
        while len(self.losses) < epochs:
            a = softmax(self.forpass(x))
            self.losses.append(CEcost(a, y))
            steps = self.backprop(x, a - y)
            for name, step in zip(["w1", "b1", "w2", "b2"], steps):
                setattr(self, name, getattr(self, name) - step)
        return self

    def score(self, x, y):
        right = 0
        for guess, row in zip(self.predict(x), y):
            right += int(row[guess] == 1)
        return right / len(y)
