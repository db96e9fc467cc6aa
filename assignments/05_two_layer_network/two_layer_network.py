# %% [markdown]
# # A network with two layers
#
# Ten neurons look at the features, one neuron looks at the ten. You build that network, train it
# from two different starts, and find out why one start wastes nine of the ten neurons.
# `handout.md` has the maths.
#
# # 두 층 신경망
#
# 뉴런 열 개가 특성을 보고, 뉴런 하나가 그 열 개의 출력을 봅니다. 이 신경망을 만들어 서로 다른 두
# 초깃값에서 학습시키고, 한쪽에서는 왜 뉴런 아홉 개가 쓸모없어지는지 알아봅니다. 수식은
# `handout.ko.md`에 있습니다.

# %%
"""A network with one hidden layer and one output, for labels 0 and 1.

Rows are samples, except in MSEcost, where columns are.
"""

import numpy as np

# %% [markdown]
# ## MSEcost
#
# How far outputs are from what they should be. · 출력이 목푯값에서 얼마나 떨어져 있는지 잽니다.


# %% task="MSEcost"
def MSEcost(A2, Y):
    """Return the mean over the samples of half the squared error. Columns are samples here.

    E = (1/m) * sum over the samples of 1/2 (y - y_hat)^2, added up over the outputs

    Parameters
    ----------
    A2 : ndarray of float, shape (n_y, m)
        Outputs of the network, a column for each of the m samples.
    Y : ndarray of float or int, same shape
        What the outputs should be.

    Returns
    -------
    float
        One number. ``A2`` and ``Y`` are left as they are.

    Examples
    --------
    A2 = [[0.5, 1.0, 0.0]], Y = [[1, 1, 1]]: the errors are 0.5, 0 and 1, so
    E = (1/3) * 1/2 * (0.25 + 0 + 1) = 0.2083.
    """
    raise NotImplementedError("MSEcost: not written yet")


# %% [markdown]
# ## DualLayer
#
# The network, with a start at all ones. · 모든 가중치를 1로 두고 시작하는 신경망입니다.


# %% task="DualLayer"
class DualLayer:
    """A network with one hidden layer, trained by full-batch gradient descent, learning rate 1.

    Parameters
    ----------
    units : int
        Number of neurons in the hidden layer.

    Attributes
    ----------
    w1 : ndarray of float, shape (n, units)
        Weights from the n features to the hidden layer.
    b1 : ndarray of float, shape (units,)
        Biases of the hidden layer.
    w2 : ndarray of float, shape (units, 1)
        Weights from the hidden layer to the output.
    b2 : float
        Bias of the output, one number.
    a1 : ndarray of float, shape (m, units)
        Output of the hidden layer at the last forward pass.
    losses : list of float
        One loss an epoch, in nats.
    """

    def __init__(self, units=10):
        self.units = units
        self.w1 = None
        self.b1 = None
        self.w2 = None
        self.b2 = None
        self.a1 = None
        self.losses = []

    def init_weights(self, n_features):
        """Set all weights to 1 and all biases to 0.

        Parameters
        ----------
        n_features : int
            Number of features n.
        """
        raise NotImplementedError("DualLayer.init_weights: not written yet")

    def activation(self, z):
        """Return the sigmoid of each entry, without a warning for any abs(z) up to 1e4.

        sigmoid(z) = 1 / (1 + exp(-z))

        Parameters
        ----------
        z : ndarray of float, any shape

        Returns
        -------
        ndarray of float, same shape
            Between 0 and 1. ``z`` itself is left as it is.
        """
        raise NotImplementedError("DualLayer.activation: not written yet")

    def forpass(self, x):
        """Return the scores z2 of the samples, and keep the hidden layer's output in ``a1``.

        a1 = activation(x w1 + b1),    z2 = a1 w2 + b2

        Parameters
        ----------
        x : ndarray of float, shape (m, n)
            Samples, one a row.

        Returns
        -------
        ndarray of float, shape (m, 1)
            Scores, before the sigmoid of the output.

        Examples
        --------
        One feature, two units: x = [[2]], w1 = [[0, 0]], b1 = [0, log 3] give
        a1 = [[1/2, 3/4]]; with w2 = [[4], [-2]], b2 = 1 the score is
        [[4/2 - 2*3/4 + 1]] = [[1.5]].
        """
        raise NotImplementedError("DualLayer.forpass: not written yet")

    def backprop(self, x, err):
        """Return the gradient of the mean cross-entropy, after a forward pass of the same x.

        w2_grad = (1/m) a1.T err             b2_grad = (1/m) * sum of err
        err1    = (err w2.T) * a1 * (1 - a1)
        w1_grad = (1/m) x.T err1             b1_grad = (1/m) * sum of err1 over the samples

        Parameters
        ----------
        x : ndarray of float, shape (m, n)
            Samples, one a row.
        err : ndarray of float, shape (m, 1)
            ``a - y``: the predicted probability minus the label.

        Returns
        -------
        w1_grad : ndarray of float, shape (n, units)
        b1_grad : ndarray of float, shape (units,)
        w2_grad : ndarray of float, shape (units, 1)
        b2_grad : float
            One number. Arguments and weights are left as they are.

        Examples
        --------
        Go on with the example of ``forpass``, with err = [[0.5]] and m = 1:
        w2_grad = [[0.25], [0.375]], b2_grad = 0.5,
        err1 = [[0.5*4 * 1/2 * 1/2, 0.5*(-2) * 3/4 * 1/4]] = [[0.5, -0.1875]],
        w1_grad = 2 * err1 = [[1.0, -0.375]], b1_grad = [0.5, -0.1875].
        """
        raise NotImplementedError("DualLayer.backprop: not written yet")

    def training(self, x, y, m):
        """Make one step from the weights as they are: each of w1, b1, w2, b2 minus its gradient.

        Parameters
        ----------
        x : ndarray of float, shape (m, n)
            Samples, one a row; left as they are.
        y : ndarray of int, shape (m, 1)
            Labels, 0 or 1, as a column; left as they are.
        m : int
            Number of samples, for those who need it.

        Returns
        -------
        ndarray of float, shape (m, 1)
            The probabilities of class 1 before the step.
        """
        raise NotImplementedError("DualLayer.training: not written yet")

    def fit(self, x, y, epochs=100):
        """Call ``init_weights`` once, then make one step of ``training`` in each epoch.

        Each epoch appends one loss to ``losses``: the MEAN over the samples of the cross-entropy
        -(y log(a) + (1 - y) log(1 - a)), where ``a`` is what ``training`` returned, clipped to
        [1e-10, 1 - 1e-10].

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
        Two units, x = [[0], [0]], y = [1, 0]: both a1 are 1/2, both scores 1, and the first loss
        is (log(1 + 1/e) + log(1 + e)) / 2 = (0.3133 + 1.3133) / 2 = 0.8133.
        """
        raise NotImplementedError("DualLayer.fit: not written yet")

    def predict(self, x):
        """Return True where class 1 is the more probable one, that is where the score is above 0.

        Parameters
        ----------
        x : ndarray of float, shape (m, n)

        Returns
        -------
        ndarray of bool, shape (m, 1)
        """
        raise NotImplementedError("DualLayer.predict: not written yet")

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
        raise NotImplementedError("DualLayer.score: not written yet")


