# %%
"""Logistic regression with one neuron: rows are samples, labels are 0 and 1."""

import numpy as np

# %% task="sigmoid"
def sigmoid(z):
    z = np.clip(z, -100, 100)
    a = 1 / (1 + np.exp(-z))
    return a


# %% task="CEcost"
def CEcost(a, y):
    a = np.clip(a, 1e-10, 1 - 1e-10)
    loss = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    return np.mean(loss)


# %% task="backprop"
def backprop(X, err):
    # 입력과 오차의 곱을 모두 더한다
    w_grad = np.dot(X.T, err)
    b_grad = np.sum(err)
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
        y = y.reshape(-1, 1)  # 열 벡터로
        m = len(x)
        self.w = np.ones((x.shape[1], 1))
        self.b = 0
        for i in range(epochs):
            z = self.forpass(x)
            a = self.activation(z)
            self.losses.append(m * CEcost(a, y))
            w_grad, b_grad = self.backprop(x, a - y)
            self.w -= w_grad
            self.b -= b_grad

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
    return w_grad + lam * np.sign(w), b_grad


# %% task="l2_cost"
def l2_cost(X, y, w, b, lam):
    a = sigmoid(X @ w + b)
    return CEcost(a, y.reshape(-1, 1)) + lam * (w**2).sum()


# %% task="l2_grad"
def l2_grad(X, y, w, b, lam):
    a = sigmoid(X @ w + b)
    w_grad, b_grad = backprop(X, a - y.reshape(-1, 1))
    return w_grad + 2 * lam * w, b_grad
