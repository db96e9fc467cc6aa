"""Known ways to get stochastic gradient descent wrong. Columns are samples."""

import numpy as np

from reference_impl import stochastic_gradient_descent as right
from reference_impl.misconceptions import misconception


@misconception("g")
def g_overflows(x):
    """Your values are right, but exp(-x) overflows for scores far below 0.

    Clip x before you call exp: beyond 500 the answer is 0 or 1 anyway.

    ko: 값은 맞지만 점수가 0보다 아주 작으면 exp(-x)에서 오버플로가 납니다.

    exp를 부르기 전에 np.clip으로 x를 제한하세요. 500을 넘으면 답은 어차피 0 또는 1입니다.
    """
    return 1 / (1 + np.exp(-x))


@misconception("g")
def g_of_minus_x(x):
    """The sign in the exponent is turned round: your sigmoid falls where it must rise.

    The exponent is -x.

    ko: 지수의 부호가 반대입니다. 시그모이드가 커져야 할 곳에서 작아집니다.

    지수는 -x입니다.
    """
    return right.g(-x)


@misconception("g_prime")
def g_prime_of_an_activation(x):
    """You take x for the activation: x (1 - x) is the slope only if x is g's value already.

    Here x is the score: compute a = g(x) first, then a (1 - a).

    ko: x를 활성화 값으로 여겼습니다. x (1 - x)는 x가 이미 g의 값일 때만 기울기입니다.

    여기서 x는 점수입니다. 먼저 a = g(x)를 구하고 a (1 - a)를 돌려주세요.
    """
    return x * (1 - x)


@misconception("g_prime")
def g_prime_of_tanh(x):
    """You use 1 - a², the slope of tanh; the slope of the sigmoid is a (1 - a).

    The lecture's slides derive the hidden layer with tanh, but its code has a sigmoid there.

    ko: tanh의 기울기인 1 - a²을 썼습니다. 시그모이드의 기울기는 a (1 - a)입니다.

    강의 슬라이드는 은닉층을 tanh로 미분하지만 코드에는 시그모이드가 있습니다.
    """
    return 1 - right.g(x) ** 2


@misconception("g_prime")
def g_prime_is_g(x):
    """You return g(x) itself, not its derivative.

    The derivative is a (1 - a) with a = g(x).

    ko: 도함수가 아니라 g(x) 자체를 돌려줍니다.

    도함수는 a = g(x)일 때 a (1 - a)입니다.
    """
    return right.g(x)


@misconception("softmax")
def softmax_of_the_whole_array(Z):
    """You take maximum and sum over the whole array, as the lecture's code does.

    Each column is a sample of its own: axis=0, keepdims=True. With one sample it goes unnoticed.

    ko: 강의 코드처럼 배열 전체의 최댓값과 합을 씁니다.

    열마다 샘플 하나입니다. axis=0, keepdims=True를 쓰세요. 샘플이 하나일 때는 드러나지 않습니다.
    """
    exp_Z = np.exp(Z - np.max(Z))
    return exp_Z / np.sum(exp_Z)


@misconception("softmax")
def softmax_of_rows(Z):
    """You sum along the rows; in this assignment a column is a sample.

    The sum runs over the classes, down each column: axis=0, keepdims=True.

    ko: 행을 따라 더합니다. 이 과제에서는 열이 샘플입니다.

    합은 각 열에서 클래스에 대해 구합니다. axis=0, keepdims=True를 쓰세요.
    """
    exp_Z = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return exp_Z / np.sum(exp_Z, axis=1, keepdims=True)


@misconception("softmax")
def softmax_overflows(Z):
    """Your softmax is right for small scores, but exp overflows for large ones.

    Take the largest score of each column from the column first: the result stays the same.

    ko: 점수가 작으면 맞지만 크면 exp에서 오버플로가 납니다.

    먼저 각 열에서 그 열의 가장 큰 점수를 빼세요. 결과는 같습니다.
    """
    exp_Z = np.exp(Z)
    return exp_Z / np.sum(exp_Z, axis=0, keepdims=True)


@misconception("softmax")
def softmax_with_one_maximum(Z):
    """You take the largest score of the whole array; each column needs its own maximum.

    A column that lies far below becomes 0 / 0. Use Z.max(axis=0, keepdims=True).

    ko: 배열 전체의 최댓값을 뺍니다. 열마다 자기 최댓값을 빼야 합니다.

    훨씬 작은 점수로 된 열은 0 / 0이 됩니다. Z.max(axis=0, keepdims=True)를 쓰세요.
    """
    exp_Z = np.exp(Z - np.max(Z))
    return exp_Z / np.sum(exp_Z, axis=0, keepdims=True)


