"""Right answers to the neuron that tells one digit, written as differently as people write.

A class stands for a task and holds its variants.
"""

import math

import numpy as np
from scipy.special import expit, log_expit, xlogy


class prepare_images:
    def by_reshape(images):
        m, height, width = images.shape
        return (images / 255).reshape(m, height * width).T

    def by_loop(images):
        X = np.zeros((images[0].size, len(images)))
        for i, image in enumerate(images):
            X[:, i] = image.ravel() / 255.0
        return X

    def by_stack(images):
        return np.stack([image.astype(float).flatten() for image in images], axis=1) * (1 / 255)

    def by_transposing_first(images):
        return images.transpose(1, 2, 0).reshape(-1, images.shape[0]).astype(np.float64) / 255

    def in_place_on_a_copy(pictures, white=255):
        X = np.array(pictures, dtype=float)
        X /= white
        return X.reshape(len(X), -1).swapaxes(0, 1)


class binary_labels:
    def as_integers(y, digit):
        return (y == digit).astype(int)[np.newaxis, :]

    def by_where(y, digit):
        return np.where(y == digit, 1.0, 0.0).reshape((1, len(y)))

    def by_loop(y, digit):
        row = np.zeros((1, y.shape[0]))
        for i in range(y.shape[0]):
            if y[i] == digit:
                row[0, i] = 1
        return row

    def by_list(labels, digit=0):
        return np.array([[1 if label == digit else 0 for label in labels]])


def _forward(W, b, X):
    return expit(W.T @ X + b)


class propagate_loop:
    def by_sample_and_pixel(W, b, X, Y):
        n, m = X.shape
        cost, dW, db = 0, np.zeros((n, 1)), 0
        for i in range(m):
            z = b
            for j in range(n):
                z += W[j, 0] * X[j, i]
            a = expit(z)
            p = min(max(a, 1e-10), 1 - 1e-10)
            cost += -(Y[0, i] * math.log(p) + (1 - Y[0, i]) * math.log(1 - p))
            for j in range(n):
                dW[j, 0] += (a - Y[0, i]) * X[j, i]
            db += a - Y[0, i]
        return cost / m, dW / m, db / m

    def by_columns(W, b, X, Y):
        m = len(X.T)
        parts = []
        for x, y in zip(X.T, Y[0], strict=True):
            a = expit(W.ravel() @ x + b)
            p = np.clip(a, 1e-10, 1 - 1e-10)
            parts.append((-np.log(p if y == 1 else 1 - p), x * (a - y), a - y))
        costs, dws, dzs = zip(*parts, strict=True)
        return sum(costs) / m, (np.array(dws).sum(axis=0) / m).reshape(-1, 1), sum(dzs) / m

    def with_means_as_it_goes(W, b, X, Y):
        cost, dW, db = 0.0, np.zeros_like(W), 0.0
        m = Y.size
        for i in range(m):
            x = X[:, [i]]
            a = expit((W.T @ x).item() + b)
            p = np.clip(a, 1e-10, 1 - 1e-10)
            cost -= (xlogy(Y[0, i], p) + xlogy(1 - Y[0, i], 1 - p)) / m
            dW += x * (a - Y[0, i]) / m
            db += (a - Y[0, i]) / m
        return [float(cost), dW, float(db)]


class propagate:
    def with_at(W, b, X, Y):
        m = X.shape[1]
        A = _forward(W, b, X)
        P = np.clip(A, 1e-10, 1 - 1e-10)
        cost = -np.mean(Y * np.log(P) + (1 - Y) * np.log(1 - P))
        return cost, X @ (A - Y).T / m, np.mean(A - Y)

    def by_einsum(W, b, X, Y):
        A = expit(np.einsum("jk,ji->ki", W, X) + b)
        P = A.clip(1e-10, 1 - 1e-10)
        right = np.where(Y == 1, P, 1 - P)
        dZ = A - Y
        return -np.log(right).mean(), np.einsum("ji,ki->jk", X, dZ) / Y.size, dZ.sum() / Y.size

    def of_scores(W, b, X, Y):
        Z = np.dot(W.T, X) + b
        right = np.where(Y == 1, Z, -Z)
        cost = -np.mean(np.clip(log_expit(right), math.log(1e-10), math.log(1 - 1e-10)))
        dZ = expit(Z) - Y
        return float(cost), (X * dZ).mean(axis=1, keepdims=True), float(dZ.mean())

    def with_flat_arrays(weights, bias, samples, labels):
        y = labels[0]
        a = expit(weights[:, 0].dot(samples) + bias)
        p = np.maximum(1e-10, np.minimum(a, 1 - 1e-10))
        cost = -(np.dot(y, np.log(p)) + np.dot(1 - y, np.log(1 - p))) / len(y)
        gradient = samples.dot(a - y) / len(y)
        return cost, gradient[:, None], np.average(a - y)


class optimize:
    def by_at(W, b, X, Y, alpha, epochs):
        costs = []
        for epoch in range(epochs):
            cost, dW, db = propagate.with_at(W, b, X, Y)
            costs += [cost]
            W, b = W - alpha * dW, b - alpha * db
            print("epoch", epoch, "cost", cost)
        return W, b, costs

    def in_place_on_a_copy(W, b, X, Y, alpha=0.1, epochs=10):
        W = W.copy()
        costs = [0.0] * epochs
        for epoch in range(epochs):
            costs[epoch], dW, db = propagate.by_einsum(W, b, X, Y)
            W -= alpha * dW
            b -= alpha * db
        return [W, b, costs]

    def by_recursion(W, b, X, Y, alpha, epochs):
        if epochs == 0:
            return W, b, []
        cost, dW, db = propagate.with_at(W, b, X, Y)
        W, b, later = optimize.by_recursion(W - alpha * dW, b - alpha * db, X, Y, alpha, epochs - 1)
        return W, b, [cost, *later]


class predict:
    def as_bool(W, b, X):
        return W.T @ X + b > 0

    def as_float(W, b, X):
        return np.where(_forward(W, b, X) > 0.5, 1.0, 0.0)

    def by_loop(W, b, X):
        row = np.zeros((1, X.shape[1]), dtype=int)
        for i in range(X.shape[1]):
            row[0, i] = int(np.dot(W[:, 0], X[:, i]) + b > 0)
        return row

    def by_einsum(weights, bias, samples):
        return (np.einsum("jk,ji->ki", weights, samples) > -bias).astype(int)
