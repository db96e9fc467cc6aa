"""Known ways to get the forward pass wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.stochastic_gradient_descent import reference as right


@misconception("forpass")
def forpass_without_output_softmax(A0, W1, b1, W2, b2):
    """The output layer lacks its softmax.

    A2 = softmax(Z2).

    ko: 출력층에 소프트맥스가 빠졌습니다.

    A2 = softmax(Z2)입니다.
    """
    Z1, A1, Z2, _ = right.forward(A0, right.Weights(W1, b1, W2, b2))
    return Z1, A1, Z2, Z2


@misconception("forpass")
def forpass_without_biases(A0, W1, b1, W2, b2):
    """The scores lack the biases.

    Z1 = W1 A0 + b1 and Z2 = W2 A1 + b2.

    ko: 점수에 절편이 더해지지 않았습니다.

    Z1 = W1 A0 + b1, Z2 = W2 A1 + b2입니다.
    """
    return tuple(right.forward(A0, right.Weights(W1, 0 * b1, W2, 0 * b2)))


@misconception("forpass")
def forpass_with_sigmoid_at_the_output(A0, W1, b1, W2, b2):
    """The output layer has a sigmoid; softmax belongs there.

    A2 = softmax(Z2): the probabilities of the classes sum to 1.

    ko: 출력층에 시그모이드가 있습니다. 소프트맥스를 써야 합니다.

    A2 = softmax(Z2)이고 클래스의 확률을 더하면 1입니다.
    """
    Z1, A1, Z2, _ = right.forward(A0, right.Weights(W1, b1, W2, b2))
    return Z1, A1, Z2, right.g(Z2)


@misconception("forpass")
def forpass_without_hidden_sigmoid(A0, W1, b1, W2, b2):
    """The hidden layer lacks its sigmoid.

    A1 = g(Z1).

    ko: 은닉층에 시그모이드가 빠졌습니다.

    A1 = g(Z1)입니다.
    """
    Z1 = np.dot(W1, A0) + b1
    Z2 = np.dot(W2, Z1) + b2
    return Z1, Z1, Z2, right.softmax(Z2)
