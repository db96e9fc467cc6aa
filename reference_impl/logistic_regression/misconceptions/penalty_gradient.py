"""Known ways to get the gradient of a cost with a penalty on the weights wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression import regularisation


def _gradient(X, y, w, b):
    """Return the gradient without a penalty."""
    return regularisation.l2_grad(X, y, w, b, 0.0)


@misconception("l1_grad")
def l1_slope_divided_by_m(X, y, w, b, lam):
    """You divide the slope of the penalty by m; the penalty is no mean over the samples.

    Add lam * np.sign(w) as it is, after backprop has divided by m.

    ko: 벌점의 기울기를 m으로 나누었습니다. 벌점은 샘플에 대한 평균이 아닙니다.

    backprop이 m으로 나눈 다음에 lam * np.sign(w)를 그대로 더하세요.
    """
    return regularisation.l1_grad(X, y, w, b, lam / len(X))


@misconception("l2_grad")
def l2_slope_divided_by_m(X, y, w, b, lam):
    """You divide the slope of the penalty by m; the penalty is no mean over the samples.

    Add 2 * lam * w as it is, after backprop has divided by m.

    ko: 벌점의 기울기를 m으로 나누었습니다. 벌점은 샘플에 대한 평균이 아닙니다.

    backprop이 m으로 나눈 다음에 2 * lam * w를 그대로 더하세요.
    """
    return regularisation.l2_grad(X, y, w, b, lam / len(X))


@misconception("l1_grad")
def l1_slope_subtracted(X, y, w, b, lam):
    """You subtract the slope of the penalty: it would push the weights away from 0.

    The cost has + lam, and so has its gradient. The minus comes in the step.

    ko: 벌점의 기울기를 뺐습니다. 그러면 가중치가 0에서 멀어집니다.

    비용에서 lam의 부호가 +이므로 기울기에서도 +입니다. 마이너스는 가중치를 바꿀 때 붙습니다.
    """
    return regularisation.l1_grad(X, y, w, b, -lam)


@misconception("l2_grad")
def l2_slope_subtracted(X, y, w, b, lam):
    """You subtract the slope of the penalty: it would push the weights away from 0.

    The cost has + lam, and so has its gradient. The minus comes in the step.

    ko: 벌점의 기울기를 뺐습니다. 그러면 가중치가 0에서 멀어집니다.

    비용에서 lam의 부호가 +이므로 기울기에서도 +입니다. 마이너스는 가중치를 바꿀 때 붙습니다.
    """
    return regularisation.l2_grad(X, y, w, b, -lam)


@misconception("l1_grad", "l2_grad")
def slope_of_penalty_missing(X, y, w, b, lam):
    """The gradient is that of J alone: the slope of the penalty is missing.

    Add the derivative of the penalty to w_grad.

    ko: J의 기울기뿐이고 벌점의 기울기가 빠졌습니다.

    벌점의 도함수를 w_grad에 더하세요.
    """
    return _gradient(X, y, w, b)


@misconception("l1_grad")
def l1_slope_of_the_bias(X, y, w, b, lam):
    """The gradient of the bias has a penalty as well; the bias is free.

    b_grad is what backprop gives.

    ko: 절편의 기울기에도 벌점을 더했습니다. 절편에는 벌점이 없습니다.

    b_grad는 backprop이 구한 그대로입니다.
    """
    w_grad, b_grad = regularisation.l1_grad(X, y, w, b, lam)
    return w_grad, b_grad + lam * np.sign(b)


@misconception("l2_grad")
def l2_slope_of_the_bias(X, y, w, b, lam):
    """The gradient of the bias has a penalty as well; the bias is free.

    b_grad is what backprop gives.

    ko: 절편의 기울기에도 벌점을 더했습니다. 절편에는 벌점이 없습니다.

    b_grad는 backprop이 구한 그대로입니다.
    """
    w_grad, b_grad = regularisation.l2_grad(X, y, w, b, lam)
    return w_grad, b_grad + 2 * lam * b


@misconception("l1_grad")
def l1_slope_without_sign(X, y, w, b, lam):
    """You add lam to every entry; for a negative weight the slope of |w| is -1.

    Multiply lam by np.sign(w).

    ko: 모든 원소에 lam을 더했습니다. 음수인 가중치에서 |w|의 기울기는 -1입니다.

    lam에 np.sign(w)를 곱하세요.
    """
    w_grad, b_grad = _gradient(X, y, w, b)
    return w_grad + lam, b_grad


@misconception("l1_grad")
def l1_slope_is_the_size(X, y, w, b, lam):
    """You add lam times |w|, the penalty itself; its slope is lam times the sign of w.

    |w| is equally steep at 2 and at 10: the slope does not grow with the weight.

    ko: 벌점 자체인 lam * |w|를 더했습니다. 그 기울기는 lam에 w의 부호를 곱한 것입니다.

    |w|의 기울기는 2에서도 10에서도 같습니다. 가중치가 커져도 커지지 않습니다.
    """
    w_grad, b_grad = _gradient(X, y, w, b)
    return w_grad + lam * np.abs(w), b_grad


@misconception("l1_grad")
def l1_slope_is_l2(X, y, w, b, lam):
    """You add the slope of the squares, 2 lam w; the penalty here is |w|.

    |w| has slope 1 or -1 whatever the weight's size: np.sign(w).

    ko: 제곱의 기울기인 2 lam w를 더했습니다. 여기서 벌점은 |w|입니다.

    |w|의 기울기는 가중치의 크기와 상관없이 1 또는 -1, 곧 np.sign(w)입니다.
    """
    return regularisation.l2_grad(X, y, w, b, lam)


@misconception("l2_grad")
def l2_slope_without_two(X, y, w, b, lam):
    """The 2 of the square's derivative is missing: you add lam w.

    The derivative of lam * w**2 is 2 * lam * w, since the penalty has no ½.

    ko: 제곱을 미분할 때 나오는 2가 빠져서 lam w를 더했습니다.

    벌점에 ½이 없으므로 lam * w**2의 도함수는 2 * lam * w입니다.
    """
    return regularisation.l2_grad(X, y, w, b, lam / 2)


@misconception("l2_grad")
def l2_slope_is_the_square(X, y, w, b, lam):
    """You add lam times w², the penalty itself; its slope is 2 lam w.

    Take the derivative of w**2.

    ko: 벌점 자체인 lam * w²을 더했습니다. 그 기울기는 2 lam w입니다.

    w**2을 미분하세요.
    """
    w_grad, b_grad = _gradient(X, y, w, b)
    return w_grad + lam * w**2, b_grad


@misconception("l2_grad")
def l2_slope_is_l1(X, y, w, b, lam):
    """You add lam times the sign of w; the penalty here is the square.

    The slope of w**2 grows with the weight: 2 * lam * w.

    ko: lam에 w의 부호를 곱해서 더했습니다. 여기서 벌점은 제곱입니다.

    w**2의 기울기는 가중치와 함께 커집니다. 2 * lam * w입니다.
    """
    return regularisation.l1_grad(X, y, w, b, lam)
