# %%
"""Logistic regression with one neuron: rows are samples, labels are 0 and 1."""

import math

import numpy as np

# %% task="sigmoid"
def sigmoid(z):
    # exp(큰 수)는 넘치니까 부호에 따라 식을 나눠서 계산
    a = []
    for z_i in z.flatten().tolist():
        if z_i >= 0:
            a.append(1 / (1 + math.exp(-z_i)))
        else:
            a.append(math.exp(z_i) / (1 + math.exp(z_i)))
    return np.array(a).reshape(z.shape)


# %% task="CEcost"
def CEcost(a, y):
    total = 0
    for a_i, y_i in zip(a.flatten().tolist(), y.flatten()):
        # log(0)이 나오지 않게 자르기
        a_i = min(max(a_i, 1e-10), 1 - 1e-10)
        if y_i == 1:
            total -= math.log(a_i)
        else:
            total -= math.log(1 - a_i)
    return total / len(a)


# %% task="backprop"
def backprop(X, err):
    w_grad = np.zeros(X.shape[1])
    b_grad = 0
    for x_i, err_i in zip(X, err.flatten()):
        w_grad += x_i * err_i
        b_grad += err_i
    # err가 열 벡터면 w_grad도 열 벡터
    w_grad = w_grad.reshape((-1,) + err.shape[1:])
    return w_grad / len(X), b_grad / len(X)


# %% task="SingleLayer"
class SingleLayer:
    def __init__(self):
        self.w = None
        self.b = None
        self.losses = []

    def forpass(self, x):
        z = np.zeros((len(x), 1))
        for i in range(len(x)):
            z[i] = x[i] @ self.w + self.b
        return z

    def activation(self, z):
        return sigmoid(z)

    def backprop(self, x, err):
        return backprop(x, err)

    def fit(self, x, y, epochs=100):
        self.w = np.ones((x.shape[1], 1))
        self.b = 0
        y = y.reshape(len(y), 1)
        for epoch in range(epochs):
            a = self.activation(self.forpass(x))
            self.losses.append(CEcost(a, y) * len(y))
            w_grad, b_grad = self.backprop(x, a - y)
            self.w = self.w - w_grad
            self.b = self.b - b_grad

    def predict(self, x):
        return self.forpass(x) > 0

    def score(self, x, y):
        correct = 0
        predicted = self.predict(x)
        for i in range(len(y)):
            if predicted[i, 0] == y[i]:
                correct += 1
        return correct / len(y)


# %% task="derivative_chain"
def derivative_chain(X, y, w, b):
    m, n = X.shape
    dJ_da = np.zeros((m, 1))
    da_dz = np.zeros((m, 1))
    dJ_dw = np.zeros((n, 1))
    a = sigmoid(X @ w + b)
    for i in range(m):
        if y[i] == 1:
            dJ_da[i] = -1 / a[i] / m
        else:
            dJ_da[i] = 1 / (1 - a[i]) / m
        da_dz[i] = a[i] * (1 - a[i])
        for j in range(n):
            dJ_dw[j] += dJ_da[i] * da_dz[i] * X[i, j]
    return dJ_da, da_dz, X.copy(), dJ_dw


# %% task="LogisticNeuron"
class LogisticNeuron:
    def __init__(self):
        self.w = None
        self.b = None

    def forpass(self, x):
        return x @ self.w + self.b

    def activation(self, z):
        # 점수 하나도 배열로 바꿔서 sigmoid에 넣기
        return sigmoid(np.asarray(z))

    def backprop(self, x, err):
        return err * x, err

    def fit(self, x, y, epochs=100):
        self.w = np.ones(x.shape[1])
        self.b = 0
        for epoch in range(epochs):
            for i in range(len(x)):
                err = self.activation(self.forpass(x[i])) - y[i]
                w_grad, b_grad = self.backprop(x[i], err)
                self.w = self.w - w_grad
                self.b = self.b - b_grad

    def predict(self, x):
        answers = []
        for x_i in x:
            answers.append(self.forpass(x_i) > 0)
        return np.array(answers)


# %% task="l1_cost"
def l1_cost(X, y, w, b, lam):
    penalty = 0
    for w_j in w.flatten():
        penalty += abs(w_j)
    return CEcost(sigmoid(X @ w + b), y) + lam * penalty


# %% task="l1_grad"
def l1_grad(X, y, w, b, lam):
    w_grad, b_grad = backprop(X, sigmoid(X @ w + b) - y.reshape(-1, 1))
    for j in range(len(w)):
        if w[j] > 0:
            w_grad[j] += lam
        elif w[j] < 0:
            w_grad[j] -= lam
    return w_grad, b_grad


# %% task="l2_cost"
def l2_cost(X, y, w, b, lam):
    penalty = 0
    for w_j in w.flatten():
        penalty += w_j * w_j
    return CEcost(sigmoid(X @ w + b), y) + lam * penalty


# %% task="l2_grad"
def l2_grad(X, y, w, b, lam):
    w_grad, b_grad = backprop(X, sigmoid(X @ w + b) - y.reshape(-1, 1))
    for j in range(len(w)):
        w_grad[j] += 2 * lam * w[j]
    return w_grad, b_grad
