"""Known ways to get the forward pass through a hidden layer wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression.reference import sigmoid


@misconception("DualLayer", "MultiClassNetwork")
class forpass_without_sigmoid:
    """The hidden layer lacks its sigmoid.

    a1 = sigmoid(x w1 + b1).

    ko: 은닉층에 시그모이드가 빠졌습니다.

    a1 = sigmoid(x w1 + b1)입니다.
    """

    def forpass(self, x):
        self.a1 = np.dot(x, self.w1) + self.b1
        return np.dot(self.a1, self.w2) + self.b2


@misconception("DualLayer", "MultiClassNetwork")
class forpass_without_hidden_bias:
    """The hidden layer lacks its bias b1.

    a1 = sigmoid(x w1 + b1).

    ko: 은닉층에 절편 b1이 빠졌습니다.

    a1 = sigmoid(x w1 + b1)입니다.
    """

    def forpass(self, x):
        self.a1 = sigmoid(np.dot(x, self.w1))
        return np.dot(self.a1, self.w2) + self.b2


@misconception("DualLayer", "MultiClassNetwork")
class forpass_without_output_bias:
    """The scores lack the bias b2.

    z2 = a1 w2 + b2.

    ko: 점수에 절편 b2가 빠졌습니다.

    z2 = a1 w2 + b2입니다.
    """

    def forpass(self, x):
        return super().forpass(x) - self.b2


@misconception("DualLayer", "MultiClassNetwork")
class forpass_with_transposed_weights:
    """w1 is transposed in the product: it has a row for each input, a column for each unit.

    (m, n) times (n, units) fits as it is: x w1, without .T.

    ko: 곱에서 w1을 전치했습니다. w1의 행은 입력, 열은 뉴런입니다.

    (m, n)과 (n, units)은 그대로 곱할 수 있습니다. .T 없이 x w1로 쓰세요.
    """

    def forpass(self, x):
        self.a1 = sigmoid(np.dot(x, self.w1.T) + self.b1)
        return np.dot(self.a1, self.w2) + self.b2
