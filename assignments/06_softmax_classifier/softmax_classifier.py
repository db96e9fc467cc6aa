# %% [markdown]
# # Softmax classifier
#
# A network with one hidden layer reads handwritten digits: ten scores, a softmax that turns them
# into probabilities, and gradients that flow back through both layers. `handout.md` has the maths.
#
# # 소프트맥스 분류기
#
# 은닉층이 하나인 신경망이 손글씨 숫자를 읽습니다. 점수 10개를 소프트맥스로 확률로 바꾸고, 기울기를
# 두 층에 걸쳐 거꾸로 전달합니다. 수식은 `handout.ko.md`에 있습니다.

# %%
"""A network with one hidden layer and softmax output: rows are samples."""

import numpy as np

# %% [markdown]
# ## softmax
#
# From any scores to probabilities. · 점수를 확률로 바꿉니다.


# %% task="softmax"
def softmax(z):
    """Return the softmax of each row of z, without a warning for any |z| up to 1e4.

    softmax(z)[i, k] = exp(z[i, k]) / (sum over the classes j of exp(z[i, j]))

    Taking the same number from all scores of a row does not change the result. Take the row's
    maximum: then no exponential is too large.

    Parameters
    ----------
    z : ndarray of float, shape (m, K)
        Scores without a unit; a row for each sample, a column for each class.

    Returns
    -------
    ndarray of float, shape (m, K)
        Probabilities; each row sums to 1. ``z`` itself is left as it is.

    Examples
    --------
    z = [[0, ln 2, ln 5]]: the exponentials are 1, 2 and 5, their sum is 8, and so
    softmax(z) = [[0.125, 0.25, 0.625]].
    """
    raise NotImplementedError("softmax: not written yet")


# %% [markdown]
# ## one_hot_encoding
#
# From class numbers to rows of 0 and 1. · 클래스 번호를 0과 1로 된 행으로 바꿉니다.


# %% task="one_hot_encoding"
def one_hot_encoding(y, n_y):
    """Return a row for each label: 1.0 in the column of its class, 0.0 elsewhere.

    Y[i, k] = 1 if y[i] = k, else 0

    Parameters
    ----------
    y : ndarray of int, shape (m,)
        Class numbers from 0 to n_y - 1; some classes may not occur.
    n_y : int
        Number of classes K.

    Returns
    -------
    ndarray of float, shape (m, n_y)

    Examples
    --------
    y = [2, 0], n_y = 4: Y = [[0, 0, 1, 0], [1, 0, 0, 0]].
    """
    raise NotImplementedError("one_hot_encoding: not written yet")


# %% [markdown]
# ## CEcost
#
# How far the probabilities are from the labels. · 예측한 확률이 정답과 얼마나 다른지 잽니다.


# %% task="CEcost"
def CEcost(A, Y):
    """Return the mean cross-entropy of the probabilities A for the one-hot labels Y.

    J = -(1/m) * sum over the samples i and the classes k of Y[i, k] log(A[i, k])

    The logarithm of 0 is kept away by clipping ``A`` to [1e-10, 1 - 1e-10] first.

    Parameters
    ----------
    A : ndarray of float, shape (m, K)
        Probabilities, a row for each sample. 0 and 1 may occur.
    Y : ndarray of float, shape (m, K)
        One-hot labels.

    Returns
    -------
    float
        One number, in nats (natural logarithm). ``A`` and ``Y`` are left as they are.

    Examples
    --------
    A = [[0.5, 0.25, 0.25], [0.25, 0.25, 0.5]], Y = [[1, 0, 0], [0, 1, 0]]: the right classes
    have the probabilities 0.5 and 0.25, so J = -(log 0.5 + log 0.25) / 2 = 1.5 log 2 = 1.0397.
    """
    raise NotImplementedError("CEcost: not written yet")


# %% [markdown]
# ## MultiClassNetwork
#
# The network itself: it learns, and it predicts. · 학습하고 예측하는 신경망입니다.


