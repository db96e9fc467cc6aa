"""Known ways to get tanh and its derivative wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression.reference import sigmoid


@misconception("tanh")
def tanh_of_x_not_two_x(x):
    """You take the sigmoid of x; it is the sigmoid of 2 x.

    tanh(x) = 2 sigmoid(2 x) - 1.

    ko: x의 시그모이드를 썼습니다. 2 x의 시그모이드여야 합니다.

    tanh(x) = 2 sigmoid(2 x) - 1입니다.
    """
    return 2 * sigmoid(x) - 1


@misconception("tanh")
def tanh_without_minus_one(x):
    """The -1 at the end is missing: your values run from 0 to 2.

    tanh(x) = 2 sigmoid(2 x) - 1.

    ko: 끝의 -1이 빠져서 값이 0부터 2까지입니다.

    tanh(x) = 2 sigmoid(2 x) - 1입니다.
    """
    return 2 * sigmoid(2 * x)


@misconception("tanh")
def tanh_without_factor_two(x):
    """The 2 in front of the sigmoid is missing.

    tanh(x) = 2 sigmoid(2 x) - 1.

    ko: 시그모이드 앞의 2가 빠졌습니다.

    tanh(x) = 2 sigmoid(2 x) - 1입니다.
    """
    return sigmoid(2 * x) - 1


@misconception("tanh_prime")
def tanh_prime_of_an_activation(x):
    """You take x for the value of tanh: 1 - x².

    1 - tanh(x)².

    ko: x를 tanh의 값으로 여겨 1 - x²을 구했습니다.

    1 - tanh(x)²입니다.
    """
    return 1 - x**2


@misconception("tanh_prime")
def tanh_prime_of_thesigmoid(x):
    """You use a (1 - a), which belongs to the sigmoid.

    The derivative of tanh is 1 - tanh(x)².

    ko: 시그모이드의 식인 a (1 - a)를 썼습니다.

    tanh의 도함수는 1 - tanh(x)²입니다.
    """
    a = np.tanh(x)
    return a * (1 - a)


@misconception("tanh_prime")
def tanh_prime_without_square(x):
    """The square is missing.

    1 - tanh(x)².

    ko: 제곱이 빠졌습니다.

    1 - tanh(x)²입니다.
    """
    return 1 - np.tanh(x)
