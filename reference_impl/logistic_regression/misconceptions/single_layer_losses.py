"""Known ways to get the losses of the layer wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression.misconceptions._epoch import begin, step


@misconception("SingleLayer")
class losses_are_means:
    """losses holds the mean over the samples; it must hold the sum.

    CEcost gives the mean: multiply by the number of samples.

    ko: losses에 샘플 평균이 들어 있습니다. 합이 들어가야 합니다.

    CEcost는 평균을 주므로 샘플 수를 곱하세요.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs)
        self.losses = [loss / len(x) for loss in self.losses]


@misconception("SingleLayer")
class losses_after_the_step:
    """The loss is taken after the step; it belongs to the weights before it.

    Append the loss right after the forward pass.

    ko: 가중치를 바꾼 뒤에 손실을 구합니다. 바꾸기 전 가중치의 손실이어야 합니다.

    순전파 바로 다음에 손실을 추가하세요.
    """

    def fit(self, x, y, epochs=100):
        begin(self, x)
        for _ in range(epochs):
            _, w_grad, b_grad = step(self, x, y)
            self.w, self.b = self.w - w_grad, self.b - b_grad
            self.losses.append(step(self, x, y)[0])


@misconception("SingleLayer")
class losses_not_recorded:
    """No losses are recorded.

    Append one number to self.losses in each epoch.

    ko: 손실이 기록되지 않습니다.

    에포크마다 self.losses에 수 하나를 추가하세요.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs)
        self.losses = []


@misconception("SingleLayer")
class losses_of_each_sample:
    """losses holds an array of all samples for each epoch; it must hold one number an epoch.

    Sum over the samples before you append.

    ko: losses에 에포크마다 모든 샘플의 배열이 들어 있습니다. 에포크마다 수 하나여야 합니다.

    추가하기 전에 샘플에 대해 더하세요.
    """

    def fit(self, x, y, epochs=100):
        begin(self, x)
        column = y.reshape(-1, 1)
        for _ in range(epochs):
            _, w_grad, b_grad = step(self, x, y)
            a = np.clip(self.activation(self.forpass(x)), 1e-10, 1 - 1e-10)
            self.losses.append(-(column * np.log(a) + (1 - column) * np.log(1 - a)))
            self.w, self.b = self.w - w_grad, self.b - b_grad


@misconception("SingleLayer")
class losses_of_the_last_epoch:
    """losses holds the last loss alone.

    Append in each epoch, inside the loop, and do not overwrite the list.

    ko: losses에 마지막 손실만 들어 있습니다.

    반복문 안에서 에포크마다 추가하고 리스트를 덮어쓰지 마세요.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs)
        self.losses = self.losses[-1:]
