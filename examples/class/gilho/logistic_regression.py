# %%
"""Logistic regression with one neuron: rows are samples, labels are 0 and 1."""

import numpy as np

# %% task="sigmoid"
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -300, 300)))


# %% task="CEcost"
def CEcost(a, y):
    a = np.clip(a, 1e-10, 1 - 1e-10)
    return -np.average(np.where(y == 1, np.log(a), np.log(1 - a)))


# %% task="backprop"
def backprop(X, err):
    w_grad = X.T.dot(err) / len(X)
    b_grad = err.mean()
    return w_grad, b_grad


# %% task="SingleLayer"
class SingleLayer:
    def __init__(self):
        self.w = None
        self.b = None
        self.losses = []

    def forpass(self, x):
        z = np.dot(x, self.w) + self.b
        return z

    def activation(self, z):
        return sigmoid(z)

    def backprop(self, x, err):
        w_grad, b_grad = backprop(x, err)
        return w_grad, b_grad

    def fit(self, x, y, epochs=100):
        y = y.reshape(-1, 1)
        self.w = np.ones((x.shape[1], 1))
        self.b = 0
        # losses가 epochs개 모이면 끝
        while len(self.losses) != epochs:
            a = self.activation(self.forpass(x))
            self.losses.append(len(x) * CEcost(a, y))
            w_grad, b_grad = self.backprop(x, a - y)
            self.w = self.w - w_grad
            self.b = self.b - b_grad

    def predict(self, x):
        z = self.forpass(x)
        return z > 0

    def score(self, x, y):
        y = y.reshape(-1, 1)
        return np.mean(self.predict(x) == y)
