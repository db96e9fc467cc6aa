"""Known ways to get the training of the layer wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression.misconceptions._epoch import begin, step


@misconception("SingleLayer")
class fit_goes_uphill:
    """The step goes uphill: you add the gradient.

    The gradient points to where the cost grows: subtract it, w <- w - w_grad.

    ko: 기울기를 더해서 비용이 커지는 쪽으로 갑니다.

    기울기는 비용이 커지는 방향입니다. w <- w - w_grad처럼 빼세요.
    """

    def fit(self, x, y, epochs=100):
        begin(self, x)
        for _ in range(epochs):
            loss, w_grad, b_grad = step(self, x, y)
            self.losses.append(loss)
            self.w, self.b = self.w + w_grad, self.b + b_grad


@misconception("SingleLayer")
class fit_forgets_the_bias:
    """The bias is never updated.

    Each epoch changes both: w <- w - w_grad and b <- b - b_grad.

    ko: 절편이 한 번도 바뀌지 않습니다.

    에포크마다 둘 다 바꾸세요. w <- w - w_grad, b <- b - b_grad.
    """

    def fit(self, x, y, epochs=100):
        begin(self, x)
        for _ in range(epochs):
            loss, w_grad, _ = step(self, x, y)
            self.losses.append(loss)
            self.w = self.w - w_grad


@misconception("SingleLayer")
class fit_learns_slowly:
    """You multiply the gradient by a small learning rate; here the learning rate is 1.

    w <- w - w_grad, with nothing in front of the gradient.

    ko: 기울기에 작은 학습률을 곱했습니다. 여기서 학습률은 1입니다.

    기울기 앞에 아무것도 곱하지 말고 w <- w - w_grad로 쓰세요.
    """

    rate = 0.1

    def fit(self, x, y, epochs=100):
        begin(self, x)
        for _ in range(epochs):
            loss, w_grad, b_grad = step(self, x, y)
            self.losses.append(loss)
            self.w, self.b = self.w - self.rate * w_grad, self.b - self.rate * b_grad


@misconception("SingleLayer")
class fit_starts_at_zero:
    """The weights start at 0; they must start at 1.

    np.ones, one weight a feature, and 0 for the bias.

    ko: 가중치가 0에서 시작합니다. 1에서 시작해야 합니다.

    특성마다 가중치 하나씩 np.ones로 만들고 절편은 0으로 두세요.
    """

    def fit(self, x, y, epochs=100):
        begin(self, x)
        self.w = self.w * 0.0
        for _ in range(epochs):
            loss, w_grad, b_grad = step(self, x, y)
            self.losses.append(loss)
            self.w, self.b = self.w - w_grad, self.b - b_grad


@misconception("SingleLayer")
class fit_goes_on_training:
    """A second call of fit goes on from the weights of the first.

    Set w to ones and b to 0 at the start of every fit, whatever was there.

    ko: fit을 다시 부르면 이전 가중치에서 이어서 학습합니다.

    fit을 시작할 때마다 무엇이 있든 w는 1, b는 0으로 두세요.
    """

    def fit(self, x, y, epochs=100):
        if self.w is None:
            begin(self, x)
        for _ in range(epochs):
            loss, w_grad, b_grad = step(self, x, y)
            self.losses.append(loss)
            self.w, self.b = self.w - w_grad, self.b - b_grad


@misconception("SingleLayer")
class fit_learns_once:
    """However many epochs there are, your weights end as after the first.

    Either they are set back to 1 inside the loop, or the step stands behind the loop: look at the
    indentation. Set them once before the loop; make a step in each round.

    ko: 에포크가 몇 번이든 가중치가 첫 에포크 뒤와 같습니다.

    반복문 안에서 가중치를 1로 되돌리거나, 가중치를 바꾸는 줄이 반복문 뒤에 있습니다. 들여쓰기를
    확인하세요. 반복문 앞에서 한 번 정하고, 반복할 때마다 바꾸어야 합니다.
    """

    def fit(self, x, y, epochs=100):
        for _ in range(epochs):
            begin(self, x)
            loss, w_grad, b_grad = step(self, x, y)
            self.losses.append(loss)
            self.w, self.b = self.w - w_grad, self.b - b_grad


@misconception("SingleLayer")
class fit_stops_an_epoch_early:
    """You train one epoch too few.

    range(epochs) runs from 0 to epochs - 1: these are epochs rounds. range(1, epochs) has one less.

    ko: 에포크를 한 번 적게 학습합니다.

    range(epochs)는 0부터 epochs - 1까지 epochs번 돕니다. range(1, epochs)는 한 번 적습니다.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs - 1)


