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
    # beyond +-500 it is 0 or 1 anyway, and exp stays quiet
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


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
    a = np.clip(a, 1e-10, 1 - 1e-10)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a)).mean()


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
    m = X.shape[0]
    return X.T @ err / m, err.sum() / m


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
        return x @ self.w + self.b

    def activation(self, z):
        """Return the probability of class 1 for each score: your sigmoid.

        Parameters
        ----------
        z : ndarray of float, any shape

        Returns
        -------
        ndarray of float, same shape
        """
        return sigmoid(z)

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
        return backprop(x, err)

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
        column = y.reshape(-1, 1)
        self.w = np.ones((x.shape[1], 1))
        self.b = 0.0
        for _ in range(epochs):
            a = self.activation(self.forpass(x))
            self.losses.append(CEcost(a, column) * len(x))  # sum, not mean
            w_grad, b_grad = self.backprop(x, a - column)
            self.w -= w_grad
            self.b -= b_grad

    def predict(self, x):
        """Return True where class 1 is the more probable one, that is where z > 0.

        Parameters
        ----------
        x : ndarray of float, shape (m, n)

        Returns
        -------
        ndarray of bool, shape (m, 1)
        """
        return self.forpass(x) > 0

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
        return (self.predict(x)[:, 0] == y).mean()


# %% [markdown]
# ## derivative_chain
#
# Where `a - y` comes from: multiply three slopes, and that of the sigmoid cancels. · `a - y`가
# 어디에서 오는지 봅니다. 기울기 셋을 곱하면 시그모이드의 기울기가 약분됩니다.


# %% task="derivative_chain"
def derivative_chain(X, y, w, b):
    """Return the factors of the chain rule for the mean cross-entropy J, and their product.

    With z = X w + b, a = sigmoid(z) and J as in ``CEcost``, without any clipping:

    dJ_da[i]    = (1/m) * ( -y[i] / a[i] + (1 - y[i]) / (1 - a[i]) )
    da_dz[i]    = the slope of the sigmoid at z[i]
    dz_dw[i, j] = the slope of z[i] when w[j] moves
    dJ_dw[j]    = sum over the samples i of dJ_da[i] * da_dz[i] * dz_dw[i, j]

    Parameters
    ----------
    X : ndarray of float, shape (m, n)
        Samples, one a row.
    y : ndarray of int, shape (m,)
        Labels, 0 or 1; a flat array, so turn a copy into a column.
    w : ndarray of float, shape (n, 1)
        Weights, such that no score is farther from 0 than 10.
    b : float
        Bias.

    Returns
    -------
    dJ_da : ndarray of float, shape (m, 1)
    da_dz : ndarray of float, shape (m, 1)
    dz_dw : ndarray of float, shape (m, n)
    dJ_dw : ndarray of float, shape (n, 1)
        The gradient that ``backprop`` gives. ``X``, ``y`` and ``w`` are left as they are.

    Examples
    --------
    X = [[1, 1], [4, 3]], y = [1, 0], w = [[2], [-3]], b = 1: both scores are 0 and both a are 1/2,
    so dJ_da = [[-1], [1]], da_dz = [[1/4], [1/4]] and
    dJ_dw = [[-1 * 1/4 * 1 + 1 * 1/4 * 4], [-1 * 1/4 * 1 + 1 * 1/4 * 3]] = [[0.75], [0.5]].
    """
    y = y.reshape(-1, 1)
    a = sigmoid(np.dot(X, w) + b)
    dJ_da = (-y / a + (1 - y) / (1 - a)) / len(X)
    da_dz = a * (1 - a)
    dz_dw = X
    dJ_dw = np.dot(dz_dw.T, dJ_da * da_dz)
    return dJ_da, da_dz, dz_dw, dJ_dw


# %% [markdown]
# ## LogisticNeuron
#
# The same neuron, taught by one sample at a time. · 같은 뉴런이 샘플을 하나씩 보고 배웁니다.


