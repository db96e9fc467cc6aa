"""Right answers to the chain and to costs with a penalty, written as differently as people write.

A class stands for a task and holds its variants.
"""

import numpy as np
from scipy.special import expit, log_expit


class derivative_chain:
    def with_labels_in_a_mask(X, y, w, b):
        m = X.shape[0]
        a = expit(X @ w + b)
        dJ_da = np.where(y.reshape(-1, 1) == 1, -1 / a, 1 / (1 - a)) / m
        da_dz = a - a**2
        return dJ_da, da_dz, X.copy(), X.T @ (dJ_da * da_dz)

    def by_einsum(X, y, w, b):
        z = np.einsum("ij,jk->ik", X, w) + b
        a, t = expit(z), y[:, None]
        dJ_da, da_dz = (a - t) / (a * (1 - a)) / len(y), expit(z) * expit(-z)
        return [dJ_da, da_dz, X, np.einsum("ik,ik,ij->jk", dJ_da, da_dz, X)]

    def by_loop(X, y, w, b):
        m, n = X.shape
        dJ_da, da_dz = np.zeros((m, 1)), np.zeros((m, 1))
        dz_dw, dJ_dw = np.zeros((m, n)), np.zeros((n, 1))
        for i in range(m):
            a = expit(sum(X[i, j] * w[j, 0] for j in range(n)) + b)
            dJ_da[i] = (-y[i] / a + (1 - y[i]) / (1 - a)) / m
            da_dz[i] = a * (1 - a)
            for j in range(n):
                dz_dw[i, j] = X[i, j]
                dJ_dw[j] += dJ_da[i] * da_dz[i] * dz_dw[i, j]
        return dJ_da, da_dz, dz_dw, dJ_dw

    def with_the_short_product(X, y, w, b):
        a = expit(np.dot(X, w) + b)
        err = a - y.reshape((len(y), 1))
        slope = a * (1 - a)
        return err / slope / len(y), slope, X * 1.0, np.dot(X.T, err) / len(y)


def _mean_cost(X, y, w, b):
    z = (X @ w + b)[:, 0]
    return -np.mean(log_expit(np.where(y == 1, z, -z)))


class l1_cost:
    def by_norm(X, y, w, b, lam):
        return _mean_cost(X, y, w, b) + lam * np.linalg.norm(w.ravel(), 1)

    def by_loop(X, y, w, b, lam=0.1):
        penalty = 0
        for weight in w[:, 0]:
            penalty += weight if weight > 0 else -weight
        return float(_mean_cost(X, y, w, b)) + lam * penalty

    def by_sign(samples, labels, weights, bias, strength):
        sizes = np.sign(weights).T @ weights
        return _mean_cost(samples, labels, weights, bias) + strength * sizes.item()


class l2_cost:
    def by_product(X, y, w, b, lam):
        return _mean_cost(X, y, w, b) + lam * (w.T @ w).item()

    def by_norm(X, y, w, b, lam):
        return _mean_cost(X, y, w, b) + lam * np.linalg.norm(w) ** 2

    def by_vdot(X, y, w, b, lam):
        flat = np.ravel(w)
        cost = np.float64(_mean_cost(X, y, w, b))
        cost += lam * np.vdot(flat, flat)
        return cost


def _mean_gradient(X, y, w, b):
    err = expit(X @ w + b) - y[:, np.newaxis]
    return (X * err).mean(axis=0).reshape(-1, 1), float(np.mean(err))


class l1_grad:
    def by_where(X, y, w, b, lam):
        w_grad, b_grad = _mean_gradient(X, y, w, b)
        return w_grad + np.where(w > 0, lam, np.where(w < 0, -lam, 0)), b_grad

    def in_place_on_own_arrays(X, y, w, b, lam):
        w_grad, b_grad = _mean_gradient(X, y, w, b)
        w_grad += lam * np.sign(w)
        return [w_grad, b_grad]

    def with_another_slope_at_the_corner(X, y, w, b, lam):
        w_grad, b_grad = _mean_gradient(X, y, w, b)
        return w_grad + lam * np.where(w >= 0, 1.0, -1.0), b_grad


class l2_grad:
    def of_a_sum(X, y, w, b, lam):
        w_grad, b_grad = _mean_gradient(X, y, w, b)
        return w_grad + lam * (w + w), b_grad

    def entry_by_entry(X, y, w, b, lam):
        w_grad, b_grad = _mean_gradient(X, y, w, b)
        for j in range(len(w)):
            w_grad[j, 0] += 2 * lam * w[j, 0]
        return w_grad, b_grad