@misconception("SingleLayer")
class fit_trains_an_epoch_too_long:
    """You train one epoch too many.

    range(epochs) has epochs rounds; range(epochs + 1) has one more.

    ko: 에포크를 한 번 더 학습합니다.

    range(epochs)는 epochs번 돌고 range(epochs + 1)은 한 번 더 돕니다.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs + 1)


@misconception("SingleLayer")
class fit_bias_from_moved_weights:
    """You move the weights first and take the bias's gradient from the moved ones.

    Both gradients belong to one forward pass: compute both, then make both steps.

    ko: 가중치를 먼저 바꾸고, 바뀐 가중치로 절편의 기울기를 구합니다.

    두 기울기는 같은 순전파에서 나옵니다. 둘 다 구한 다음 둘 다 바꾸세요.
    """

    def fit(self, x, y, epochs=100):
        begin(self, x)
        for _ in range(epochs):
            loss, w_grad, _ = step(self, x, y)
            self.losses.append(loss)
            self.w = self.w - w_grad
            self.b = self.b - step(self, x, y)[2]


@misconception("SingleLayer")
class fit_with_flat_labels:
    """y is flat and a is a column: a - y becomes an (m, m) matrix.

    Turn y into a column first: y.reshape(-1, 1).

    ko: y는 1차원이고 a는 열이어서 a - y가 (m, m) 행렬이 됩니다.

    먼저 y.reshape(-1, 1)로 y를 열로 만드세요.
    """

    def fit(self, x, y, epochs=100):
        begin(self, x)
        for _ in range(epochs):
            a = self.activation(self.forpass(x))
            p = np.clip(a, 1e-10, 1 - 1e-10)
            self.losses.append(-len(x) * np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
            w_grad, b_grad = self.backprop(x, a - y)
            self.w, self.b = self.w - w_grad, self.b - b_grad


@misconception("SingleLayer")
class fit_changes_the_labels:
    """You change the labels that fit is given.

    y = y.reshape(-1, 1) makes a new array; y.shape = ... and y[...] = ... change the caller's.

    ko: fit에 들어온 정답 배열을 바꿉니다.

    y = y.reshape(-1, 1)은 새 배열을 만들지만 y.shape = ...과 y[...] = ...은 원래 배열을 바꿉니다.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs)
        y.shape = (-1, 1)


@misconception("SingleLayer")
class fit_with_a_slope:
    """The error is multiplied by a(1 - a); with the cross-entropy that factor cancels.

    err is a - y. The factor belongs to the squared error.

    ko: 오차에 a(1 - a)를 곱했습니다. 교차 엔트로피에서는 이 인수가 약분됩니다.

    err는 a - y입니다. a(1 - a)는 제곱 오차의 인수입니다.
    """

    def fit(self, x, y, epochs=100):
        begin(self, x)
        for _ in range(epochs):
            self.losses.append(step(self, x, y)[0])
            a = self.activation(self.forpass(x))
            w_grad, b_grad = self.backprop(x, (a - y.reshape(-1, 1)) * a * (1 - a))
            self.w, self.b = self.w - w_grad, self.b - b_grad
