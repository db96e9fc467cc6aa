# %% [markdown]
# # The linear neuron
#
# One neuron draws a straight line through 442 patients: a weighted sum, a squared error, and a
# small step after each patient. `handout.md` has the maths.
#
# # 선형 뉴런
#
# 뉴런 하나로 환자 442명의 데이터에 직선을 긋습니다. 가중합과 제곱 오차를 구하고, 환자 한 명을 볼
# 때마다 조금씩 고칩니다. 수식은 `handout.ko.md`에 있습니다.

# %%
"""A linear neuron: rows are samples, a prediction is a weighted sum plus a bias."""

import numpy as np

# %% [markdown]
# ## predict_loop
#
# The weighted sum of one sample, feature by feature. · 샘플 하나의 가중합을 특성마다 더해 구합니다.


# %% task="predict_loop"
def predict_loop(x, w, b):
    """Return the prediction for one sample, with a Python loop over its features.

    y_hat = w[0] x[0] + w[1] x[1] + ... + w[D-1] x[D-1] + b

    Parameters
    ----------
    x : ndarray of float, shape (D,)
        One sample, with any number D of features.
    w : ndarray of float, shape (D,)
        Weights, one a feature.
    b : float
        Bias.

    Returns
    -------
    float
        One number. ``x`` and ``w`` are left as they are.

    Examples
    --------
    x = [1, 2, 3], w = [4, 0, -1], b = 0.5: 1*4 + 2*0 - 3*1 + 0.5 = 1.5.
    """
    raise NotImplementedError("predict_loop: not written yet")


# %% [markdown]
# ## predict
#
# The same for all samples at once, without a loop. · 같은 계산을 반복문 없이 모든 샘플에 대해
# 한 번에 합니다.


# %% task="predict"
def predict(X, w, b):
    """Return the predictions for all samples, with numpy on the whole array: no Python loop.

    y_hat = X w + b

    Parameters
    ----------
    X : ndarray of float, shape (N, D)
        Samples, one a row.
    w : ndarray of float, shape (D,)
        Weights, one a feature.
    b : float
        Bias.

    Returns
    -------
    ndarray of float, shape (N,)
        One prediction a sample. ``X`` and ``w`` are left as they are.

    Examples
    --------
    X = [[1, 2], [3, 4]], w = [2, -1], b = 0.5: y_hat = [2 - 2 + 0.5, 6 - 4 + 0.5] = [0.5, 2.5].
    """
    raise NotImplementedError("predict: not written yet")


# %% [markdown]
# ## squared_error
#
# How far a prediction is from its target. · 예측값이 목푯값에서 얼마나 벗어났는지 잽니다.


# %% task="squared_error"
def squared_error(y, y_hat):
    """Return half the squared error of each prediction.

    E = (y - y_hat)**2 / 2

    Parameters
    ----------
    y : float, or ndarray of float of any shape
        Targets.
    y_hat : float, or ndarray of float of the same shape
        Predictions.

    Returns
    -------
    float, or ndarray of float of that shape
        One error for each prediction: no sum, no mean. ``y`` and ``y_hat`` are left as they are.

    Examples
    --------
    y = [3, 1], y_hat = [1, 2]: E = [(3 - 1)**2 / 2, (1 - 2)**2 / 2] = [2, 0.5].
    """
    raise NotImplementedError("squared_error: not written yet")


# %% [markdown]
# ## Neuron
#
# The neuron itself: it predicts, is told its error, and learns. · 예측하고, 오차를 받아 학습하는
# 뉴런입니다.


# %% task="Neuron"
class Neuron:
    """A neuron with one input that learns after each sample, with a learning rate of 1.

    Attributes
    ----------
    w : float
        Weight, 1 in a new neuron.
    b : float
        Bias, 1 in a new neuron.
    """

    def __init__(self):
        self.w = 1.0
        self.b = 1.0

    def forpass(self, x):
        """Return the prediction y_hat = w x + b.

        Parameters
        ----------
        x : float
            The one feature of a sample.

        Returns
        -------
        float

        Examples
        --------
        w = 2, b = 0.5, x = 3: y_hat = 2*3 + 0.5 = 6.5.
        """
        raise NotImplementedError("Neuron.forpass: not written yet")

    def backprop(self, x, err):
        """Return the derivatives of one sample's squared error with respect to w and b.

        With E = (y - y_hat)**2 / 2 and err = y_hat - y:  w_grad = x err,  b_grad = err

        Parameters
        ----------
        x : float
            The one feature of the sample.
        err : float
            Prediction minus target.

        Returns
        -------
        w_grad : float
        b_grad : float
            Two numbers; ``w`` and ``b`` are not changed here.

        Examples
        --------
        x = 3, err = -2: w_grad = 3*(-2) = -6, b_grad = -2.
        """
        raise NotImplementedError("Neuron.backprop: not written yet")

    def fit(self, x, y, epochs=100):
        """Learn: one step for each sample, in the order in which they come, ``epochs`` times.

        Each step predicts one sample and then moves both numbers against their derivatives:
        w <- w - w_grad and b <- b - b_grad. Learning goes on from the w and b that the neuron has.

        Parameters
        ----------
        x : ndarray of float, shape (N,)
            The one feature of each sample; left as it is.
        y : ndarray of float, shape (N,)
            Targets; left as they are.
        epochs : int
            How often to go through all samples.

        Examples
        --------
        x = [2], y = [5], epochs = 1 in a new neuron: y_hat = 1*2 + 1 = 3, err = 3 - 5 = -2,
        so w = 1 - 2*(-2) = 5 and b = 1 - (-2) = 3.
        """
        raise NotImplementedError("Neuron.fit: not written yet")
