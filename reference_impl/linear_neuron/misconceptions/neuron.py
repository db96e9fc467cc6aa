"""Known ways to get the neuron that learns wrong."""

from autograder.misconceptions import misconception


@misconception("Neuron")
class forpass_without_bias:
    """The prediction lacks the bias.

    y_hat = w x + b.

    ko: 예측에 절편이 빠졌습니다.

    y_hat = w x + b입니다.
    """

    def forpass(self, x):
        return self.w * x


@misconception("Neuron")
class backprop_uphill:
    """The sign of the derivatives is turned round.

    err is y_hat - y: w_grad = x err and b_grad = err, without a minus.

    ko: 도함수의 부호가 반대입니다.

    err는 y_hat - y입니다. 마이너스 없이 w_grad = x err, b_grad = err입니다.
    """

    def backprop(self, x, err):
        return -x * err, -err


@misconception("Neuron")
class backprop_with_a_two:
    """Your derivatives are twice as large: with the ½ of the error no 2 is left.

    w_grad = x err and b_grad = err.

    ko: 도함수가 두 배입니다. 오차에 ½이 있으므로 2가 남지 않습니다.

    w_grad = x err, b_grad = err입니다.
    """

    def backprop(self, x, err):
        return 2 * x * err, 2 * err


@misconception("Neuron")
class backprop_without_x:
    """The derivative by w lacks the factor x.

    y_hat = w x + b: when w grows by 1, y_hat grows by x.

    ko: w에 대한 도함수에 x가 빠졌습니다.

    y_hat = w x + b이므로 w가 1 커지면 y_hat은 x만큼 커집니다.
    """

    def backprop(self, x, err):
        return err, err


@misconception("Neuron")
class backprop_bias_with_x:
    """The derivative by b has a factor x too many.

    When b grows by 1, y_hat grows by 1: b_grad = err.

    ko: b에 대한 도함수에 x를 곱했습니다.

    b가 1 커지면 y_hat은 1만큼 커지므로 b_grad = err입니다.
    """

    def backprop(self, x, err):
        return x * err, x * err


def _pass(neuron, x, y, signs=(-1.0, -1.0), rate=1.0):
    for x_i, y_i in zip(x, y, strict=True):
        err = neuron.forpass(x_i) - y_i
        w_grad, b_grad = neuron.backprop(x_i, err)
        neuron.w = neuron.w + signs[0] * rate * w_grad
        neuron.b = neuron.b + signs[1] * rate * b_grad


@misconception("Neuron")
class fit_goes_uphill:
    """The steps go uphill: you add the derivatives, or the error is y - y_hat.

    w <- w - w_grad, with err = y_hat - y.

    ko: 도함수를 더하거나 오차를 y - y_hat으로 구해서 오차가 커지는 쪽으로 갑니다.

    err = y_hat - y로 두고 w <- w - w_grad로 바꾸세요.
    """

    def fit(self, x, y, epochs=100):
        for _ in range(epochs):
            _pass(self, x, y, signs=(1.0, 1.0))


@misconception("Neuron")
class fit_forgets_the_bias:
    """The bias is never updated.

    b <- b - b_grad after each sample.

    ko: 절편이 한 번도 바뀌지 않습니다.

    샘플마다 b <- b - b_grad로 바꾸세요.
    """

    def fit(self, x, y, epochs=100):
        for _ in range(epochs):
            _pass(self, x, y, signs=(-1.0, 0.0))


@misconception("Neuron")
class fit_starts_anew:
    """fit sets w and b back to 1; it must go on from what the neuron has.

    The starting values belong in __init__.

    ko: fit이 w와 b를 1로 되돌립니다. 뉴런이 가진 값에서 이어 가야 합니다.

    시작 값은 __init__에서 정합니다.
    """

    def fit(self, x, y, epochs=100):
        self.w = self.b = 1.0
        for _ in range(epochs):
            _pass(self, x, y)


@misconception("Neuron")
class fit_once:
    """fit goes through the samples once, however many epochs are asked for.

    A loop over the epochs belongs around the loop over the samples.

    ko: 에포크를 몇 번 요청하든 fit이 샘플을 한 번만 훑습니다.

    샘플 반복문 바깥에 에포크 반복문이 있어야 합니다.
    """

    def fit(self, x, y, epochs=100):
        _pass(self, x, y)


@misconception("Neuron")
class fit_learns_slowly:
    """You multiply the derivatives by a small learning rate; here it is 1.

    w <- w - w_grad, with nothing in front.

    ko: 도함수에 작은 학습률을 곱했습니다. 여기서 학습률은 1입니다.

    앞에 아무것도 곱하지 말고 w <- w - w_grad로 바꾸세요.
    """

    def fit(self, x, y, epochs=100):
        for _ in range(epochs):
            _pass(self, x, y, rate=0.1)


@misconception("Neuron")
class fit_steps_once_an_epoch:
    """You make one step an epoch; here a step follows each sample.

    The update belongs inside the loop over the samples: look at the indentation.

    ko: 에포크마다 한 번만 바꿉니다. 여기서는 샘플마다 바꿉니다.

    가중치를 바꾸는 줄은 샘플 반복문 안에 있어야 합니다. 들여쓰기를 확인하세요.
    """

    def fit(self, x, y, epochs=100):
        for _ in range(epochs):
            _pass(self, x[-1:], y[-1:])


@misconception("Neuron")
class fit_bias_from_moved_weight:
    """You move w first and take the bias's derivative from the moved one.

    Both derivatives belong to one prediction: compute both, then make both steps.

    ko: w를 먼저 바꾸고, 바뀐 w로 절편의 도함수를 구합니다.

    두 도함수는 같은 예측에서 나옵니다. 둘 다 구한 다음 둘 다 바꾸세요.
    """

    def fit(self, x, y, epochs=100):
        for _ in range(epochs):
            for x_i, y_i in zip(x, y, strict=True):
                self.w = self.w - self.backprop(x_i, self.forpass(x_i) - y_i)[0]
                self.b = self.b - self.backprop(x_i, self.forpass(x_i) - y_i)[1]
