"""Right answers to sigmoid, cost and gradient, written as differently as people write.

A class stands for a task and holds its variants.
"""

import math

import numpy as np
import numpy.typing as npt
from scipy.special import expit, xlogy


class sigmoid:
    def by_scipy(z):
        return expit(z)

    def by_tanh(z):
        return 0.5 * (1 + np.tanh(0.5 * z))

    def by_where(z):
        small = np.exp(-np.abs(z))
        return np.where(z >= 0, 1 / (1 + small), small / (1 + small))

    def by_masks(z):
        out = np.empty_like(z)
        up = z >= 0
        out[up] = 1 / (1 + np.exp(-z[up]))
        grown = np.exp(z[~up])
        out[~up] = grown / (1 + grown)
        return out

    def by_log_add_exp(z):
        return np.exp(-np.logaddexp(0, -z))

    def by_loop_over_entries(z):
        result = np.zeros(z.shape)
        for index, value in np.ndenumerate(z):
            if value < -700:
                result[index] = 0.0
            else:
                result[index] = 1 / (1 + math.exp(-value))
        return result

    def with_errors_off(z):
        with np.errstate(over="ignore"):
            return 1 / (1 + np.exp(-z))

    def by_maximum_and_a_constant(z, limit=600, verbose=False):
        """Has more parameters, with defaults."""
        z = np.minimum(np.maximum(z, -limit), limit)
        if verbose:
            print("clipped")
        return np.power(1 + np.exp(-z), -1)

    def of_another_name(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        bounded: npt.NDArray[np.float64] = scores.clip(-500, 500)
        return np.reciprocal(1.0 + np.exp(-bounded))


class CEcost:
    def of_a_sum(a, y):
        a = np.clip(a, 1e-10, 1 - 1e-10)
        m = a.shape[0]
        return -(1 / m) * np.sum(y * np.log(a) + (1 - y) * np.log(1 - a))

    def by_loop(a, y):
        total = 0.0
        for p, label in zip(a.ravel(), y.ravel(), strict=True):
            p = min(max(p, 1e-10), 1 - 1e-10)
            total -= math.log(p) if label == 1 else math.log(1 - p)
        return total / len(y)

    def by_where(a, y):
        a = np.clip(a, 1e-10, 1 - 1e-10)
        return np.mean(np.where(y == 1, -np.log(a), -np.log(1 - a)))

    def by_dot(a, y):
        a, y = np.clip(a, 1e-10, 1 - 1e-10).ravel(), y.ravel()
        return -(np.dot(y, np.log(a)) + np.dot(1 - y, np.log(1 - a))) / y.size

    def by_scipy(a, y):
        a = np.clip(a, 1e-10, 1 - 1e-10)
        return -np.average(xlogy(y, a) + xlogy(1 - y, 1 - a))

    def with_a_tiny_number_added(a, y):
        e = 1e-10
        return -np.mean(y * np.log(a + e) + (1 - y) * np.log(1 - a + e))

    def of_the_right_probability(a, y):
        right = np.abs(a - (1 - y))
        return float(-np.log(np.clip(right, 1e-10, 1 - 1e-10)).mean())

    def in_float_of_python(a, y):
        p = np.maximum(1e-10, np.minimum(1 - 1e-10, a))
        cost = -y * np.log(p) - (1 - y) * np.log1p(-p)
        return float(cost.sum() / cost.size)

    def with_own_arrays_in_place(predictions, targets):
        kept = predictions.copy()
        kept[kept < 1e-10] = 1e-10
        kept[kept > 1 - 1e-10] = 1 - 1e-10
        terms = targets * np.log(kept)
        terms += (1 - targets) * np.log(1 - kept)
        terms *= -1
        return np.mean(terms)


class backprop:
    def with_at(X, err):
        return X.T @ err / X.shape[0], err.mean()

    def by_einsum(X, err):
        w_grad = np.einsum("ij,i...->j...", X, err) / len(err)
        return w_grad, np.einsum("i->", err.reshape(-1)) / len(err)

    def by_loop(X, err):
        m, n = X.shape
        w_grad, b_grad = np.zeros((n, *err.shape[1:])), 0.0
        for i in range(m):
            for j in range(n):
                w_grad[j] += X[i, j] * err[i] / m
            b_grad += err[i].item() / m
        return w_grad, b_grad

    def by_broadcasting(X, err):
        column = err.reshape(len(X), 1)
        return (X * column).mean(axis=0).reshape((-1, *err.shape[1:])), np.average(err)

    def in_a_list(X, err):
        return [X.transpose().dot(err) / len(X), float(np.sum(err)) / len(X)]

    def of_divided_errors(X, err):
        err = err / len(X)
        return np.matmul(X.T, err), err.sum()

    def with_a_column_of_ones(X, err):
        theta = np.hstack([X, np.ones((len(X), 1))]).T @ err / len(X)
        return theta[:-1], theta[-1].item()

    def by_tensordot(samples, errors):
        m = np.size(errors)
        return np.tensordot(samples, errors, axes=(0, 0)) / m, np.squeeze(errors.sum()) / m
