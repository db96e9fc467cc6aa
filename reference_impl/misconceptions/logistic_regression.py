"""Known ways to get logistic regression wrong."""

import numpy as np

from reference_impl import logistic_regression as right
from reference_impl.misconceptions import misconception


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
    """You return a list, not a numpy array.

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


@misconception("CEcost")
def cost_is_a_sum(a, y):
    """You add up the cost of all samples, but do not divide by m.

    The cost is the mean over the samples: take np.mean, or divide the sum by len(y).

    ko: 모든 샘플의 비용을 더하기만 하고 m으로 나누지 않았습니다.

    비용은 샘플에 대한 평균입니다. np.mean을 쓰거나 합을 len(y)로 나누세요.
    """
    return right.CEcost(a, y) * len(y)


@misconception("CEcost")
def cost_divides_twice(a, y):
    """You divide by m twice: np.mean has done it already.

    Either np.mean, or np.sum and one division by m.

    ko: m으로 두 번 나눕니다. np.mean이 이미 한 번 나눈 값입니다.

    np.mean을 쓰거나, np.sum을 쓰고 m으로 한 번만 나누세요.
    """
    return right.CEcost(a, y) / len(y)


@misconception("CEcost")
def cost_without_minus(a, y):
    """The minus in front of the sum is missing: your cost is negative.

    Logarithms of probabilities are negative; the minus makes a cost of them that is to be small.

    ko: 합 앞의 마이너스가 빠져서 비용이 음수입니다.

    확률의 로그는 음수입니다. 마이너스를 붙여야 작을수록 좋은 비용이 됩니다.
    """
    return -right.CEcost(a, y)


@misconception("CEcost")
def cost_in_bits(a, y):
    """You use the logarithm of base 2; the formula has the natural one.

    np.log is the natural logarithm.

    ko: 밑이 2인 로그를 썼습니다. 수식의 로그는 자연로그입니다.

    np.log가 자연로그입니다.
    """
    return right.CEcost(a, y) / np.log(2)


@misconception("CEcost")
def cost_in_tens(a, y):
    """You use the logarithm of base 10; the formula has the natural one.

    np.log is the natural logarithm.

    ko: 밑이 10인 로그를 썼습니다. 수식의 로그는 자연로그입니다.

    np.log가 자연로그입니다.
    """
    return right.CEcost(a, y) / np.log(10)


@misconception("CEcost")
def cost_with_a_half(a, y):
    """You divide by 2m; the cross-entropy has no ½.

    The ½ belongs to the squared error, where it cancels the 2 of its derivative.

    ko: 2m으로 나누었습니다. 교차 엔트로피에는 ½이 없습니다.

    ½은 제곱 오차의 것으로, 미분할 때 나오는 2를 없애려고 붙입니다.
    """
    return right.CEcost(a, y) / 2


@misconception("CEcost")
def cost_takes_the_log_of_zero(a, y):
    """You take the logarithm of 0 where a is exactly 0 or 1.

    Clip a to [1e-10, 1 - 1e-10] before the logarithm, as the docstring says.

    ko: a가 정확히 0이나 1인 곳에서 0의 로그를 구합니다.

    로그를 구하기 전에 설명에 있는 대로 a를 [1e-10, 1 - 1e-10]으로 제한하세요.
    """
    return -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))


@misconception("CEcost")
def cost_of_one_class(a, y):
    """You count the samples of class 1 only: the term (1 - y) log(1 - a) is missing.

    For y = 0 the first term is 0 whatever a is; the second one must say how wrong a is.

    ko: 클래스 1인 샘플만 셉니다. (1 - y) log(1 - a) 항이 빠졌습니다.

    y = 0이면 첫째 항은 a와 관계없이 0입니다. a가 얼마나 틀렸는지는 둘째 항이 알려 줍니다.
    """
    return -np.mean(y * np.log(np.clip(a, 1e-10, 1 - 1e-10)))


@misconception("CEcost")
def cost_of_swapped_labels(a, y):
    """The two terms have changed places: y log(1 - a) + (1 - y) log(a).

    Where y is 1, log(a) counts: a near 1 must cost almost nothing.

    ko: 두 항이 뒤바뀌어 y log(1 - a) + (1 - y) log(a)가 되었습니다.

    y가 1이면 log(a)를 셉니다. a가 1에 가까우면 비용이 거의 없어야 합니다.
    """
    return right.CEcost(a, 1 - y)


@misconception("CEcost")
def cost_of_swapped_arguments(a, y):
    """You take the logarithm of the labels: a and y have changed places.

    The labels y weigh the terms; the logarithms are those of the probabilities a.

    ko: a와 y가 뒤바뀌어 정답의 로그를 구합니다.

    정답 y는 각 항에 곱하는 값이고, 로그는 확률 a에 대해 구합니다.
    """
    y = np.clip(y, 1e-10, 1 - 1e-10)
    return -np.mean(a * np.log(y) + (1 - a) * np.log(1 - y))


@misconception("CEcost")
def cost_with_a_difference(a, y):
    """Between the two terms stands a minus; it must be a plus.

    The minus in front of the sum turns both logarithms round, so they are added.

    ko: 두 항 사이에 마이너스가 있습니다. 플러스여야 합니다.

    합 앞의 마이너스가 두 로그의 부호를 모두 바꾸므로 두 항은 더합니다.
    """
    a = np.clip(a, 1e-10, 1 - 1e-10)
    return -np.mean(y * np.log(a) - (1 - y) * np.log(1 - a))


@misconception("CEcost")
def cost_of_each_sample(a, y):
    """You return the cost of each sample; the mean over them is missing.

    The result is one number: take np.mean of it all.

    ko: 샘플마다의 비용을 돌려줍니다. 평균을 구하지 않았습니다.

    결과는 수 하나입니다. 전체에 np.mean을 적용하세요.
    """
    a = np.clip(a, 1e-10, 1 - 1e-10)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@misconception("CEcost")
def cost_is_the_squared_error(a, y):
    """You return the mean squared error, not the cross-entropy.

    The cross-entropy takes the logarithm of the probability that was given to the true label.

    ko: 교차 엔트로피가 아니라 평균 제곱 오차입니다.

    교차 엔트로피는 정답에 준 확률의 로그를 구합니다.
    """
    return np.mean((a - y) ** 2)


@misconception("CEcost")
def cost_clips_in_place(a, y):
    """You clip the probabilities in place: the caller's array is changed.

    Write a = np.clip(a, ...), without out=a or a[...] =: that makes a new array.

    ko: 입력 배열 자체를 제한해서 호출한 쪽의 확률이 바뀝니다.

    out=a나 a[...] =를 쓰지 말고 a = np.clip(a, ...)로 쓰세요. 그러면 새 배열이 생깁니다.
    """
    np.clip(a, 1e-10, 1 - 1e-10, out=a)
    return right.CEcost(a, y)


@misconception("backprop")
def gradient_without_m(X, err):
    """You sum over the samples, but do not divide by m.

    Both gradients are means over the m samples: divide both by len(X).

    ko: 샘플에 대해 더하기만 하고 m으로 나누지 않았습니다.

    두 기울기 모두 샘플 m개의 평균입니다. 둘 다 len(X)로 나누세요.
    """
    return np.dot(X.T, err), np.sum(err)


@misconception("backprop")
def gradient_of_weights_without_m(X, err):
    """The gradient of the weights is not divided by m; that of the bias is.

    Both gradients are means over the m samples.

    ko: 절편의 기울기는 m으로 나누었지만 가중치의 기울기는 나누지 않았습니다.

    두 기울기 모두 샘플 m개의 평균입니다.
    """
    return np.dot(X.T, err), np.mean(err)


@misconception("backprop")
def gradient_of_bias_without_m(X, err):
    """The gradient of the bias is not divided by m; that of the weights is.

    The bias is like a weight whose feature is always 1: its gradient is a mean as well.

    ko: 가중치의 기울기는 m으로 나누었지만 절편의 기울기는 나누지 않았습니다.

    절편은 특성이 항상 1인 가중치와 같으므로 그 기울기도 평균입니다.
    """
    return np.dot(X.T, err) / len(X), np.sum(err)


@misconception("backprop")
def gradient_divides_twice(X, err):
    """You divide by m twice.

    Divide the sum over the samples once: np.mean has done it already.

    ko: m으로 두 번 나누었습니다.

    샘플에 대한 합을 한 번만 나누세요. np.mean은 이미 나눈 값입니다.
    """
    m = len(X)
    return np.dot(X.T, err / m) / m, np.mean(err) / m


@misconception("backprop")
def gradient_divides_by_features(X, err):
    """You divide by the number of features; m is the number of samples.

    Rows are samples: m is len(X), that is X.shape[0].

    ko: 특성의 수로 나누었습니다. m은 샘플의 수입니다.

    행이 샘플이므로 m은 len(X), 곧 X.shape[0]입니다.
    """
    n = X.shape[1]
    return np.dot(X.T, err) / n, np.sum(err) / n


@misconception("backprop")
def gradient_uphill(X, err):
    """The sign of the gradient is turned round.

    err is a - y. No minus belongs in backprop: the step in fit has it.

    ko: 기울기의 부호가 반대입니다.

    err는 a - y입니다. backprop에는 마이너스가 없고, fit에서 가중치를 바꿀 때 뺍니다.
    """
    return -np.dot(X.T, err) / len(X), -np.mean(err)


@misconception("backprop")
def gradient_of_bias_is_zero(X, err):
    """The gradient of the bias is always 0, so the bias would never move.

    It is the mean of err.

    ko: 절편의 기울기가 항상 0이어서 절편이 바뀌지 않습니다.

    절편의 기울기는 err의 평균입니다.
    """
    return np.dot(X.T, err) / len(X), 0.0


@misconception("backprop")
def gradient_of_bias_is_an_array(X, err):
    """The gradient of the bias is an array; it must be a single number.

    Sum over everything, without axis and without keepdims.

    ko: 절편의 기울기가 배열입니다. 수 하나여야 합니다.

    axis와 keepdims 없이 전부 더하세요.
    """
    return np.dot(X.T, err) / len(X), np.sum(err, axis=0) / len(X)


@misconception("backprop")
def gradient_of_bias_for_each_sample(X, err):
    """The gradient of the bias is not summed over the samples.

    One bias serves all samples: its gradient is one number, the mean of err.

    ko: 절편의 기울기를 샘플에 대해 더하지 않았습니다.

    절편 하나가 모든 샘플에 쓰이므로 기울기는 err의 평균인 수 하나입니다.
    """
    return np.dot(X.T, err) / len(X), err / len(X)


@misconception("backprop")
def gradient_in_the_wrong_order(X, err):
    """You return the bias first; w_grad comes first, then b_grad.

    The order of the results is the one in the docstring: return w_grad, b_grad.

    ko: 절편의 기울기를 먼저 돌려줍니다. w_grad가 먼저이고 b_grad가 다음입니다.

    결과의 순서는 설명에 있는 대로입니다. return w_grad, b_grad.
    """
    return np.mean(err), np.dot(X.T, err) / len(X)


@misconception("backprop")
def gradient_transposed(X, err):
    """The gradient of the weights is a row; it must have the shape of w, a column (n, 1).

    X.T on the left and err on the right give (n, m) times (m, 1).

    ko: 가중치의 기울기가 행입니다. w와 같은 모양인 열 (n, 1)이어야 합니다.

    X.T를 왼쪽에, err를 오른쪽에 두면 (n, m) 곱하기 (m, 1)이 됩니다.
    """
    return np.dot(err.T, X) / len(X), np.mean(err)


@misconception("backprop")
def gradient_not_transposed(X, err):
    """X is not transposed in the product.

    (m, n) times (m, 1) does not fit. X.T is (n, m): each row of it holds one feature.

    ko: 곱에서 X를 전치하지 않았습니다.

    (m, n)과 (m, 1)은 곱할 수 없습니다. X.T는 (n, m)이고 각 행에 특성 하나가 들어 있습니다.
    """
    return np.dot(X, err) / len(X), np.mean(err)


@misconception("backprop")
def gradient_in_reverse(X, err):
    """The entries of the weights' gradient are in reverse order.

    Entry j belongs to feature j, column j of X.

    ko: 가중치 기울기의 원소 순서가 거꾸로입니다.

    j번 원소는 X의 j번 열, 곧 j번 특성의 기울기입니다.
    """
    return (np.dot(X.T, err) / len(X))[::-1], np.mean(err)


@misconception("backprop")
def gradient_of_the_last_sample(X, err):
    """Only the last sample counts.

    In a loop over the samples, add up the gradients (+=) instead of overwriting them (=).

    ko: 마지막 샘플만 계산에 들어갑니다.

    샘플에 대한 반복문에서 기울기를 덮어쓰지(=) 말고 더하세요(+=).
    """
    w_grad = X[-1].reshape(-1, 1) * err[-1]
    return w_grad.reshape(-1, *err.shape[1:]) / len(X), np.sum(err[-1]) / len(X)


@misconception("backprop")
def gradient_changes_its_argument(X, err):
    """You divide err in place: the caller's array is changed.

    err /= m changes the array itself; err = err / m makes a new one.

    ko: err 자체를 나누어서 호출한 쪽의 배열이 바뀝니다.

    err /= m은 배열 자체를 바꾸고, err = err / m은 새 배열을 만듭니다.
    """
    err /= len(X)
    return np.dot(X.T, err), np.sum(err)


@misconception("SingleLayer")
class forpass_without_bias:
    """The scores lack the bias.

    z = x w + b: add self.b in forpass.

    ko: 점수에 절편이 더해지지 않았습니다.

    z = x w + b입니다. forpass에서 self.b를 더하세요.
    """

    def forpass(self, x):
        return np.dot(x, self.w)


@misconception("SingleLayer")
class forpass_gives_probabilities:
    """forpass returns probabilities; it must return the scores z.

    The sigmoid comes afterwards, in activation.

    ko: forpass가 확률을 돌려줍니다. 점수 z를 돌려주어야 합니다.

    시그모이드는 그다음에 activation에서 적용합니다.
    """

    def forpass(self, x):
        return right.sigmoid(np.dot(x, self.w) + self.b)


@misconception("SingleLayer")
class activation_missing:
    """activation returns the scores as they are.

    Apply your sigmoid.

    ko: activation이 점수를 그대로 돌려줍니다.

    직접 만든 sigmoid를 적용하세요.
    """

    def activation(self, z):
        return z


def _begin(layer, x):
    layer.w, layer.b = np.ones((x.shape[1], 1)), 0.0


def _step(layer, x, y):
    """Return loss and gradients of one epoch."""
    a, y = layer.activation(layer.forpass(x)), y.reshape(-1, 1)
    return len(x) * right.CEcost(a, y), *layer.backprop(x, a - y)


@misconception("SingleLayer")
class fit_goes_uphill:
    """The step goes uphill: you add the gradient.

    The gradient points to where the cost grows: subtract it, w <- w - w_grad.

    ko: 기울기를 더해서 비용이 커지는 쪽으로 갑니다.

    기울기는 비용이 커지는 방향입니다. w <- w - w_grad처럼 빼세요.
    """

    def fit(self, x, y, epochs=100):
        _begin(self, x)
        for _ in range(epochs):
            loss, w_grad, b_grad = _step(self, x, y)
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
        _begin(self, x)
        for _ in range(epochs):
            loss, w_grad, _ = _step(self, x, y)
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
        _begin(self, x)
        for _ in range(epochs):
            loss, w_grad, b_grad = _step(self, x, y)
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
        _begin(self, x)
        self.w = self.w * 0.0
        for _ in range(epochs):
            loss, w_grad, b_grad = _step(self, x, y)
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
            _begin(self, x)
        for _ in range(epochs):
            loss, w_grad, b_grad = _step(self, x, y)
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
            _begin(self, x)
            loss, w_grad, b_grad = _step(self, x, y)
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
        _begin(self, x)
        for _ in range(epochs):
            loss, w_grad, _ = _step(self, x, y)
            self.losses.append(loss)
            self.w = self.w - w_grad
            self.b = self.b - _step(self, x, y)[2]


@misconception("SingleLayer")
class fit_with_flat_labels:
    """y is flat and a is a column: a - y becomes an (m, m) matrix.

    Turn y into a column first: y.reshape(-1, 1).

    ko: y는 1차원이고 a는 열이어서 a - y가 (m, m) 행렬이 됩니다.

    먼저 y.reshape(-1, 1)로 y를 열로 만드세요.
    """

    def fit(self, x, y, epochs=100):
        _begin(self, x)
        for _ in range(epochs):
            a = self.activation(self.forpass(x))
            self.losses.append(len(x) * right.CEcost(a, y.reshape(-1, 1)))
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
        _begin(self, x)
        for _ in range(epochs):
            _, w_grad, b_grad = _step(self, x, y)
            self.w, self.b = self.w - w_grad, self.b - b_grad
            self.losses.append(_step(self, x, y)[0])


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
        _begin(self, x)
        column = y.reshape(-1, 1)
        for _ in range(epochs):
            _, w_grad, b_grad = _step(self, x, y)
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


@misconception("SingleLayer")
class predict_compares_scores_with_a_half:
    """You compare the score z with 0.5; a probability of ½ is a score of 0.

    Either z > 0, or sigmoid(z) > 0.5.

    ko: 점수 z를 0.5와 비교합니다. 확률 ½에 해당하는 점수는 0입니다.

    z > 0 또는 sigmoid(z) > 0.5로 비교하세요.
    """

    def predict(self, x):
        return self.forpass(x) > 0.5


@misconception("SingleLayer")
class predict_compares_probabilities_with_zero:
    """You compare a probability with 0: everything is predicted True.

    Either sigmoid(z) > 0.5, or z > 0.

    ko: 확률을 0과 비교해서 모든 예측이 True가 됩니다.

    sigmoid(z) > 0.5 또는 z > 0으로 비교하세요.
    """

    def predict(self, x):
        return self.activation(self.forpass(x)) > 0


@misconception("SingleLayer")
class predict_gives_the_other_class:
    """You predict True where class 0 is the more probable one.

    True stands for class 1, that is z > 0.

    ko: 클래스 0의 확률이 더 높은 곳을 True로 예측합니다.

    True는 클래스 1, 곧 z > 0을 뜻합니다.
    """

    def predict(self, x):
        return self.forpass(x) < 0


@misconception("SingleLayer")
class predict_gives_numbers:
    """predict returns the numbers 0 and 1; it must return True and False.

    A comparison gives True and False by itself: return it as it is.

    ko: predict가 숫자 0과 1을 돌려줍니다. True와 False를 돌려주어야 합니다.

    비교하면 그대로 True와 False가 됩니다. 그 결과를 돌려주세요.
    """

    def predict(self, x):
        return super().predict(x).astype(int)


@misconception("SingleLayer")
class predict_gives_probabilities:
    """predict returns probabilities; it must decide: True or False.

    Compare: z > 0.

    ko: predict가 확률을 돌려줍니다. True 또는 False로 판정해야 합니다.

    z > 0으로 비교하세요.
    """

    def predict(self, x):
        return self.activation(self.forpass(x))


@misconception("SingleLayer")
class predict_is_flat:
    """predict returns a flat array; it must be a column (m, 1).

    forpass gives a column: compare it as it is, without ravel or [:, 0].

    ko: predict가 1차원 배열을 돌려줍니다. 열 (m, 1)이어야 합니다.

    forpass가 열을 주므로 ravel이나 [:, 0] 없이 그대로 비교하세요.
    """

    def predict(self, x):
        return super().predict(x)[:, 0]


@misconception("SingleLayer")
class score_of_flat_labels:
    """You compare a column of predictions with flat labels: that compares each with all.

    (m, 1) == (m,) gives an (m, m) matrix. Turn y into a column first: y.reshape(-1, 1).

    ko: 열인 예측을 1차원 정답과 비교해서 모든 쌍을 비교하게 됩니다.

    (m, 1) == (m,)의 결과는 (m, m) 행렬입니다. 먼저 y.reshape(-1, 1)로 y를 열로 만드세요.
    """

    def score(self, x, y):
        return np.mean(self.predict(x) == y)


@misconception("SingleLayer")
class score_is_a_count:
    """score returns how many labels are right; it must return their share.

    Divide by the number of samples, or take np.mean.

    ko: score가 맞힌 개수를 돌려줍니다. 비율을 돌려주어야 합니다.

    샘플 수로 나누거나 np.mean을 쓰세요.
    """

    def score(self, x, y):
        return super().score(x, y) * len(x)


@misconception("SingleLayer")
class score_in_percent:
    """score returns percent; it must return a number between 0 and 1.

    Leave out the factor 100.

    ko: score가 퍼센트를 돌려줍니다. 0과 1 사이의 수여야 합니다.

    100을 곱하지 마세요.
    """

    def score(self, x, y):
        return super().score(x, y) * 100


@misconception("SingleLayer")
class score_of_the_errors:
    """score returns the share that is wrong.

    Count where prediction and label are equal: ==, not !=.

    ko: score가 틀린 비율을 돌려줍니다.

    예측과 정답이 같은(==) 것을 세세요. !=가 아닙니다.
    """

    def score(self, x, y):
        return 1 - super().score(x, y)
