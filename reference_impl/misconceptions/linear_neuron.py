"""Known ways to get the linear neuron wrong."""

import numpy as np

from reference_impl.misconceptions import misconception


@misconception("predict_loop")
def bias_in_the_loop(x, w, b):
    """You add the bias in each round of the loop: with D features it comes in D times.

    Add it once, after the loop. The lecture prints it inside.

    ko: 반복할 때마다 절편을 더해서 특성이 D개이면 D번 더해집니다.

    반복문이 끝난 뒤 한 번만 더하세요. 강의에는 반복문 안에 적혀 있습니다.
    """
    return np.dot(w, x) + len(x) * b


@misconception("predict_loop")
def bias_missing_in_the_loop(x, w, b):
    """The bias is missing.

    Add b once, after the loop.

    ko: 절편이 빠졌습니다.

    반복문이 끝난 뒤 b를 한 번 더하세요.
    """
    return np.dot(w, x)


@misconception("predict_loop")
def loop_keeps_the_last_feature(x, w, b):
    """Only the last feature counts: each round overwrites the sum.

    prediction += w[j] * x[j], not prediction = ...

    ko: 반복할 때마다 합을 덮어써서 마지막 특성만 계산됩니다.

    prediction = ...이 아니라 prediction += w[j] * x[j]입니다.
    """
    return w[-1] * x[-1] + b


@misconception("predict_loop")
def loop_stops_early(x, w, b):
    """The last feature is left out.

    range(len(x)) reaches the last index; range(len(x) - 1) does not.

    ko: 마지막 특성이 빠졌습니다.

    range(len(x))는 마지막 인덱스까지 가고 range(len(x) - 1)은 가지 못합니다.
    """
    return np.dot(w[:-1], x[:-1]) + b


@misconception("predict_loop")
def loop_with_a_sigmoid(x, w, b):
    """You apply a sigmoid; the linear neuron has none.

    Return the weighted sum plus the bias as it is.

    ko: 시그모이드를 적용했습니다. 선형 뉴런에는 없습니다.

    가중합에 절편을 더한 값을 그대로 돌려주세요.
    """
    return 1 / (1 + np.exp(-(np.dot(w, x) + b)))


@misconception("predict")
def predict_without_bias(X, w, b):
    """The bias is missing.

    y_hat = X w + b.

    ko: 절편이 빠졌습니다.

    y_hat = X w + b입니다.
    """
    return np.dot(X, w)


@misconception("predict")
def predict_in_a_column(X, w, b):
    """Your predictions are a column; they must be flat, (N,).

    X (N, D) times w (D,) is flat by itself.

    ko: 예측이 열입니다. 1차원 (N,)이어야 합니다.

    X (N, D) 곱하기 w (D,)는 그대로 1차원입니다.
    """
    return (np.dot(X, w) + b).reshape(-1, 1)


@misconception("predict")
def predict_weighs_without_sum(X, w, b):
    """You multiply features and weights, but do not add the products up.

    * works entry by entry; @ or np.dot also sums over the features.

    ko: 특성과 가중치를 곱하기만 하고 더하지 않았습니다.

    *는 원소끼리 곱하고, @나 np.dot은 특성에 대해 더하기까지 합니다.
    """
    return X * w + b


@misconception("predict")
def predict_sums_everything(X, w, b):
    """You add up the products of all samples: one number comes out.

    Sum over the features only, axis=1: one prediction a sample.

    ko: 모든 샘플의 곱을 더해서 수 하나가 나옵니다.

    특성에 대해서만(axis=1) 더하세요. 샘플마다 예측 하나입니다.
    """
    return np.sum(X * w) + b


@misconception("squared_error")
def error_without_a_half(y, y_hat):
    """The ½ is missing.

    E = (y - y_hat)² / 2. The lecture drops the 2 of the slope silently; with the ½ it never comes.

    ko: ½이 빠졌습니다.

    E = (y - y_hat)² / 2입니다. 강의는 기울기의 2를 말없이 지우지만 ½이 있으면 2가 생기지 않습니다.
    """
    return (y - y_hat) ** 2


@misconception("squared_error")
def error_without_square(y, y_hat):
    """The square is missing.

    E = (y - y_hat)² / 2.

    ko: 제곱이 빠졌습니다.

    E = (y - y_hat)² / 2입니다.
    """
    return (y - y_hat) / 2


@misconception("squared_error")
def error_absolute(y, y_hat):
    """You take the absolute error, not half its square.

    E = (y - y_hat)² / 2.

    ko: 제곱의 절반이 아니라 절댓값을 구했습니다.

    E = (y - y_hat)² / 2입니다.
    """
    return np.abs(y - y_hat)


@misconception("squared_error")
def error_summed(y, y_hat):
    """You add the errors up; one for each prediction is wanted.

    No sum and no mean belongs here.

    ko: 오차를 모두 더했습니다. 예측마다 하나씩이어야 합니다.

    여기에는 합도 평균도 없습니다.
    """
    return np.sum((y - y_hat) ** 2) / 2


@misconception("squared_error")
def error_averaged(y, y_hat):
    """You take the mean of the errors; one for each prediction is wanted.

    No sum and no mean belongs here.

    ko: 오차의 평균을 구했습니다. 예측마다 하나씩이어야 합니다.

    여기에는 합도 평균도 없습니다.
    """
    return np.mean((y - y_hat) ** 2) / 2


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
