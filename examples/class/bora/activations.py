# %%
"""Activation functions, their derivatives, a decision, an estimate, and a quiz."""

import math

import numpy as np

# %% task="quiz"
def quiz():
    return {
        "size_1": "b", "line_1": "a", "cost_1": 1.61,
        "size_2": "a", "line_2": "a", "cost_2": 0.22,
        "size_3": "b", "line_3": "b", "cost_3": 2.30,
        "crossing": 0.5, "cost_at_crossing": 0.69,
        "limit": "b",
    }


# %% task="step"
def step(x):
    out = np.zeros(x.shape)
    for i, v in enumerate(x.flat):
        out.flat[i] = 1 if v >= 0 else 0
    return out


# %% task="sigmoid"
def sigmoid(x):
    out = np.zeros(x.shape)
    for i, v in enumerate(x.flat):
        # exp(큰 수)는 넘치니까 부호에 따라 식을 나눠서 계산
        if v >= 0:
            out.flat[i] = 1 / (1 + math.exp(-v))
        else:
            out.flat[i] = math.exp(v) / (1 + math.exp(v))
    return out


# %% task="sigmoid_prime"
def sigmoid_prime(x):
    s = sigmoid(x)
    return s * (1 - s)


# %% task="tanh"
def tanh(x):
    return 2 * sigmoid(2 * x) - 1


# %% task="tanh_prime"
def tanh_prime(x):
    return 1 - tanh(x) ** 2


# %% task="relu"
def relu(x):
    out = np.zeros(x.shape)
    for i, v in enumerate(x.flat):
        out.flat[i] = max(v, 0)
    return out


# %% task="relu_prime"
def relu_prime(x):
    out = np.zeros(x.shape)
    for i, v in enumerate(x.flat):
        out.flat[i] = 1 if v > 0 else 0
    return out


# %% task="decision"
def decision(X, W, squared=False):
    answers = []
    for x in X:
        z = W[0]
        for j in range(len(x)):
            z += W[j + 1] * (x[j] ** 2 if squared else x[j])
        answers.append(1 if z >= 0 else 0)
    return np.array(answers)


# %% task="bernoulli_mle"
def bernoulli_mle(heads, tosses):
    return heads / tosses
