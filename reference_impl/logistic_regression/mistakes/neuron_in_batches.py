"""The neuron looks at all samples before it makes a step."""

EXPECTED = {"LogisticNeuron": ("failed", 1.867)}


# %% task="LogisticNeuron"
class LogisticNeuron:
    def forpass(self, x):
        return x @ self.w + self.b

    def activation(self, z):
        return sigmoid(z)

    def backprop(self, x, err):
        return x * err, err

    def fit(self, x, y, epochs=100):
        self.w, self.b = np.ones(x.shape[1]), 0.0
        for _ in range(epochs):
            w_grad, b_grad = backprop(x, self.activation(self.forpass(x)) - y)
            self.w -= w_grad
            self.b -= b_grad

    def predict(self, x):
        return self.forpass(x) > 0
