"""Known ways to get the sigmoid wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression import reference as right


@misconception("sigmoid")
def sigmoid_of_minus_z(z):
    """The sign in the exponent is turned round: your sigmoid falls where it must rise.

    The exponent is -z. A large score must give a probability near 1.

    ko: 지수의 부호가 반대입니다. 시그모이드가 커져야 할 곳에서 작아집니다.

    지수는 -z입니다. 점수가 크면 확률이 1에 가까워야 합니다.
    """
    return 1 / (1 + np.exp(np.clip(z, -500, 500)))


@misconception("sigmoid")
def sigmoid_overflows(z):
    """Your values are right, but exp(-z) overflows for scores far below 0.

    Clip z before you call exp: beyond 500 the answer is 0 or 1 anyway.

    ko: 값은 맞지만 점수가 0보다 아주 작으면 exp(-z)에서 오버플로가 납니다.

    exp를 부르기 전에 np.clip으로 z를 제한하세요. 500을 넘으면 답은 어차피 0 또는 1입니다.
    """
    return 1 / (1 + np.exp(-z))


@misconception("sigmoid")
def sigmoid_clipped_too_near(z):
    """You clip z so close to 0 that the sigmoid never gets near 0 and 1.

    At 10 the sigmoid still differs from 1 by 0.00005. Clip where no float can tell, at 500 say.

    ko: z를 0에 너무 가까운 값으로 제한해서 시그모이드가 0과 1에 가까워지지 못합니다.

    z가 10일 때도 1과 0.00005만큼 다릅니다. 500처럼 차이가 남지 않는 곳에서 제한하세요.
    """
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))


@misconception("sigmoid")
def sigmoid_slope(z):
    """You return the derivative of the sigmoid, a(1 - a), not the sigmoid.

    Return a itself. At z = 0 it is 1/2; the derivative is 1/4 there.

    ko: 시그모이드가 아니라 시그모이드의 도함수 a(1 - a)입니다.

    a 자체를 돌려주세요. z = 0에서 시그모이드는 1/2이고 도함수는 1/4입니다.
    """
    a = right.sigmoid(z)
    return a * (1 - a)


@misconception("sigmoid")
def sigmoid_is_tanh(z):
    """You return tanh, which runs from -1 to 1; the sigmoid runs from 0 to 1.

    At z = 0 the sigmoid is 1/2, not 0.

    ko: 이것은 -1과 1 사이의 tanh입니다. 시그모이드는 0과 1 사이의 값입니다.

    z = 0에서 시그모이드는 0이 아니라 1/2입니다.
    """
    return np.tanh(z)


@misconception("sigmoid")
def sigmoid_changes_its_argument(z):
    """You clip the scores in place: the caller's array is changed.

    Write z = np.clip(z, ...), without out=z or z[...] =: that makes a new array.

    ko: 입력 배열 자체를 제한해서 호출한 쪽의 배열이 바뀝니다.

    제한한 값을 새 배열에 두세요. out=z나 z[...] =를 쓰지 말고 z = np.clip(z, ...)로 쓰면 됩니다.
    """
    np.clip(z, -500, 500, out=z)
    return 1 / (1 + np.exp(-z))


@misconception("sigmoid")
def sigmoid_gives_a_list(z):
    """You return a list, not a NumPy array.

    numpy works on the whole array at once: write the formula with z itself, without a loop.

    ko: numpy 배열이 아니라 리스트를 돌려줍니다.

    numpy는 배열 전체를 한꺼번에 계산합니다. 반복문 없이 z 자체로 수식을 쓰세요.
    """
    return [1 / (1 + np.exp(-score)) for score in np.clip(z, -500, 500)]


@misconception("sigmoid")
def sigmoid_in_float32(z):
    """You work in float32, which keeps only 7 digits.

    Leave the numbers in float64, as they come.

    ko: 유효 숫자가 7자리뿐인 float32로 계산합니다.

    입력된 그대로 float64로 두세요.
    """
    return right.sigmoid(z).astype(np.float32)


@misconception("sigmoid")
def sigmoid_decides(z):
    """You return 0 or 1, the decision; a sigmoid gives the probability.

    No comparison belongs in here: write 1 / (1 + exp(-z)) and leave the decision to predict.

    ko: 확률이 아니라 0 또는 1의 판정을 돌려줍니다.

    여기에는 비교가 없습니다. 1 / (1 + exp(-z))를 쓰고 판정은 predict에 맡기세요.
    """
    return np.where(z > 0, 1.0, 0.0)