# %% [markdown]
# ## RandomInitNetwork
#
# The same network with another start. · 초깃값만 다른 같은 신경망입니다.


# %% task="RandomInitNetwork"
class RandomInitNetwork(DualLayer):
    """A ``DualLayer`` that starts from random weights; all else it has from ``DualLayer``.

    Parameters
    ----------
    units : int
        Number of neurons in the hidden layer.
    seed : int
        Seed of the random initial weights.
    """

    def __init__(self, units=10, seed=0):
        super().__init__(units)
        self.seed = seed

    def init_weights(self, n_features):
        """Draw w1, then w2, from the normal distribution N(0, 1), and set all biases to 0.

        The same ``seed`` gives the same weights each time, another seed gives others. Seed once,
        before w1. Any generator of numpy will do; np.random.RandomState(self.seed), as well as
        np.random.seed(self.seed), gives the numbers of the lecture.

        Parameters
        ----------
        n_features : int
            Number of features n.
        """
        raise NotImplementedError("RandomInitNetwork.init_weights: not written yet")


# %% [markdown]
# ## compare_losses
#
# Which curve is better, and since when? · 어느 곡선이 더 나은지, 언제부터 그런지 알아봅니다.


# %% task="compare_losses"
def compare_losses(ones, random, goal):
    """Return when each loss curve reaches a goal, and from when on ``random`` is the lower one.

    Epochs are counted from 0, as the losses are. Where there is no such epoch, the answer is -1.

    Parameters
    ----------
    ones, random : list of float
        Losses of two trainings, one an epoch, of the same length.
    goal : float
        The loss to be reached.

    Returns
    -------
    ones_epoch : int
        The first epoch with a loss of at most ``goal`` in ``ones``.
    random_epoch : int
        The same for ``random``.
    lead : int
        The first epoch from which on ``random`` is below ``ones`` in every epoch to the end.

    Examples
    --------
    ones = [4, 3, 3, 2, 2], random = [3, 3, 1, 1, 1], goal = 2: ``ones`` is at 2 in epoch 3,
    ``random`` is at most 2 from epoch 2 on. In epoch 0 ``random`` is below, but in epoch 1 it is
    not; it is below for good from epoch 2 on. The result is (3, 2, 2).
    """
    raise NotImplementedError("compare_losses: not written yet")
