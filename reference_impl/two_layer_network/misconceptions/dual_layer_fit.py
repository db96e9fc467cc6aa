"""Known ways to get the training of the network wrong."""

from autograder.misconceptions import misconception

NAMES = ("w1", "b1", "w2", "b2")


def _train(network, x, y, names=NAMES, rate=1.0):
    """Make a step and return the probabilities before it."""
    a = network.activation(network.forpass(x))
    for name, gradient in zip(NAMES, network.backprop(x, a - y), strict=True):
        if name in names:
            setattr(network, name, getattr(network, name) - rate * gradient)
    return a


@misconception("DualLayer")
class training_goes_uphill:
    """The step goes uphill: you add the gradients, or the error is y - a.

    Subtract the gradients, and make the error a - y.

    ko: 기울기를 더하거나 오차를 y - a로 구해서 비용이 커지는 쪽으로 갑니다.

    기울기를 빼고, 오차는 a - y로 구하세요.
    """

    def training(self, x, y, m):
        return _train(self, x, y, rate=-1.0)


@misconception("DualLayer")
class training_learns_slowly:
    """You multiply the gradients by a small learning rate; here it is 1.

    Each weight minus its gradient, with nothing in front of it.

    ko: 기울기에 작은 학습률을 곱했습니다. 여기서 학습률은 1입니다.

    기울기 앞에 아무것도 곱하지 말고 빼세요.
    """

    def training(self, x, y, m):
        return _train(self, x, y, rate=0.1)


@misconception("DualLayer")
class training_forgets_the_biases:
    """Neither bias is ever updated.

    Each step changes all four: w1, b1, w2 and b2.

    ko: 두 절편이 한 번도 바뀌지 않습니다.

    w1, b1, w2, b2를 모두 바꾸세요.
    """

    def training(self, x, y, m):
        return _train(self, x, y, names=("w1", "w2"))


@misconception("DualLayer")
class training_forgets_the_hidden_layer:
    """Only the output layer learns: w1 and b1 stay as they were.

    Each step changes all four: w1, b1, w2 and b2.

    ko: 출력층만 학습합니다. w1과 b1이 처음 그대로입니다.

    w1, b1, w2, b2를 모두 바꾸세요.
    """

    def training(self, x, y, m):
        return _train(self, x, y, names=("w2", "b2"))


@misconception("DualLayer")
class training_hidden_error_from_moved_weights:
    """You move the output layer first and take the hidden layer's error from the moved w2.

    All four gradients belong to one forward pass: compute them all, then make all steps.

    ko: 출력층을 먼저 바꾸고, 바뀐 w2로 은닉층의 오차를 구합니다.

    네 기울기는 같은 순전파에서 나옵니다. 모두 구한 다음 모두 바꾸세요.
    """

    def training(self, x, y, m):
        a = self.activation(self.forpass(x))
        _, _, w2_grad, b2_grad = self.backprop(x, a - y)
        self.w2, self.b2 = self.w2 - w2_grad, self.b2 - b2_grad
        w1_grad, b1_grad, _, _ = self.backprop(x, a - y)
        self.w1, self.b1 = self.w1 - w1_grad, self.b1 - b1_grad
        return a


@misconception("DualLayer")
class training_returns_after_the_step:
    """You return the probabilities after the step; those before it are wanted.

    Keep the a of the forward pass that made the step.

    ko: 가중치를 바꾼 뒤의 확률을 돌려줍니다. 바꾸기 전의 확률이어야 합니다.

    가중치를 바꾸는 데 쓴 순전파의 a를 돌려주세요.
    """

    def training(self, x, y, m):
        _train(self, x, y)
        return self.activation(self.forpass(x))


@misconception("DualLayer")
class fit_starts_anew_each_epoch:
    """init_weights stands inside the loop: nothing is learned.

    Call it once, before the loop.

    ko: init_weights가 반복문 안에 있어서 아무것도 배우지 못합니다.

    반복문 앞에서 한 번만 부르세요.
    """

    def fit(self, x, y, epochs=100):
        for _ in range(epochs):
            super().fit(x, y, 1)


@misconception("DualLayer")
class fit_stops_an_epoch_early:
    """You train one epoch too few.

    range(epochs) has epochs rounds; range(1, epochs) has one less.

    ko: 에포크를 한 번 적게 학습합니다.

    range(epochs)는 epochs번 돌고 range(1, epochs)는 한 번 적게 돕니다.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs - 1)


@misconception("DualLayer")
class losses_are_sums:
    """losses holds the sum over the samples; here it must hold the mean.

    Divide by m.

    ko: losses에 샘플에 대한 합이 들어 있습니다. 여기서는 평균이 들어가야 합니다.

    m으로 나누세요.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs)
        self.losses = [loss * len(x) for loss in self.losses]


@misconception("DualLayer")
class training_error_with_a_slope:
    """The error of the output is multiplied by a(1 - a); with the cross-entropy that cancels.

    err is a - y. The factor belongs to the hidden layer, and to the squared error.

    ko: 출력의 오차에 a(1 - a)를 곱했습니다. 교차 엔트로피에서는 이 인수가 약분됩니다.

    err는 a - y입니다. 이 인수는 은닉층과 제곱 오차에서 씁니다.
    """

    def training(self, x, y, m):
        a = self.activation(self.forpass(x))
        for name, gradient in zip(NAMES, self.backprop(x, (a - y) * a * (1 - a)), strict=True):
            setattr(self, name, getattr(self, name) - gradient)
        return a