# %% task="LogisticNeuron"
class LogisticNeuron:
    """A neuron that learns after each sample, with a learning rate of 1.

    Attributes
    ----------
    w : ndarray of float, shape (n,)
        Weights, one a feature; flat here.
    b : float
        Bias.
    """

    def __init__(self):
        self.w = None
        self.b = None

    def forpass(self, x):
        """Return the score z = x . w + b of one sample.

        Parameters
        ----------
        x : ndarray of float, shape (n,)
            One sample.

        Returns
        -------
        float

        Examples
        --------
        x = [1, 2], w = [3, -1], b = 0.5: z = 1*3 - 2*1 + 0.5 = 1.5.
        """
        return np.dot(x, self.w) + self.b

    def activation(self, z):
        """Return the probability of class 1 for one score or for an array of them: your sigmoid.

        Parameters
        ----------
        z : float, or ndarray of float of any shape

        Returns
        -------
        float, or ndarray of float of that shape
        """
        return sigmoid(z)

    def backprop(self, x, err):
        """Return the gradient of one sample's cross-entropy: there is no mean, so no 1/m.

        w_grad = x err,    b_grad = err

        Parameters
        ----------
        x : ndarray of float, shape (n,)
            One sample.
        err : float
            ``a - y``: the predicted probability minus the label.

        Returns
        -------
        w_grad : ndarray of float, shape (n,)
        b_grad : float

        Examples
        --------
        x = [1, 2], err = -0.5: w_grad = [-0.5, -1], b_grad = -0.5.
        """
        w_grad = x * err
        b_grad = 1 * err
        return w_grad, b_grad

    def fit(self, x, y, epochs=100):
        """Train from w = 1 (every weight) and b = 0: one step for each sample.

        Each epoch goes through the samples in the order in which they come. Each step predicts one
        sample with the weights as they are by then and moves them: w <- w - w_grad and
        b <- b - b_grad.

        Parameters
        ----------
        x : ndarray of float, shape (m, n)
            Samples, one a row; left as they are.
        y : ndarray of int, shape (m,)
            Labels, 0 or 1; left as they are.
        epochs : int
            How often to go through all samples.

        Examples
        --------
        x = [[0], [-0.5]], y = [1, 1], epochs = 1: the first score is 0, so err = 1/2 - 1 = -1/2,
        w stays 1 and b = 1/2; the second is 1 * (-0.5) + 1/2 = 0, so err = -1/2 again,
        w = 1 - (-0.5) * (-1/2) = 0.75 and b = 1.
        """
        self.w = np.ones(x.shape[1])
        self.b = 0.0
        for _ in range(epochs):
            for x_i, y_i in zip(x, y, strict=True):
                a = self.activation(self.forpass(x_i))
                w_grad, b_grad = self.backprop(x_i, a - y_i)
                self.w = self.w - w_grad
                self.b = self.b - b_grad

    def predict(self, x):
        """Return True where class 1 is the more probable one.

        Parameters
        ----------
        x : ndarray of float, shape (m, n)
            Samples, one a row.

        Returns
        -------
        ndarray of bool, shape (m,)
        """
        z = np.array([self.forpass(x_i) for x_i in x])
        return z > 0


# %% [markdown]
# ## l1_cost
#
# Large weights cost something: their sizes. · 가중치에 그 크기만큼 벌점을 매깁니다.


# %% task="l1_cost"
def l1_cost(X, y, w, b, lam):
    """Return the mean cross-entropy plus lam times the sum of the sizes of the weights.

    J_L1 = J + lam * sum over the features j of |w[j]|,    J = CEcost(sigmoid(X w + b), y)

    J is a mean over the samples; the penalty is added once and is not divided by m. The bias pays
    nothing.

    Parameters
    ----------
    X : ndarray of float, shape (m, n)
        Samples, one a row.
    y : ndarray of int, shape (m,)
        Labels, 0 or 1; a flat array.
    w : ndarray of float, shape (n, 1)
        Weights.
    b : float
        Bias.
    lam : float
        How much one unit of weight costs, in nats; 0 or more.

    Returns
    -------
    float
        One number. ``X``, ``y`` and ``w`` are left as they are.

    Examples
    --------
    X = [[1, 1], [4, 3], [-2, -1]], y = [1, 1, 1], w = [[2], [-3]], b = 1, lam = 0.2: all scores
    are 0, so J = log 2 and J_L1 = log 2 + 0.2 * (2 + 3) = 1.6931.
    """
    a = sigmoid(np.dot(X, w) + b)
    return CEcost(a, y.reshape(-1, 1)) + lam * np.sum(np.abs(w))


