# %% [markdown]
# # Stochastic gradient descent
#
# A network with one hidden layer reads handwritten digits. It does not wait until it has seen all
# of them: after each single image it makes a step. `handout.md` has the maths.
#
# # 확률적 경사 하강법
#
# 은닉층이 하나인 신경망이 손글씨 숫자를 읽습니다. 이미지를 다 볼 때까지 기다리지 않고, 한 장을 볼
# 때마다 한 걸음씩 내려갑니다. 수식은 `handout.ko.md`에 있습니다.

# %%
"""A network trained sample by sample: in its layers columns are samples, in data sets rows."""

import numpy as np


def one_hot_encoding(y, n_y):
    """Return a column for each label, 1 at its class and 0 elsewhere, shape (n_y, m); given."""
    return np.eye(n_y)[:, y]


# %% [markdown]
# ## g
#
# The sigmoid of the hidden layer. · 은닉층의 시그모이드입니다.


# %% task="g"
def g(x):
    """Return the sigmoid of each entry of x, without a warning for any |x| up to 1e4.

    g(x) = 1 / (1 + exp(-x))

    Parameters
    ----------
    x : ndarray of float, any shape

    Returns
    -------
    ndarray of float, same shape
        ``x`` itself is left as it is.

    Examples
    --------
    exp(-0) = 1, so g(0) = 1 / 2. And exp(-ln 3) = 1/3, so g(ln 3) = 1 / (4/3) = 3/4.
    """
    raise NotImplementedError("g: not written yet")


# %% [markdown]
# ## g_prime
#
# The slope of the sigmoid. · 시그모이드의 기울기입니다.


# %% task="g_prime"
def g_prime(x):
    """Return the derivative of the sigmoid at each entry of x.

    g'(x) = g(x) (1 - g(x))

    Parameters
    ----------
    x : ndarray of float, any shape
        Where the slope is wanted: the score Z1, not the activation A1.

    Returns
    -------
    ndarray of float, same shape
        ``x`` itself is left as it is.

    Examples
    --------
    g(0) = 1/2, so g'(0) = 1/4. And g(ln 3) = 3/4, so g'(ln 3) = 3/16.
    """
    raise NotImplementedError("g_prime: not written yet")


# %% [markdown]
# ## softmax
#
# From the scores of a sample to a probability for each class.
# 샘플마다 점수를 클래스별 확률로 바꿉니다.


# %% task="softmax"
def softmax(Z):
    """Return the softmax of each column, without a warning however large the scores are.

    A[k, i] = exp(Z[k, i]) / sum over j of exp(Z[j, i])

    The same number may be taken from all scores of a column first: it does not change the result.

    Parameters
    ----------
    Z : ndarray of float, shape (n_y, m)
        Scores: one sample a column, one class a row.

    Returns
    -------
    ndarray of float, shape (n_y, m)
        Probabilities; each column sums to 1. ``Z`` itself is left as it is.

    Examples
    --------
    Z = [[0, 1], [ln 3, 1]]: the exponentials are 1, 3 in the first column and e, e in the
    second, so the result is [[1/4, 1/2], [3/4, 1/2]].
    """
    raise NotImplementedError("softmax: not written yet")


# %% [markdown]
# ## CEcost
#
# How far the probabilities are from the labels. · 예측한 확률이 정답과 얼마나 다른지 잽니다.


# %% task="CEcost"
def CEcost(A2, Y):
    """Return the mean cross-entropy of the probabilities A2 for the one-hot labels Y.

    J = -(1/m) * sum over classes and samples of Y log(A2)

    The logarithm of 0 is kept away: where ``A2`` is smaller than 1e-10 it counts as 1e-10.

    Parameters
    ----------
    A2 : ndarray of float, shape (n_y, m)
        Probabilities: one sample a column. 0 and 1 may occur.
    Y : ndarray of float, shape (n_y, m)
        One-hot labels: one 1 in each column, 0 elsewhere.

    Returns
    -------
    float
        One number, in nats (natural logarithm). ``A2`` and ``Y`` are left as they are.

    Examples
    --------
    A2 = [[0.5, 0.5], [0.25, 0.25], [0.25, 0.25]], Y = [[1, 0], [0, 1], [0, 0]]: the probabilities
    of the right classes are 1/2 and 1/4, so J = (log 2 + log 4) / 2 = 1.5 log 2 = 1.0397.
    """
    raise NotImplementedError("CEcost: not written yet")