# %% task="MultiClassNetwork"
class MultiClassNetwork:
    """A network with one hidden layer (sigmoid) and softmax output, trained by gradient descent.

    Parameters
    ----------
    units : int
        Number of neurons in the hidden layer.
    seed : int
        Seed of the random initial weights.

    Attributes
    ----------
    w1 : ndarray of float, shape (n, units)
        Weights from the n features to the hidden layer.
    b1 : ndarray of float, shape (units,)
        Biases of the hidden layer.
    w2 : ndarray of float, shape (units, K)
        Weights from the hidden layer to the K classes.
    b2 : ndarray of float, shape (K,)
        Biases of the classes.
    a1 : ndarray of float, shape (m, units)
        Output of the hidden layer at the last forward pass.
    losses : list of float
        One loss an epoch, in nats.
    """

    def __init__(self, units=10, seed=0):
        self.units = units
        self.seed = seed
        self.w1 = None
        self.b1 = None
        self.w2 = None
        self.b2 = None
        self.a1 = None
        self.losses = []

    def init_weights(self, n_features, n_classes):
        """Draw w1 and w2 from the normal distribution N(0, 1) and set b1 and b2 to 0.

        The same ``seed`` gives the same weights each time, another seed gives others. Seed a
        generator of your own, np.random.default_rng(self.seed), or np.random.seed(self.seed).

        Parameters
        ----------
        n_features : int
            Number of features n.
        n_classes : int
            Number of classes K.
        """
        raise NotImplementedError("MultiClassNetwork.init_weights: not written yet")

    def sigmoid(self, z):
        """Return the sigmoid of each entry, 1 / (1 + exp(-z)), as in the exercise before.

        Parameters
        ----------
        z : ndarray of float, any shape

        Returns
        -------
        ndarray of float, same shape
        """
        raise NotImplementedError("MultiClassNetwork.sigmoid: not written yet")

    def forpass(self, x):
        """Return the scores of the classes, before softmax, and keep the hidden layer in ``a1``.

        a1 = sigmoid(x w1 + b1),    z2 = a1 w2 + b2

        Parameters
        ----------
        x : ndarray of float, shape (m, n)
            Samples, one a row.

        Returns
        -------
        ndarray of float, shape (m, K)

        Examples
        --------
        One feature, one unit, two classes: x = [[2]], w1 = [[0]], b1 = [0] give a1 = [[1/2]];
        with w2 = [[4, -2]], b2 = [1, 0] the scores are [[4/2 + 1, -2/2 + 0]] = [[3, -1]].
        """
        raise NotImplementedError("MultiClassNetwork.forpass: not written yet")

    def backprop(self, x, err):
        """Return the gradient of the mean cross-entropy, after a forward pass of the same x.

        w2_grad = (1/m) a1.T err             b2_grad = (1/m) * sum of err over the samples
        err1    = (err w2.T) * a1 * (1 - a1)
        w1_grad = (1/m) x.T err1             b1_grad = (1/m) * sum of err1 over the samples

        Parameters
        ----------
        x : ndarray of float, shape (m, n)
            Samples, one a row.
        err : ndarray of float, shape (m, K)
            ``A - Y``: the predicted probabilities minus the one-hot labels.

        Returns
        -------
        w1_grad : ndarray of float, shape (n, units)
        b1_grad : ndarray of float, shape (units,)
        w2_grad : ndarray of float, shape (units, K)
        b2_grad : ndarray of float, shape (K,)
            One number for each class.

        Examples
        --------
        Go on with the example of ``forpass``, with err = [[0.5, -0.5]] and m = 1:
        w2_grad = [[0.25, -0.25]], b2_grad = [0.5, -0.5],
        err1 = (0.5*4 + 0.5*2) * 1/2 * 1/2 = 0.75, w1_grad = [[2 * 0.75]] = [[1.5]],
        b1_grad = [0.75].
        """
        raise NotImplementedError("MultiClassNetwork.backprop: not written yet")

    def fit(self, x, y, epochs=100):
        """Train from fresh initial weights, with all samples in each epoch and learning rate 1.

        ``fit`` calls ``init_weights`` once. Each epoch then makes one forward pass, appends its
        loss, the mean cross-entropy, to ``losses``, and makes one step: each of w1, b1, w2, b2
        minus its gradient.

        Parameters
        ----------
        x : ndarray of float, shape (m, n)
            Samples, one a row; left as they are.
        y : ndarray of float, shape (m, K)
            One-hot labels.
        epochs : int
            Number of steps.
        """
        raise NotImplementedError("MultiClassNetwork.fit: not written yet")

    def predict(self, x):
        """Return the number of the most probable class of each sample.

        Parameters
        ----------
        x : ndarray of float, shape (m, n)

        Returns
        -------
        ndarray of int, shape (m,)
            From 0 to K - 1.
        """
        raise NotImplementedError("MultiClassNetwork.predict: not written yet")

    def score(self, x, y):
        """Return the accuracy: the share of samples whose class is predicted.

        Parameters
        ----------
        x : ndarray of float, shape (m, n)
        y : ndarray of float, shape (m, K)
            One-hot labels.

        Returns
        -------
        float
            Between 0 and 1.
        """
        raise NotImplementedError("MultiClassNetwork.score: not written yet")