# %% [markdown]
# ## l1_grad
#
# It pulls each weight towards 0, all with the same force. · 모든 가중치를 같은 힘으로 0 쪽으로
# 당깁니다.


# %% task="l1_grad"
def l1_grad(X, y, w, b, lam):
    """Return the gradient of ``l1_cost`` with respect to the weights and the bias.

    The gradient of J, plus lam * sign(w[j]) for each weight.

    At w[j] = 0 the size |w[j]| has a corner and no slope; take 0 there, as np.sign does.

    Parameters
    ----------
    X : ndarray of float, shape (m, n)
        Samples, one a row.
    y : ndarray of int, shape (m,)
        Labels, 0 or 1; a flat array.
    w : ndarray of float, shape (n, 1)
        Weights.
    b : float
        Bias.
    lam : float
        How much one unit of weight costs, in nats.

    Returns
    -------
    w_grad : ndarray of float, shape (n, 1)
    b_grad : float
        ``X``, ``y`` and ``w`` are left as they are.

    Examples
    --------
    As for ``l1_cost``: each err is -1/2, so J has the gradient [[-0.5], [-0.5]] and -0.5.
    With 0.2 * [[1], [-1]] added, w_grad = [[-0.3], [-0.7]] and b_grad = -0.5.
    """
    a = sigmoid(np.dot(X, w) + b)
    w_grad, b_grad = backprop(X, a - y.reshape(-1, 1))
    return w_grad + lam * np.sign(w), b_grad


# %% [markdown]
# ## l2_cost
#
# Large weights cost more than their share: their squares. · 이번에는 제곱만큼 벌점을 매기므로 큰
# 가중치일수록 벌점이 훨씬 커집니다.


# %% task="l2_cost"
def l2_cost(X, y, w, b, lam):
    """Return the mean cross-entropy plus lam times the sum of the squares of the weights.

    J_L2 = J + lam * sum over the features j of w[j]**2,    J = CEcost(sigmoid(X w + b), y)

    J is a mean over the samples; the penalty has no 1/2, is added once and is not divided by m.
    The bias pays nothing.

    Parameters
    ----------
    X : ndarray of float, shape (m, n)
        Samples, one a row.
    y : ndarray of int, shape (m,)
        Labels, 0 or 1; a flat array.
    w : ndarray of float, shape (n, 1)
        Weights.
    b : float
        Bias.
    lam : float
        How much a weight of 1 costs, in nats; 0 or more.

    Returns
    -------
    float
        One number. ``X``, ``y`` and ``w`` are left as they are.

    Examples
    --------
    As for ``l1_cost``: J_L2 = log 2 + 0.2 * (4 + 9) = 3.2931.
    """
    a = sigmoid(np.dot(X, w) + b)
    return CEcost(a, y.reshape(-1, 1)) + lam * np.sum(w**2)


# %% [markdown]
# ## l2_grad
#
# It pulls harder, the larger the weight. · 가중치가 클수록 세게 당깁니다.


# %% task="l2_grad"
def l2_grad(X, y, w, b, lam):
    """Return the gradient of ``l2_cost`` with respect to the weights and the bias.

    The gradient of J, plus the slope of lam * w[j]**2 for each weight.

    Parameters
    ----------
    X : ndarray of float, shape (m, n)
        Samples, one a row.
    y : ndarray of int, shape (m,)
        Labels, 0 or 1; a flat array.
    w : ndarray of float, shape (n, 1)
        Weights.
    b : float
        Bias.
    lam : float
        How much a weight of 1 costs, in nats.

    Returns
    -------
    w_grad : ndarray of float, shape (n, 1)
    b_grad : float
        ``X``, ``y`` and ``w`` are left as they are.

    Examples
    --------
    As for ``l1_grad``, with 0.2 * [[4], [-6]] added: w_grad = [[0.3], [-1.7]] and b_grad = -0.5.
    """
    a = sigmoid(np.dot(X, w) + b)
    w_grad, b_grad = backprop(X, a - y.reshape(-1, 1))
    return w_grad + 2 * lam * w, b_grad
