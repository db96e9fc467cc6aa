"""Known ways to get the sigmoid and its derivative wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.stochastic_gradient_descent import reference as right


@misconception("g")
def g_overflows(x):
    """Your values are right, but exp(-x) overflows for scores far below 0.

    Clip x before you call exp: beyond 500 the answer is 0 or 1 anyway.

    ko: 값은 맞지만 점수가 0보다 아주 작으면 exp(-x)에서 오버플로가 납니다.

    exp를 부르기 전에 np.clip으로 x를 제한하세요. 500을 넘으면 답은 어차피 0 또는 1입니다.
    """
    return 1 / (1 + np.exp(-x))


@misconception("g")
def g_of_minus_x(x):
    """The sign in the exponent is turned round: your sigmoid falls where it must rise.

    The exponent is -x.

    ko: 지수의 부호가 반대입니다. 시그모이드가 커져야 할 곳에서 작아집니다.

    지수는 -x입니다.
    """
    return right.g(-x)


@misconception("g_prime")
def g_prime_of_an_activation(x):
    """You take x for the activation: x (1 - x) is the slope only if x is g's value already.

    Here x is the score: compute a = g(x) first, then a (1 - a).

    ko: x를 활성화 값으로 여겼습니다. x (1 - x)는 x가 이미 g의 값일 때만 기울기입니다.

    여기서 x는 점수입니다. 먼저 a = g(x)를 구하고 a (1 - a)를 돌려주세요.
    """
    return x * (1 - x)


@misconception("g_prime")
def g_prime_of_tanh(x):
    """You use 1 - a², the slope of tanh; the slope of the sigmoid is a (1 - a).

    The lecture's slides derive the hidden layer with tanh, but its code has a sigmoid there.

    ko: tanh의 기울기인 1 - a²을 썼습니다. 시그모이드의 기울기는 a (1 - a)입니다.

    강의 슬라이드는 은닉층을 tanh로 미분하지만 코드에는 시그모이드가 있습니다.
    """
    return 1 - right.g(x) ** 2


@misconception("g_prime")
def g_prime_is_g(x):
    """You return g(x) itself, not its derivative.

    The derivative is a (1 - a) with a = g(x).

    ko: 도함수가 아니라 g(x) 자체를 돌려줍니다.

    도함수는 a = g(x)일 때 a (1 - a)입니다.
    """
    return right.g(x)