# %% [markdown]
# ## forpass
#
# From the pixels to the probabilities. · 픽셀에서 확률까지 순전파합니다.


# %% task="forpass"
def forpass(A0, W1, b1, W2, b2):
    """Return what both layers compute: scores and activations.

    Z1 = W1 A0 + b1,    A1 = g(Z1),    Z2 = W2 A1 + b2,    A2 = softmax(Z2)

    Parameters
    ----------
    A0 : ndarray of float, shape (n_x, m)
        Samples, one a column; a single one is a matrix with one column, (n_x, 1).
    W1 : ndarray of float, shape (n_h, n_x)
    b1 : ndarray of float, shape (n_h, 1)
    W2 : ndarray of float, shape (n_y, n_h)
    b2 : ndarray of float, shape (n_y, 1)

    Returns
    -------
    Z1, A1 : ndarray of float, shape (n_h, m)
    Z2, A2 : ndarray of float, shape (n_y, m)

    Examples
    --------
    A0 = [[2]], W1 = [[3]], b1 = [[-6]], W2 = [[4], [0]], b2 = [[ln 3 - 2], [0]]:
    Z1 = [[0]], A1 = [[1/2]], Z2 = [[ln 3], [0]], A2 = [[3/4], [1/4]].
    """
    raise NotImplementedError("forpass: not written yet")


# %% [markdown]
# ## backprop
#
# How the cost changes with all weights and biases. · 모든 가중치와 절편에 대한 기울기를 구합니다.


# %% task="backprop"
def backprop(A0, Z1, A1, A2, Y, W2):
    """Return the gradient of the mean cross-entropy with respect to all weights and biases.

    dZ2 = A2 - Y,             dW2 = (1/m) dZ2 A1.T,    db2 = (1/m) * sum over samples of dZ2
    dZ1 = (W2.T dZ2) * g'(Z1),    dW1 = (1/m) dZ1 A0.T,    db1 = (1/m) * sum over samples of dZ1

    m is the number of samples in the arrays that come in: 1 for a single sample.

    Parameters
    ----------
    A0 : ndarray of float, shape (n_x, m)
        Samples, one a column.
    Z1, A1 : ndarray of float, shape (n_h, m)
        Scores and activations of the hidden layer, from ``forpass``.
    A2 : ndarray of float, shape (n_y, m)
        Probabilities, from ``forpass``.
    Y : ndarray of float, shape (n_y, m)
        One-hot labels.
    W2 : ndarray of float, shape (n_y, n_h)
        Weights of the output layer.

    Returns
    -------
    dW1 : ndarray of float, shape (n_h, n_x)
    db1 : ndarray of float, shape (n_h, 1)
    dW2 : ndarray of float, shape (n_y, n_h)
    db2 : ndarray of float, shape (n_y, 1)

    Examples
    --------
    The example of ``forpass`` with Y = [[1], [0]]: dZ2 = [[-1/4], [1/4]] = db2, and
    dW2 = dZ2 * 1/2 = [[-1/8], [1/8]]. W2.T dZ2 = -1 and g'(0) = 1/4, so db1 = [[-1/4]] and
    dW1 = -1/4 * 2 = [[-1/2]].
    """
    raise NotImplementedError("backprop: not written yet")


# %% [markdown]
# ## LogisticNeuron_stochastic
#
# The network itself: it learns, sample by sample. · 샘플을 하나씩 보며 학습하는 신경망입니다.


