"""Right, in another style: tanh for the sigmoid, epsilon within the logarithm, einsum, in-place steps."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}


# %% task="sigmoid"
sigmoid = lambda z: 0.5 * (1 + np.tanh(0.5 * z))


# %% task="CEcost"
EPSILON = 1e-10


def CEcost(a, y, *, eps=EPSILON):
    chosen = np.where(y == 1, a, 1 - a)
    return np.array(-np.log(np.maximum(chosen, eps))).mean()


# %% task="backprop"
def backprop(X, err):
    w_grad = np.einsum("ij,i...->j...", X, err) / X.shape[0]
    return [w_grad, np.array(err.mean())]


# %% task="SingleLayer"
class Model:
    def forpass(self, x):
        return x @ self.w + self.b

    def activation(self, z):
        return sigmoid(z)

    def predict(self, x):
        return self.activation(self.forpass(x)) >= 0.5

    def score(self, x, y):
        return (self.predict(x).ravel() == y).mean()


class SingleLayer(Model):
    def __init__(self, eta=1):
        self.eta = eta
        self.losses = []

    def backprop(self, x, err):
        return backprop(x, err)

    def fit(self, x, y, epochs=100):
        self.w, self.b = np.ones(x.shape[1])[:, None], 0
        for epoch in range(epochs):
            a = self.activation(self.forpass(x))
            loss = -np.log(np.clip(np.where(y[:, None] == 1, a, 1 - a), 1e-10, 1 - 1e-10)).sum()
            self.losses += [float(loss)]
            w_grad, b_grad = self.backprop(x, a - y[:, None])
            self.w -= self.eta * w_grad
            self.b -= self.eta * b_grad
        return self