@misconception("CEcost")
def cost_is_a_sum(A2, Y):
    """You add up the cost of all samples, but do not divide by m.

    The cost is the mean over the samples, and these are columns: m is Y.shape[1].

    ko: 모든 샘플의 비용을 더하기만 하고 m으로 나누지 않았습니다.

    비용은 샘플에 대한 평균이고 샘플은 열입니다. m은 Y.shape[1]입니다.
    """
    return right.CEcost(A2, Y) * Y.shape[1]


@misconception("CEcost")
def cost_over_classes(A2, Y):
    """You divide by the number of classes: len(Y) counts the rows.

    Columns are samples here: m is Y.shape[1].

    ko: 클래스의 수로 나누었습니다. len(Y)는 행을 셉니다.

    여기서는 열이 샘플이므로 m은 Y.shape[1]입니다.
    """
    return right.CEcost(A2, Y) * Y.shape[1] / len(Y)


@misconception("CEcost")
def cost_over_all_entries(A2, Y):
    """You take the mean over all entries; the cost is a mean over the samples.

    np.mean divides by m times the number of classes. Sum over everything and divide by m alone.

    ko: 모든 원소에 대한 평균을 구합니다. 비용은 샘플에 대한 평균입니다.

    np.mean은 m 곱하기 클래스 수로 나눕니다. 전부 더한 다음 m으로만 나누세요.
    """
    return right.CEcost(A2, Y) / len(Y)


@misconception("CEcost")
def cost_without_minus(A2, Y):
    """The minus in front of the sum is missing: your cost is negative.

    Logarithms of probabilities are negative; the minus makes a cost of them that is to be small.

    ko: 합 앞의 마이너스가 빠져서 비용이 음수입니다.

    확률의 로그는 음수입니다. 마이너스를 붙여야 작을수록 좋은 비용이 됩니다.
    """
    return -right.CEcost(A2, Y)


@misconception("CEcost")
def cost_takes_the_log_of_zero(A2, Y):
    """You take the logarithm of 0 where a probability is exactly 0, as the lecture's code does.

    0 times log 0 is nan. Use np.maximum(A2, 1e-10) first.

    ko: 강의 코드처럼 확률이 정확히 0인 곳에서 0의 로그를 구합니다.

    0 곱하기 log 0은 nan입니다. 먼저 np.maximum(A2, 1e-10)을 쓰세요.
    """
    return -np.sum(Y * np.log(A2)) / Y.shape[1]


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


def _backprop(A0, A1, dZ2, W2, slope, hidden=1.0, output=1.0):
    """Return the gradients with this slope, the two layers weighed."""
    m = A0.shape[1]
    dZ1 = np.dot(W2.T, dZ2) * slope
    dW2, db2 = np.dot(dZ2, A1.T) / m, np.sum(dZ2, axis=1, keepdims=True) / m
    dW1, db1 = np.dot(dZ1, A0.T) / m, np.sum(dZ1, axis=1, keepdims=True) / m
    return hidden * dW1, hidden * db1, output * dW2, output * db2


def _slope(Z1):
    return right.g(Z1) * right.g(-Z1)


@misconception("backprop")
def gradients_without_m(A0, Z1, A1, A2, Y, W2):
    """The gradients are sums over the samples: you do not divide by m.

    All four are means. Columns are samples: m is A0.shape[1].

    ko: 기울기가 샘플에 대한 합입니다. m으로 나누지 않았습니다.

    넷 모두 평균입니다. 열이 샘플이므로 m은 A0.shape[1]입니다.
    """
    m = A0.shape[1]
    return _backprop(A0, A1, A2 - Y, W2, _slope(Z1), m, m)


@misconception("backprop")
def gradients_of_hidden_layer_without_m(A0, Z1, A1, A2, Y, W2):
    """dW1 and db1 are not divided by m, as on the lecture's slides; dW2 and db2 are.

    All four are means over the samples.

    ko: 강의 슬라이드처럼 dW2와 db2만 m으로 나누고 dW1과 db1은 나누지 않았습니다.

    넷 모두 샘플에 대한 평균입니다.
    """
    return _backprop(A0, A1, A2 - Y, W2, _slope(Z1), A0.shape[1], 1.0)


