"""Right answers to softmax, labels and cost, written as differently as people write.

A class stands for a task and holds its variants.
"""

import math

import numpy as np
from scipy.special import log_softmax, logsumexp
from scipy.special import softmax as scipy_softmax


class softmax:
    def by_scipy(z):
        return scipy_softmax(z, axis=1)

    def by_log_sum_exp(z):
        return np.exp(z - logsumexp(z, axis=1, keepdims=True))

    def by_reshape(z):
        m = len(z)
        shifted = np.exp(z - z.max(axis=1).reshape(m, 1))
        return shifted / shifted.sum(axis=1).reshape(m, 1)

    def by_transposing(z):
        e = np.exp(z.T - z.T.max(axis=0))
        return (e / e.sum(axis=0)).T

    def row_by_row(z):
        rows = []
        for row in z:
            e = np.exp(row - max(row))
            rows.append(e / sum(e))
        return np.array(rows)

    def in_place_on_a_copy(z):
        a = z.copy()
        a -= a.max(axis=-1)[:, None]
        np.exp(a, out=a)
        a /= a.sum(axis=-1)[:, None]
        return a

    def entry_by_entry(scores, base=math.e):
        out = np.zeros_like(scores)
        for i in range(scores.shape[0]):
            top = scores[i].max()
            total = sum(base ** (s - top) for s in scores[i])
            for k in range(scores.shape[1]):
                out[i, k] = base ** (scores[i, k] - top) / total
        return out

    def of_log_softmax(z):
        return np.exp(log_softmax(z, axis=1))


class one_hot_encoding:
    def by_eye(y, n_y):
        return np.eye(n_y)[y]

    def by_comparison(y, n_y):
        return (y[:, None] == np.arange(n_y)).astype(float)

    def by_loop(y, n_y):
        Y = np.zeros((len(y), n_y))
        for i, label in enumerate(y):
            Y[i, label] = 1
        return Y

    def as_integers(y, n_y):
        return np.eye(n_y, dtype=int)[y]

    def by_put_along_axis(labels, classes):
        Y = np.zeros((labels.size, classes))
        np.put_along_axis(Y, labels.reshape(-1, 1), 1.0, axis=1)
        return Y

    def by_columns(y, n_y):
        return np.stack([np.where(y == k, 1.0, 0.0) for k in range(n_y)], axis=1)

    def by_flat_index(y, n_y):
        Y = np.zeros(len(y) * n_y)
        Y[np.arange(len(y)) * n_y + y] = 1
        return Y.reshape(-1, n_y)


class CEcost:
    def of_row_sums(A, Y):
        A = np.clip(A, 1e-10, 1 - 1e-10)
        return np.mean(-np.sum(Y * np.log(A), axis=1))

    def of_the_right_class(A, Y):
        p = A[np.arange(len(A)), Y.argmax(axis=1)]
        return -np.mean(np.log(np.clip(p, 1e-10, 1 - 1e-10)))

    def by_einsum(A, Y):
        log = np.log(np.clip(A, 1e-10, 1 - 1e-10))
        return float(-np.einsum("ik,ik->", Y, log) / A.shape[0])

    def by_loop(A, Y):
        cost = 0
        for a, y in zip(A, Y, strict=True):
            for p, t in zip(a, y, strict=True):
                if t:
                    cost -= math.log(min(max(p, 1e-10), 1 - 1e-10))
        return cost / len(A)

    def by_mask(A, Y):
        return -np.log(np.clip(A[Y == 1], 1e-10, 1 - 1e-10)).mean()

    def by_trace(A, Y):
        return -np.trace(Y @ np.log(np.clip(A, 1e-10, 1 - 1e-10)).T) / len(Y)

    def by_vdot(A, Y):
        m, _ = A.shape
        return -np.vdot(Y, np.log(A.clip(1e-10, 1 - 1e-10))) / m
