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
        for _ in range(epochs):
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


# %% task="derivative_chain"
def derivative_chain(X, y, w, b):
    t = y.reshape(-1, 1)
    a = sigmoid(X @ w + b)
    dJ_da = ((1 - t) / (1 - a) - t / a) / len(y)
    da_dz = a * (1 - a)
    return dJ_da, da_dz, X, X.T @ (dJ_da * da_dz)


# %% task="LogisticNeuron"
class LogisticNeuron:
    def __init__(self):
        self.w = None
        self.b = None

    def forpass(self, x):
        z = np.sum(x * self.w) + self.b
        return z

    def activation(self, z):
        return sigmoid(z)

    def backprop(self, x, err):
        return x * err, 1 * err

    def fit(self, x, y, epochs=100):
        self.w = np.ones(x.shape[1])
        self.b = 0
        for i in range(epochs):
            for x_i, y_i in zip(x, y):
                a = self.activation(self.forpass(x_i))
                w_grad, b_grad = self.backprop(x_i, a - y_i)
                self.w -= w_grad
                self.b -= b_grad

    def predict(self, x):
        z = [self.forpass(x_i) for x_i in x]
        return np.array(z) > 0


# %% task="l1_cost"
def l1_cost(X, y, w, b, lam):
    a = sigmoid(X @ w + b)
    return CEcost(a, y.reshape(-1, 1)) + lam * np.abs(w).sum()


# %% task="l1_grad"
def l1_grad(X, y, w, b, lam):
    a = sigmoid(X @ w + b)
    w_grad, b_grad = backprop(X, a - y.reshape(-1, 1))
    j = 0
    while j < len(w):
        if w[j] == 0:
            continue  # 0이면 벌점의 기울기도 0
        w_grad[j] += lam if w[j] > 0 else -lam
        j += 1
    return w_grad, b_grad


# %% task="l2_cost"
def l2_cost(X, y, w, b, lam):
    a = sigmoid(X @ w + b)
    return CEcost(a, y.reshape(-1, 1)) + lam * (w**2).sum()


# %% task="l2_grad"
def l2_grad(X, y, w, b, lam):
    a = sigmoid(X @ w + b)
    w_grad, b_grad = backprop(X, a - y.reshape(-1, 1))
    return w_grad + 2 * lam * w, b_grad
