"""Known ways to get the training of the network wrong."""

from autograder.misconceptions import misconception
from reference_impl.softmax_classifier import reference as right

NAMES = ("w1", "b1", "w2", "b2")


def _epoch(network, x, y):
    """Note the loss of one epoch and return its gradients."""
    a = right.softmax(network.forpass(x))
    network.losses.append(right.CEcost(a, y))
    return network.backprop(x, a - y)


def _move(network, gradients, names=NAMES, rate=1.0):
    """Make a step."""
    for name, gradient in zip(NAMES, gradients, strict=True):
        if name in names:
            setattr(network, name, getattr(network, name) - rate * gradient)


@misconception("MultiClassNetwork")
class fit_goes_uphill:
    """The steps go uphill: you add the gradients, or the error is y - a in place of a - y.

    A gradient points to where the cost grows: subtract it, and make the error a - y.

    ko: 기울기를 더하거나 오차를 a - y가 아니라 y - a로 구해서 비용이 커지는 쪽으로 갑니다.

    기울기는 비용이 커지는 방향이므로 빼야 하고, 오차는 a - y입니다.
    """

    def fit(self, x, y, epochs=100):
        self.init_weights(x.shape[1], y.shape[1])
        for _ in range(epochs):
            _move(self, _epoch(self, x, y), rate=-1.0)


@misconception("MultiClassNetwork")
class fit_learns_slowly:
    """You multiply the gradients by a small learning rate; here the learning rate is 1.

    Each weight minus its gradient, with nothing in front of it.

    ko: 기울기에 작은 학습률을 곱했습니다. 여기서 학습률은 1입니다.

    기울기 앞에 아무것도 곱하지 말고 빼세요.
    """

    def fit(self, x, y, epochs=100):
        self.init_weights(x.shape[1], y.shape[1])
        for _ in range(epochs):
            _move(self, _epoch(self, x, y), rate=0.1)


@misconception("MultiClassNetwork")
class fit_forgets_the_biases:
    """Neither bias is ever updated.

    Each epoch changes all four: w1, b1, w2 and b2.

    ko: 두 절편이 한 번도 바뀌지 않습니다.

    에포크마다 w1, b1, w2, b2를 모두 바꾸세요.
    """

    def fit(self, x, y, epochs=100):
        self.init_weights(x.shape[1], y.shape[1])
        for _ in range(epochs):
            _move(self, _epoch(self, x, y), names=("w1", "w2"))


@misconception("MultiClassNetwork")
class fit_forgets_the_hidden_bias:
    """The hidden layer's bias b1 is never updated.

    Each epoch changes all four: w1, b1, w2 and b2.

    ko: 은닉층의 절편 b1이 한 번도 바뀌지 않습니다.

    에포크마다 w1, b1, w2, b2를 모두 바꾸세요.
    """

    def fit(self, x, y, epochs=100):
        self.init_weights(x.shape[1], y.shape[1])
        for _ in range(epochs):
            _move(self, _epoch(self, x, y), names=("w1", "w2", "b2"))


@misconception("MultiClassNetwork")
class fit_forgets_the_output_bias:
    """The output's bias b2 is never updated.

    Each epoch changes all four: w1, b1, w2 and b2.

    ko: 출력층의 절편 b2가 한 번도 바뀌지 않습니다.

    에포크마다 w1, b1, w2, b2를 모두 바꾸세요.
    """

    def fit(self, x, y, epochs=100):
        self.init_weights(x.shape[1], y.shape[1])
        for _ in range(epochs):
            _move(self, _epoch(self, x, y), names=("w1", "b1", "w2"))


@misconception("MultiClassNetwork")
class fit_forgets_the_hidden_layer:
    """Only the output layer learns: w1 and b1 stay as they were drawn.

    Each epoch changes all four: w1, b1, w2 and b2.

    ko: 출력층만 학습합니다. w1과 b1이 처음 그대로입니다.

    에포크마다 w1, b1, w2, b2를 모두 바꾸세요.
    """

    def fit(self, x, y, epochs=100):
        self.init_weights(x.shape[1], y.shape[1])
        for _ in range(epochs):
            _move(self, _epoch(self, x, y), names=("w2", "b2"))