@misconception("backprop")
def gradients_of_output_without_m(A0, Z1, A1, A2, Y, W2):
    """dW2 and db2 are not divided by m; dW1 and db1 are.

    All four are means over the samples.

    ko: dW1과 db1만 m으로 나누고 dW2와 db2는 나누지 않았습니다.

    넷 모두 샘플에 대한 평균입니다.
    """
    return _backprop(A0, A1, A2 - Y, W2, _slope(Z1), 1.0, A0.shape[1])


@misconception("backprop")
def gradients_of_output_divided_by_60000(A0, Z1, A1, A2, Y, W2):
    """dW2 and db2 are divided by 60000, the size of MNIST, as in the lecture's code.

    m is the number of samples that come in: 1 for a single sample. Divided by 60000 the output
    layer hardly learns.

    ko: 강의 코드처럼 dW2와 db2를 MNIST의 크기인 60000으로 나누었습니다.

    m은 들어온 샘플의 수이고 샘플이 하나이면 1입니다. 60000으로 나누면 출력층이 거의 배우지
    못합니다.
    """
    return _backprop(A0, A1, A2 - Y, W2, _slope(Z1), A0.shape[1], A0.shape[1] / 60000)


@misconception("backprop")
def gradients_uphill(A0, Z1, A1, A2, Y, W2):
    """The sign of all gradients is turned round: dZ2 is A2 - Y, not Y - A2.

    The lecture adds its step, so its error is Y - A2; here fit subtracts.

    ko: 모든 기울기의 부호가 반대입니다. dZ2는 Y - A2가 아니라 A2 - Y입니다.

    강의에서는 더하기 때문에 오차가 Y - A2이지만, 여기서는 fit에서 뺍니다.
    """
    return _backprop(A0, A1, Y - A2, W2, _slope(Z1))


@misconception("backprop")
def hidden_error_without_slope(A0, Z1, A1, A2, Y, W2):
    """The slope of the sigmoid is missing in the hidden layer.

    dZ1 = (W2.T dZ2) * g'(Z1).

    ko: 은닉층에서 시그모이드의 기울기가 빠졌습니다.

    dZ1 = (W2.T dZ2) * g'(Z1)입니다.
    """
    return _backprop(A0, A1, A2 - Y, W2, 1.0)


@misconception("backprop")
def hidden_error_with_slope_at_a(A0, Z1, A1, A2, Y, W2):
    """You take the slope at A1; g_prime wants the score Z1.

    g_prime applies the sigmoid itself: g_prime(Z1).

    ko: A1에서 기울기를 구했습니다. g_prime에는 점수 Z1을 넣습니다.

    g_prime이 시그모이드를 직접 적용하므로 g_prime(Z1)입니다.
    """
    return _backprop(A0, A1, A2 - Y, W2, _slope(A1))


@misconception("backprop")
def hidden_error_with_slope_of_tanh(A0, Z1, A1, A2, Y, W2):
    """You use the slope of tanh, 1 - A1²; the hidden layer has a sigmoid.

    dZ1 = (W2.T dZ2) * g'(Z1).

    ko: tanh의 기울기 1 - A1²을 썼습니다. 은닉층은 시그모이드입니다.

    dZ1 = (W2.T dZ2) * g'(Z1)입니다.
    """
    return _backprop(A0, A1, A2 - Y, W2, 1 - A1**2)


@misconception("backprop")
def output_error_with_a_slope(A0, Z1, A1, A2, Y, W2):
    """You multiply the output's error by A2 (1 - A2): that factor belongs to the squared error.

    With the cross-entropy it cancels: dZ2 = A2 - Y.

    ko: 출력층의 오차에 A2 (1 - A2)를 곱했습니다. 이것은 제곱 오차의 인수입니다.

    교차 엔트로피에서는 약분되어 dZ2 = A2 - Y입니다.
    """
    return _backprop(A0, A1, (A2 - Y) * A2 * (1 - A2), W2, _slope(Z1))


@misconception("backprop")
def biases_without_keepdims(A0, Z1, A1, A2, Y, W2):
    """db1 and db2 are flat; they must be columns like b1 and b2.

    A column minus a flat array is a matrix in numpy, without an error. Sum with keepdims=True.

    ko: db1과 db2가 1차원입니다. b1과 b2처럼 열이어야 합니다.

    numpy에서 열에서 1차원 배열을 빼면 오류 없이 행렬이 됩니다. keepdims=True로 더하세요.
    """
    dW1, db1, dW2, db2 = _backprop(A0, A1, A2 - Y, W2, _slope(Z1))
    return dW1, db1[:, 0], dW2, db2[:, 0]


