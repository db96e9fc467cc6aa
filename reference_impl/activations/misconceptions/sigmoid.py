"""Known ways to get the sigmoid and its derivative wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression.reference import sigmoid


@misconception("sigmoid")
def sigmoid_of_minus_x(x):
    """The sign in the exponent is turned round: your sigmoid falls where it must rise.

    The exponent is -x.

    ko: 지수의 부호가 반대입니다. 시그모이드가 커져야 할 곳에서 작아집니다.

    지수는 -x입니다.
    """
    return sigmoid(-x)


@misconception("sigmoid")
def sigmoid_as_exp_over_exp(x):
    """You compute exp(x) / (1 + exp(x)), which is inf / inf = nan for large x.

    1 / (1 + exp(-x)) is the same function and stays finite there.

    ko: exp(x) / (1 + exp(x))로 계산해서 x가 크면 inf / inf, 곧 nan이 됩니다.

    1 / (1 + exp(-x))는 같은 함수이고 거기서도 유한합니다.
    """
    return np.exp(x) / (1 + np.exp(x))


@misconception("sigmoid_prime")
def sigmoid_prime_of_an_activation(x):
    """You take x for the sigmoid's value: x (1 - x).

    Compute a = sigmoid(x) first, then a (1 - a).

    ko: x를 시그모이드의 값으로 여겨 x (1 - x)를 구했습니다.

    먼저 a = sigmoid(x)를 구하고 a (1 - a)를 돌려주세요.
    """
    return x * (1 - x)


@misconception("sigmoid_prime")
def sigmoid_prime_of_tanh(x):
    """You use 1 - a², which belongs to tanh; the sigmoid's derivative is a (1 - a).

    At x = 0 it is 1/4.

    ko: tanh의 식인 1 - a²을 썼습니다. 시그모이드의 도함수는 a (1 - a)입니다.

    x = 0에서 1/4입니다.
    """
    return 1 - sigmoid(x) ** 2


@misconception("sigmoid_prime")
def sigmoid_prime_is_the_sigmoid(x):
    """You return the sigmoid itself, not its derivative.

    a (1 - a) with a = sigmoid(x).

    ko: 도함수가 아니라 시그모이드 자체를 돌려줍니다.

    a = sigmoid(x)일 때 a (1 - a)입니다.
    """
    return sigmoid(x)


@misconception("sigmoid_prime")
def sigmoid_prime_negative(x):
    """The sign is turned round: the sigmoid rises everywhere, so its derivative is positive.

    a (1 - a), not a (a - 1).

    ko: 부호가 반대입니다. 시그모이드는 어디서나 커지므로 도함수는 양수입니다.

    a (a - 1)이 아니라 a (1 - a)입니다.
    """
    a = sigmoid(x)
    return a * (a - 1)
