"""Known ways to get ReLU and its derivative wrong."""

import numpy as np

from autograder.misconceptions import misconception


@misconception("relu")
def relu_absolute(x):
    """You return the absolute value; relu is 0 for negative x.

    max(0, x).

    ko: 절댓값을 돌려줍니다. x가 음수이면 relu는 0입니다.

    max(0, x)입니다.
    """
    return np.abs(x)


@misconception("relu")
def relu_leaks(x):
    """Negative x leak through: a plain relu is exactly 0 there.

    max(0, x).

    ko: 음수인 x가 조금 새어 나옵니다. relu는 거기서 정확히 0입니다.

    max(0, x)입니다.
    """
    return np.where(x > 0, x, 0.01 * x)


@misconception("relu")
def relu_is_a_step(x):
    """You return 1 for positive x; relu returns x itself there.

    max(0, x).

    ko: x가 양수이면 1을 돌려줍니다. relu는 x 자체를 돌려줍니다.

    max(0, x)입니다.
    """
    return np.where(x > 0, 1.0, 0.0)


@misconception("relu")
def relu_changes_its_argument(x):
    """You set the negative entries to 0 in place: the caller's array is changed.

    np.maximum(0, x) makes a new array.

    ko: 음수인 원소를 입력 배열에서 바로 0으로 바꿉니다.

    np.maximum(0, x)는 새 배열을 만듭니다.
    """
    x[x < 0] = 0.0
    return x


@misconception("relu_prime")
def relu_prime_at_zero(x):
    """Your derivative is 1 at x = 0; in this course it is 0 there.

    x > 0, not x >= 0.

    ko: x = 0에서 1입니다. 이 과정에서는 0입니다.

    x >= 0이 아니라 x > 0입니다.
    """
    return np.where(x >= 0, 1.0, 0.0)


@misconception("relu_prime")
def relu_prime_is_relu(x):
    """You return relu itself, not its slope.

    The slope is 1 where x > 0 and 0 elsewhere.

    ko: 기울기가 아니라 relu 자체를 돌려줍니다.

    기울기는 x > 0인 곳에서 1이고 나머지에서 0입니다.
    """
    return np.maximum(0.0, x)


@misconception("relu")
def relu_bounded(x):
    """You cut the values off at 1; ReLU has no upper bound.

    Above 0 it is x itself, however large: np.maximum(x, 0).

    ko: 값을 1에서 잘랐습니다. ReLU에는 위쪽 한계가 없습니다.

    0보다 크면 아무리 커도 x 그대로입니다. np.maximum(x, 0)을 쓰세요.
    """
    return np.clip(x, 0.0, 1.0)