@misconception("backprop")
def biases_summed_over_everything(A0, Z1, A1, A2, Y, W2):
    """db1 and db2 are summed over all entries; each neuron has a bias of its own.

    Sum over the samples alone: axis=1, keepdims=True.

    ko: db1과 db2를 모든 원소에 대해 더했습니다. 뉴런마다 자기 절편이 있습니다.

    샘플에 대해서만 더하세요. axis=1, keepdims=True입니다.
    """
    dW1, db1, dW2, db2 = _backprop(A0, A1, A2 - Y, W2, _slope(Z1))
    return dW1, np.sum(db1), dW2, np.sum(db2)


@misconception("backprop")
def gradients_of_output_first(A0, Z1, A1, A2, Y, W2):
    """You return the output layer first; the order is dW1, db1, dW2, db2.

    Backprop computes them from behind, but returns them from the front.

    ko: 출력층의 기울기를 먼저 돌려줍니다. 순서는 dW1, db1, dW2, db2입니다.

    계산은 뒤에서부터 하지만 돌려줄 때는 앞에서부터입니다.
    """
    dW1, db1, dW2, db2 = _backprop(A0, A1, A2 - Y, W2, _slope(Z1))
    return dW2, db2, dW1, db1


NAMES = ("W1", "b1", "W2", "b2")


def _learn(network, x, label, names=NAMES, rate=1.0):
    """Note the cost of one sample and make a step."""
    A0 = x.reshape(-1, 1)
    Y0 = np.eye(network.n_y)[:, [label]]
    weights = right.Weights(*(getattr(network, name) for name in NAMES))
    network.cost_.append(right.cost(A0, Y0, weights))
    steps = right.gradients(A0, Y0, weights)
    for name, weight, step in zip(NAMES, weights, steps, strict=True):
        if name in names:
            setattr(network, name, weight - rate * network.eta * step)


def _rounds(network, epochs):
    return network.epochs if epochs is None else epochs


@misconception("LogisticNeuron_stochastic")
class fit_ignores_eta:
    """The learning rate is ignored: the whole gradient is taken away.

    W1 <- W1 - eta dW1, with self.eta.

    ko: 학습률을 쓰지 않고 기울기 전체를 뺍니다.

    self.eta를 써서 W1 <- W1 - eta dW1로 바꾸세요.
    """

    def fit(self, X, y, epochs=None):
        for _ in range(_rounds(self, epochs)):
            for x, label in zip(X, y, strict=True):
                _learn(self, x, label, rate=1 / self.eta)


@misconception("LogisticNeuron_stochastic")
class fit_goes_uphill:
    """The step goes uphill: you add the gradient.

    The gradient points to where the cost grows: subtract eta times it.

    ko: 기울기를 더해서 비용이 커지는 쪽으로 갑니다.

    기울기는 비용이 커지는 방향이므로 eta를 곱해서 빼세요.
    """

    def fit(self, X, y, epochs=None):
        for _ in range(_rounds(self, epochs)):
            for x, label in zip(X, y, strict=True):
                _learn(self, x, label, rate=-1.0)


@misconception("LogisticNeuron_stochastic")
class fit_forgets_the_biases:
    """The biases are never updated.

    Each sample changes all four: W1, b1, W2 and b2.

    ko: 절편이 한 번도 바뀌지 않습니다.

    샘플마다 W1, b1, W2, b2를 모두 바꾸세요.
    """

    def fit(self, X, y, epochs=None):
        for _ in range(_rounds(self, epochs)):
            for x, label in zip(X, y, strict=True):
                _learn(self, x, label, names=("W1", "W2"))


@misconception("LogisticNeuron_stochastic")
class fit_divides_the_output_step_by_m:
    """The output layer's step is divided by the number of all samples, as in the lecture's code.

    One sample, one step: no division.

    ko: 강의 코드처럼 출력층의 변화량을 전체 샘플 수로 나눕니다.

    샘플 하나에 변화 한 번이므로 나누지 않습니다.
    """

    def fit(self, X, y, epochs=None):
        for _ in range(_rounds(self, epochs)):
            for x, label in zip(X, y, strict=True):
                W2, b2 = self.W2, self.b2
                _learn(self, x, label)
                self.W2 = W2 + (self.W2 - W2) / len(X)
                self.b2 = b2 + (self.b2 - b2) / len(X)


