# %% [markdown]
# # Logistic regression
#
# One neuron tells malignant from benign: a weighted sum of the features, a sigmoid, and weights
# that follow the slope of the cross-entropy downhill. `handout.md` has the maths.
#
# # 로지스틱 회귀
#
# 뉴런 하나로 악성과 양성을 구별합니다. 특성의 가중합에 시그모이드를 씌우고, 교차 엔트로피의
# 기울기를 따라 가중치를 내려보냅니다. 수식은 `handout.ko.md`에 있습니다.

# %%
"""Logistic regression with one neuron: rows are samples, labels are 0 and 1."""

import numpy as np

# %% [markdown]
# ## sigmoid
#
# From any score to a probability. · 점수를 확률로 바꿉니다.


# %% task="sigmoid"
def sigmoid(z):
    """Return the sigmoid of each entry of z, without a warning for any |z| up to 1e4.

    sigmoid(z) = 1 / (1 + exp(-z))

    Parameters
    ----------
    z : ndarray of float, any shape
        Scores, without a unit.

    Returns
    -------
    ndarray of float, same shape
        Probabilities between 0 and 1. ``z`` itself is left as it is.

    Examples
    --------
    exp(-0) = 1, so sigmoid(0) = 1 / 2. And exp(-ln 3) = 1/3, so sigmoid(ln 3) = 1 / (4/3) = 3/4.
    """
    raise NotImplementedError("sigmoid: not written yet")


# %% [markdown]
# ## CEcost
#
# How far the probabilities are from the labels. · 예측한 확률이 정답과 얼마나 다른지 잽니다.


# %% task="CEcost"
def CEcost(a, y):
    """Return the mean binary cross-entropy of the probabilities a for the labels y.

    J = -(1/m) * sum over the samples of ( y log(a) + (1 - y) log(1 - a) )

    The logarithm of 0 is kept away by clipping ``a`` to [1e-10, 1 - 1e-10] first.

    Parameters
    ----------
    a : ndarray of float, shape (m,) or (m, 1)
        Probability of class 1 for each sample. 0 and 1 may occur.
    y : ndarray of int or float, same shape
        Labels, 0 or 1.

    Returns
    -------
    float
        One number, in nats (natural logarithm). ``a`` and ``y`` are left as they are.

    Examples
    --------
    a = [0.5, 0.25], y = [1, 0]: J = -(log 0.5 + log 0.75) / 2 = (0.6931 + 0.2877) / 2 = 0.4904.
    """
    raise NotImplementedError("CEcost: not written yet")


# %% [markdown]
# ## backprop
#
# How the cost changes with the weights and the bias. · 가중치와 절편에 대한 기울기를 구합니다.


# %% task="backprop"
def backprop(X, err):
    """Return the gradient of the mean cross-entropy with respect to the weights and the bias.

    w_grad = (1/m) X.T err,    b_grad = (1/m) * sum of err

    Parameters
    ----------
    X : ndarray of float, shape (m, n)
        Samples, one a row.
    err : ndarray of float, shape (m, 1) or (m,)
        ``a - y``: the predicted probability minus the label.

    Returns
    -------
    w_grad : ndarray of float, shape (n, 1) if err is (m, 1), shape (n,) if err is (m,)
    b_grad : float
        One number. ``X`` and ``err`` are left as they are.

    Examples
    --------
    X = [[1, 2], [3, 4]], err = [[0.5], [-0.25]]: the sums are 0.5*1 - 0.25*3 = -0.25,
    0.5*2 - 0.25*4 = 0 and 0.5 - 0.25 = 0.25; with m = 2, w_grad = [[-0.125], [0]] and
    b_grad = 0.125.
    """
    raise NotImplementedError("backprop: not written yet")


# %% [markdown]
# ## SingleLayer
#
# The neuron itself: it learns, and it predicts. · 학습하고 예측하는 뉴런입니다.


# %% task="SingleLayer"
class SingleLayer:
    """A neuron that learns by gradient descent with the whole batch and a learning rate of 1.

    Attributes
    ----------
    w : ndarray of float, shape (n, 1)
        Weights, one a feature.
    b : float
        Bias.
    losses : list of float
        One loss an epoch, in nats.
    """

    def __init__(self):
        self.w = None
        self.b = None
        self.losses = []

    def forpass(self, x):
        """Return the scores z = x w + b.

        Parameters
        ----------
        x : ndarray of float, shape (m, n)
            Samples, one a row.

        Returns
        -------
        ndarray of float, shape (m, 1)

        Examples
        --------
        x = [[1, 2]], w = [[3], [-1]], b = 0.5: z = [[1*3 - 2*1 + 0.5]] = [[1.5]].
        """
        raise NotImplementedError("SingleLayer.forpass: not written yet")

    def activation(self, z):
        """Return the probability of class 1 for each score: your sigmoid.

        Parameters
        ----------
        z : ndarray of float, any shape

        Returns
        -------
        ndarray of float, same shape
        """
        raise NotImplementedError("SingleLayer.activation: not written yet")

    def backprop(self, x, err):
        """Return the gradient (w_grad, b_grad), as your function ``backprop`` gives it.

        Parameters
        ----------
        x : ndarray of float, shape (m, n)
        err : ndarray of float, shape (m, 1)

        Returns
        -------
        w_grad : ndarray of float, shape (n, 1)
        b_grad : float
        """
        raise NotImplementedError("SingleLayer.backprop: not written yet")

    def fit(self, x, y, epochs=100):
        """Train from w = 1 (every weight) and b = 0, with all samples in each epoch.

        Each epoch makes one forward pass, appends its loss to ``losses``, and makes one step:
        w <- w - w_grad and b <- b - b_grad. The loss is the SUM over the samples of the
        cross-entropy (with ``a`` clipped as in ``CEcost``), taken before the step.

        Parameters
        ----------
        x : ndarray of float, shape (m, n)
            Samples, one a row; left as they are.
        y : ndarray of int, shape (m,)
            Labels, 0 or 1; a flat array, so turn a copy into a column.
        epochs : int
            Number of steps.

        Examples
        --------
        x = [[1], [-1]], y = [1, 1]: the first loss is log(1 + 1/e) + log(1 + e) = 1.6265, and
        the first step makes w = 1/2 + 1/(1 + e) = 0.7689 and b = 1/2.
        """
        raise NotImplementedError("SingleLayer.fit: not written yet")

    def predict(self, x):
        """Return True where class 1 is the more probable one, that is where z > 0.

        Parameters
        ----------
        x : ndarray of float, shape (m, n)

        Returns
        -------
        ndarray of bool, shape (m, 1)
        """
        raise NotImplementedError("SingleLayer.predict: not written yet")

    def score(self, x, y):
        """Return the accuracy: the share of samples whose label is predicted.

        Parameters
        ----------
        x : ndarray of float, shape (m, n)
        y : ndarray of int, shape (m,)

        Returns
        -------
        float
            Between 0 and 1.
        """
        raise NotImplementedError("SingleLayer.score: not written yet")