# %% task="LogisticNeuron_stochastic"
class LogisticNeuron_stochastic:
    """A network with one hidden layer that makes a step after each sample.

    Parameters
    ----------
    n_x, n_h, n_y : int
        Number of features, of hidden neurons and of classes.
    eta : float
        Learning rate.
    epochs : int
        How often ``fit`` goes through all samples.
    seed : int, optional
        Of the random weights to start from; without it they differ each time.

    Attributes
    ----------
    W1 : ndarray of float, shape (n_h, n_x)
    b1 : ndarray of float, shape (n_h, 1)
    W2 : ndarray of float, shape (n_y, n_h)
    b2 : ndarray of float, shape (n_y, 1)
    cost_ : list of float
        One cost a sample seen, in nats, over all calls of ``fit``.
    """

    def __init__(self, n_x, n_h, n_y, eta=0.1, epochs=1, seed=None):
        rng = np.random.default_rng(seed)
        self.n_x, self.n_h, self.n_y = n_x, n_h, n_y
        self.eta = eta
        self.epochs = epochs
        # divided by the root of the number of inputs, so that no score starts far from 0
        self.W1 = rng.normal(size=(n_h, n_x)) / np.sqrt(n_x)
        self.b1 = np.zeros((n_h, 1))
        self.W2 = rng.normal(size=(n_y, n_h)) / np.sqrt(n_h)
        self.b2 = np.zeros((n_y, 1))
        self.cost_ = []

    def fit(self, X, y, epochs=None):
        """Go through the samples in their order, and make a step after each.

        For each sample: ``forpass`` of this one alone, as a column; append its cost to ``cost_``;
        ``backprop``; then W1 <- W1 - eta dW1, and b1, W2, b2 in the same way.

        Training goes on from the weights that the network has, so two calls with one epoch each
        do the same as one call with two.

        Parameters
        ----------
        X : ndarray of float, shape (m, n_x)
            Samples, one a ROW, as data sets come; left as they are.
        y : ndarray of int, shape (m,)
            Classes, 0 to n_y - 1; left as they are.
        epochs : int, optional
            How often to go through all samples; without it ``self.epochs`` times.

        Examples
        --------
        The network of the example of ``forpass`` with eta = 1, X = [[2]] and y = [0]: one epoch
        makes W1 = [[3.5]], b1 = [[-5.75]], W2 = [[4.125], [-0.125]], b2 = [[ln 3 - 1.75], [-0.25]]
        and cost_ = [log(4/3)].
        """
        raise NotImplementedError("LogisticNeuron_stochastic.fit: not written yet")

    def predict(self, X):
        """Return the most probable class of each sample.

        Parameters
        ----------
        X : ndarray of float, shape (m, n_x)
            Samples, one a ROW; left as they are.

        Returns
        -------
        ndarray of int, shape (m,)
        """
        raise NotImplementedError("LogisticNeuron_stochastic.predict: not written yet")

    def evaluate(self, X, y):
        """Return the accuracy: the share of samples whose class is predicted.

        Parameters
        ----------
        X : ndarray of float, shape (m, n_x)
            Samples, one a ROW.
        y : ndarray of int, shape (m,)

        Returns
        -------
        float
            Between 0 and 1.
        """
        raise NotImplementedError("LogisticNeuron_stochastic.evaluate: not written yet")


# %% [markdown]
# ## accuracy_curve
#
# How the accuracy grows from epoch to epoch. · 에포크마다 정확도가 어떻게 오르는지 봅니다.


# %% task="accuracy_curve"
def accuracy_curve(network, X, y, X_test, y_test):
    """Train the network once, and return its accuracy after each epoch.

    The network goes on for ``network.epochs`` epochs in all, one epoch at a time; after each,
    ``network.evaluate`` gives one point of either curve.

    Parameters
    ----------
    network : LogisticNeuron_stochastic
        What is trained; it keeps its new weights.
    X : ndarray of float, shape (m, n_x)
        Samples to learn from, one a ROW.
    y : ndarray of int, shape (m,)
        Their classes.
    X_test : ndarray of float, shape (m_test, n_x)
        Samples that it does not learn from.
    y_test : ndarray of int, shape (m_test,)
        Their classes.

    Returns
    -------
    self_accuracy : list of float
        Accuracy on X, one number an epoch.
    test_accuracy : list of float
        Accuracy on X_test, one number an epoch.
    """
    raise NotImplementedError("accuracy_curve: not written yet")