@misconception("LogisticNeuron_stochastic")
class fit_uses_the_last_sample_only:
    """Only the last sample of each epoch makes a step.

    Look at the indentation: the step belongs inside the loop over the samples.

    ko: 에포크마다 마지막 샘플만 학습에 쓰입니다.

    들여쓰기를 확인하세요. 가중치를 바꾸는 줄은 샘플 반복문 안에 있어야 합니다.
    """

    def fit(self, X, y, epochs=None):
        for _ in range(_rounds(self, epochs)):
            for x, label in zip(X[:-1], y[:-1], strict=True):
                _learn(self, x, label, names=())
            _learn(self, X[-1], y[-1])


@misconception("LogisticNeuron_stochastic")
class fit_ignores_its_epochs:
    """fit ignores its argument epochs and always trains self.epochs times.

    Use self.epochs only if epochs is None.

    ko: fit이 인자 epochs를 무시하고 항상 self.epochs번 학습합니다.

    epochs가 None일 때만 self.epochs를 쓰세요.
    """

    def fit(self, X, y, epochs=None):
        super().fit(X, y, self.epochs)


@misconception("LogisticNeuron_stochastic")
class fit_trains_one_epoch:
    """fit goes through the samples once, however many epochs are asked for.

    A second loop, around the one over the samples, counts the epochs.

    ko: 에포크를 몇 번 요청하든 fit이 샘플을 한 번만 훑습니다.

    샘플 반복문 바깥에 에포크를 세는 반복문이 하나 더 있어야 합니다.
    """

    def fit(self, X, y, epochs=None):
        super().fit(X, y, 1)


@misconception("LogisticNeuron_stochastic")
class costs_of_epochs:
    """cost_ holds one cost an epoch; it must hold one a sample.

    Append in the loop over the samples.

    ko: cost_에 에포크마다 비용 하나가 들어 있습니다. 샘플마다 하나여야 합니다.

    샘플 반복문 안에서 추가하세요.
    """

    def fit(self, X, y, epochs=None):
        before = len(self.cost_)
        super().fit(X, y, epochs)
        added = self.cost_[before:]
        self.cost_[before:] = [np.mean(added[i : i + len(X)]) for i in range(0, len(added), len(X))]


@misconception("LogisticNeuron_stochastic")
class costs_start_anew:
    """cost_ is emptied by each call of fit; it must go on over all calls.

    Make the list in __init__ only.

    ko: fit을 부를 때마다 cost_를 비웁니다. 모든 호출에 걸쳐 이어져야 합니다.

    리스트는 __init__에서만 만드세요.
    """

    def fit(self, X, y, epochs=None):
        self.cost_ = []
        super().fit(X, y, epochs)


@misconception("LogisticNeuron_stochastic")
class predict_across_samples:
    """You look for the largest probability across the samples, not across the classes.

    A2 has a column for each sample: np.argmax(A2, axis=0).

    ko: 클래스가 아니라 샘플 사이에서 가장 큰 확률을 찾습니다.

    A2는 열이 샘플이므로 np.argmax(A2, axis=0)을 쓰세요.
    """

    def predict(self, X):
        weights = right.Weights(self.W1, self.b1, self.W2, self.b2)
        return np.argmax(right.forward(X.T, weights)[3], axis=1)


@misconception("LogisticNeuron_stochastic")
class evaluate_in_percent:
    """evaluate returns percent; it must return a number between 0 and 1.

    Leave out the factor 100.

    ko: evaluate가 퍼센트를 돌려줍니다. 0과 1 사이의 수여야 합니다.

    100을 곱하지 마세요.
    """

    def evaluate(self, X, y):
        return super().evaluate(X, y) * 100


@misconception("LogisticNeuron_stochastic")
class evaluate_counts:
    """evaluate returns how many labels are right; it must return their share.

    Divide by the number of samples, or take np.mean.

    ko: evaluate가 맞힌 개수를 돌려줍니다. 비율을 돌려주어야 합니다.

    샘플 수로 나누거나 np.mean을 쓰세요.
    """

    def evaluate(self, X, y):
        return super().evaluate(X, y) * len(X)
