"""Right, as document 002 does it: scores are clipped below only, the loss is computed in fit."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}


# %% task="sigmoid"
def sigmoid(z):
    z = np.clip(z, -100, None)
    return 1 / (1 + np.exp(-z))


# %% task="SingleLayer"
class SingleLayer:
    def __init__(self):
        self.w = None
        self.b = None
        self.losses = []

    def forpass(self, x):
        return np.dot(x, self.w) + self.b

    def activation(self, z):
        return sigmoid(z)

    def backprop(self, x, err):
        m = len(x)
        return np.dot(x.T, err) / m, np.sum(err) / m

    def fit(self, x, y, epochs=100, random_state=None):
        y = y.reshape(-1, 1)
        self.w = np.ones((x.shape[1], 1))
        self.b = 0
        for i in range(epochs):
            a = self.activation(self.forpass(x))
            w_grad, b_grad = self.backprop(x, -(y - a))
            self.w -= w_grad
            self.b -= b_grad
            a = np.clip(a, 1e-10, 1 - 1e-10)
            self.losses.append(np.sum(-(y * np.log(a) + (1 - y) * np.log(1 - a))))

    def predict(self, x):
        return self.forpass(x) > 0

    def score(self, x, y):
        return np.mean(self.predict(x) == y.reshape(-1, 1))