@misconception("MultiClassNetwork")
class fit_hidden_error_from_moved_weights:
    """You move the output layer first and take the hidden layer's error from the moved w2.

    All four gradients belong to one forward pass: compute them all, then make all steps.

    ko: 출력층을 먼저 바꾸고, 바뀐 w2로 은닉층의 오차를 구합니다.

    네 기울기는 같은 순전파에서 나옵니다. 모두 구한 다음 모두 바꾸세요.
    """

    def fit(self, x, y, epochs=100):
        self.init_weights(x.shape[1], y.shape[1])
        for _ in range(epochs):
            a = right.softmax(self.forpass(x))
            self.losses.append(right.CEcost(a, y))
            _move(self, self.backprop(x, a - y), names=("w2", "b2"))
            _move(self, self.backprop(x, a - y), names=("w1", "b1"))


@misconception("MultiClassNetwork")
class fit_learns_once:
    """However many epochs there are, your weights end as after the first.

    Either init_weights stands inside the loop, or the step stands behind it: look at the
    indentation.

    ko: 에포크가 몇 번이든 가중치가 첫 에포크 뒤와 같습니다.

    init_weights가 반복문 안에 있거나, 가중치를 바꾸는 줄이 반복문 뒤에 있습니다. 들여쓰기를
    확인하세요.
    """

    def fit(self, x, y, epochs=100):
        for _ in range(epochs):
            self.init_weights(x.shape[1], y.shape[1])
            _move(self, _epoch(self, x, y))


@misconception("MultiClassNetwork")
class fit_stops_an_epoch_early:
    """You train one epoch too few.

    range(epochs) has epochs rounds; range(1, epochs) has one less.

    ko: 에포크를 한 번 적게 학습합니다.

    range(epochs)는 epochs번 돌고 range(1, epochs)는 한 번 적게 돕니다.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs - 1)


@misconception("MultiClassNetwork")
class fit_trains_an_epoch_too_long:
    """You train one epoch too many.

    range(epochs) has epochs rounds; range(epochs + 1) has one more.

    ko: 에포크를 한 번 더 학습합니다.

    range(epochs)는 epochs번 돌고 range(epochs + 1)은 한 번 더 돕니다.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs + 1)


@misconception("MultiClassNetwork")
class fit_without_softmax:
    """In fit you take the scores for probabilities: softmax is missing.

    err = softmax(scores) - y.

    ko: fit에서 점수를 확률처럼 씁니다. softmax가 빠졌습니다.

    err = softmax(점수) - y입니다.
    """

    def fit(self, x, y, epochs=100):
        self.init_weights(x.shape[1], y.shape[1])
        for _ in range(epochs):
            z = self.forpass(x)
            self.losses.append(right.CEcost(z, y))
            _move(self, self.backprop(x, z - y))


@misconception("MultiClassNetwork")
class losses_are_sums:
    """losses holds the sum over the samples; it must hold the mean.

    CEcost gives the mean: append it as it is.

    ko: losses에 샘플에 대한 합이 들어 있습니다. 평균이 들어가야 합니다.

    CEcost가 평균을 주므로 그대로 추가하세요.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs)
        self.losses = [loss * len(x) for loss in self.losses]


@misconception("MultiClassNetwork")
class losses_after_the_step:
    """The loss is taken after the step; it belongs to the weights before it.

    Append the loss right after the forward pass.

    ko: 가중치를 바꾼 뒤에 손실을 구합니다. 바꾸기 전 가중치의 손실이어야 합니다.

    순전파 바로 다음에 손실을 추가하세요.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs)
        last = right.CEcost(right.softmax(self.forpass(x)), y)
        self.losses = [*self.losses[1:], last]
