"""Known ways to get the softmax classifier wrong."""

import numpy as np

from reference_impl import softmax_classifier as right
from reference_impl.misconceptions import misconception, style
from reference_impl.misconceptions._hidden_layer import *  # noqa: F403


@misconception("softmax")
def softmax_of_the_whole_array(z):
    """You divide by the sum over the whole array: all samples share one distribution.

    Each row is a sample of its own: sum with axis=1, keepdims=True.

    ko: 배열 전체의 합으로 나누어서 모든 샘플이 분포 하나를 나누어 가집니다.

    행마다 샘플 하나입니다. axis=1, keepdims=True로 더하세요.
    """
    exp_z = np.exp(z - np.max(z))
    return exp_z / np.sum(exp_z)


@misconception("softmax")
def softmax_of_columns(z):
    """You sum over the samples (axis=0); the sum runs over the classes of each row.

    Rows are samples: axis=1, keepdims=True.

    ko: 샘플에 대해(axis=0) 더합니다. 각 행의 클래스에 대해 더해야 합니다.

    행이 샘플이므로 axis=1, keepdims=True로 더하세요.
    """
    exp_z = np.exp(z - np.max(z, axis=0))
    return exp_z / np.sum(exp_z, axis=0)


@misconception("softmax")
def softmax_overflows(z):
    """Your softmax is right for small scores, but exp overflows for large ones.

    Take the largest score of each row from the row first: the result stays the same.

    ko: 점수가 작으면 맞지만 크면 exp에서 오버플로가 납니다.

    먼저 각 행에서 그 행의 가장 큰 점수를 빼세요. 결과는 같습니다.
    """
    exp_z = np.exp(z)
    return exp_z / np.sum(exp_z, axis=1, keepdims=True)


@misconception("softmax")
def softmax_with_one_maximum(z):
    """You take the largest score of the whole array; each row needs its own maximum.

    A row that lies far below becomes 0 / 0. Use z.max(axis=1, keepdims=True).

    ko: 배열 전체의 최댓값을 뺍니다. 행마다 자기 최댓값을 빼야 합니다.

    훨씬 작은 점수로 된 행은 0 / 0이 됩니다. z.max(axis=1, keepdims=True)를 쓰세요.
    """
    exp_z = np.exp(z - np.max(z))
    return exp_z / np.sum(exp_z, axis=1, keepdims=True)


@misconception("softmax")
def softmax_clipped_below(z):
    """You clip the scores below at -100 and not above, as the lecture prints it.

    Scores above 709 still overflow, and scores below -100 all become alike. Take the row's
    maximum from the row instead.

    ko: 강의에 적힌 대로 점수를 아래로 -100에서만 제한하고 위로는 제한하지 않습니다.

    709보다 큰 점수는 여전히 넘치고 -100보다 작은 점수는 모두 같아집니다. 대신 행의 최댓값을 빼세요.
    """
    exp_z = np.exp(np.clip(z, -100, None))
    return exp_z / np.sum(exp_z, axis=1, keepdims=True)


@misconception("softmax")
def softmax_clipped(z):
    """You clip the scores: those beyond the bound all become alike.

    Scores may be as large as 10000. Take the row's maximum from the row; nothing is lost by that.

    ko: 점수를 제한해서 한계를 넘는 점수가 모두 같아집니다.

    점수는 10000까지 커질 수 있습니다. 행의 최댓값을 빼면 아무것도 잃지 않습니다.
    """
    exp_z = np.exp(np.clip(z, -500, 500))
    return exp_z / np.sum(exp_z, axis=1, keepdims=True)


@misconception("softmax")
def softmax_of_minus_z(z):
    """The sign of the scores is turned round: the largest score gets the smallest probability.

    It is exp(z), not exp(-z); and it is z minus the maximum, not the maximum minus z.

    ko: 점수의 부호가 반대여서 가장 큰 점수가 가장 작은 확률을 받습니다.

    exp(-z)가 아니라 exp(z)이고, 최댓값에서 z를 빼는 것이 아니라 z에서 최댓값을 뺍니다.
    """
    return right.softmax(-z)


@misconception("softmax")
def softmax_without_exp(z):
    """You divide the scores by their sum; the exponential is missing.

    Scores may be negative. exp makes them positive first.

    ko: 점수를 점수의 합으로 나눕니다. 지수 함수가 빠졌습니다.

    점수는 음수일 수 있습니다. 먼저 exp로 양수로 만드세요.
    """
    return z / np.sum(z, axis=1, keepdims=True)


@misconception("softmax")
def softmax_is_a_sigmoid(z):
    """You return the sigmoid of each score; the rows do not sum to 1.

    Divide exp(z) by the sum of the exponentials of its row.

    ko: 각 점수의 시그모이드를 돌려주어서 행의 합이 1이 아닙니다.

    exp(z)를 그 행의 지수 값들의 합으로 나누세요.
    """
    return right.sigmoid(z)


@misconception("softmax")
def softmax_without_the_sum(z):
    """You return the exponentials; the division by their sum is missing.

    Divide each row by its own sum.

    ko: 지수 값을 그대로 돌려줍니다. 합으로 나누지 않았습니다.

    각 행을 그 행의 합으로 나누세요.
    """
    return np.exp(z - np.max(z, axis=1, keepdims=True))


@misconception("softmax")
def softmax_changes_its_argument(z):
    """You change the scores in place: the caller's array is changed.

    z -= ... changes the array itself; z = z - ... makes a new one.

    ko: 점수 배열 자체를 바꾸어서 호출한 쪽의 배열이 바뀝니다.

    z -= ...은 배열 자체를 바꾸고, z = z - ...은 새 배열을 만듭니다.
    """
    z -= np.max(z, axis=1, keepdims=True)
    return right.softmax(z)


@misconception("softmax")
def softmax_in_float32(z):
    """You work in float32, which keeps only 7 digits.

    Leave the numbers in float64, as they come.

    ko: 유효 숫자가 7자리뿐인 float32로 계산합니다.

    입력된 그대로 float64로 두세요.
    """
    return right.softmax(z).astype(np.float32)


@misconception("one_hot_encoding")
def one_hot_transposed(y, n_y):
    """Your result is transposed: a column for each sample.

    Rows are samples: the shape is (m, n_y).

    ko: 결과가 전치되어 샘플마다 열이 하나입니다.

    행이 샘플이므로 모양은 (m, n_y)입니다.
    """
    return right.one_hot_encoding(y, n_y).T


@misconception("one_hot_encoding")
def one_hot_off_by_one(y, n_y):
    """The 1 stands one column too far to the left: classes count from 0.

    Class k belongs to column k, without y - 1.

    ko: 1이 한 열 왼쪽에 있습니다. 클래스 번호는 0부터 시작합니다.

    클래스 k는 k번 열입니다. y - 1을 쓰지 마세요.
    """
    return right.one_hot_encoding((y - 1) % n_y, n_y)


@misconception("one_hot_encoding")
def one_hot_of_the_classes_seen(y, n_y):
    """You count the classes in y; a class that no label names has no column.

    The number of columns is n_y.

    ko: y에 나온 클래스만 세어서, 나오지 않은 클래스의 열이 없습니다.

    열의 개수는 n_y입니다.
    """
    return np.eye(int(np.max(y)) + 1)[y]


@misconception("one_hot_encoding")
def one_hot_of_one_sample(y, n_y):
    """You put all the ones into one row.

    Row i gets its 1 in column y[i]: give numpy the row numbers too, Y[np.arange(m), y] = 1.

    ko: 1을 모두 한 행에 넣었습니다.

    i번 행은 y[i]번 열이 1입니다. Y[np.arange(m), y] = 1처럼 행 번호도 함께 주세요.
    """
    Y = np.zeros((len(y), n_y))
    Y[0, y] = 1.0
    return Y


@misconception("one_hot_encoding")
def one_hot_in_every_row(y, n_y):
    """You set whole columns: each row has a 1 for the labels of all samples.

    Y[:, y] = 1 sets these columns in every row. Y[np.arange(m), y] = 1 pairs row i with y[i].

    ko: 열 전체를 바꾸어서 행마다 모든 샘플의 정답 자리에 1이 있습니다.

    Y[:, y] = 1은 모든 행에서 그 열들을 바꿉니다. Y[np.arange(m), y] = 1은 i번 행과 y[i]를
    짝짓습니다.
    """
    Y = np.zeros((len(y), n_y))
    Y[:, y] = 1.0
    return Y


@misconception("one_hot_encoding")
def one_hot_with_the_number(y, n_y):
    """You write the class number into the row; a 1 belongs there.

    Class 0 would be a row of zeros. The column says which class it is.

    ko: 행에 클래스 번호를 적었습니다. 1을 적어야 합니다.

    그러면 클래스 0은 0뿐인 행이 됩니다. 어느 클래스인지는 열이 말해 줍니다.
    """
    return right.one_hot_encoding(y, n_y) * y.reshape(-1, 1)


@misconception("CEcost")
def cost_is_a_sum(A, Y):
    """You add up the cost of all samples, but do not divide by m.

    The cost is the mean over the samples: divide by len(Y).

    ko: 모든 샘플의 비용을 더하기만 하고 m으로 나누지 않았습니다.

    비용은 샘플에 대한 평균입니다. len(Y)로 나누세요.
    """
    return right.CEcost(A, Y) * len(Y)


@misconception("CEcost")
def cost_over_all_entries(A, Y):
    """You take the mean over all entries; the cost is a mean over the samples.

    np.mean divides by m times K. Sum over everything and divide by m alone.

    ko: 모든 원소에 대한 평균을 구합니다. 비용은 샘플에 대한 평균입니다.

    np.mean은 m 곱하기 K로 나눕니다. 전부 더한 다음 m으로만 나누세요.
    """
    return right.CEcost(A, Y) / Y.shape[1]


@misconception("CEcost")
def cost_over_classes(A, Y):
    """You divide by the number of classes; m is the number of samples.

    Rows are samples: m is len(Y).

    ko: 클래스의 수로 나누었습니다. m은 샘플의 수입니다.

    행이 샘플이므로 m은 len(Y)입니다.
    """
    return right.CEcost(A, Y) * len(Y) / Y.shape[1]


@misconception("CEcost")
def cost_divides_twice(A, Y):
    """You divide by m twice.

    Either np.mean over the samples, or np.sum and one division by m.

    ko: m으로 두 번 나누었습니다.

    샘플에 대해 np.mean을 쓰거나, np.sum을 쓰고 m으로 한 번만 나누세요.
    """
    return right.CEcost(A, Y) / len(Y)


@misconception("CEcost")
def cost_without_minus(A, Y):
    """The minus in front of the sum is missing: your cost is negative.

    Logarithms of probabilities are negative; the minus makes a cost of them that is to be small.

    ko: 합 앞의 마이너스가 빠져서 비용이 음수입니다.

    확률의 로그는 음수입니다. 마이너스를 붙여야 작을수록 좋은 비용이 됩니다.
    """
    return -right.CEcost(A, Y)


@misconception("CEcost")
def cost_in_bits(A, Y):
    """You use the logarithm of base 2; the formula has the natural one.

    np.log is the natural logarithm.

    ko: 밑이 2인 로그를 썼습니다. 수식의 로그는 자연로그입니다.

    np.log가 자연로그입니다.
    """
    return right.CEcost(A, Y) / np.log(2)


@misconception("CEcost")
def cost_takes_the_log_of_zero(A, Y):
    """You take the logarithm of 0 where a probability is exactly 0.

    Clip A to [1e-10, 1 - 1e-10] before the logarithm, as the docstring says.

    ko: 확률이 정확히 0인 곳에서 0의 로그를 구합니다.

    로그를 구하기 전에 설명에 있는 대로 A를 [1e-10, 1 - 1e-10]으로 제한하세요.
    """
    return -np.sum(Y * np.log(A)) / len(Y)


@misconception("CEcost")
def cost_of_two_classes(A, Y):
    """You use the formula of two classes: the term (1 - Y) log(1 - A) does not belong here.

    Each row already has a column for every class; only the one of the right class counts.

    ko: 클래스가 둘일 때의 식을 썼습니다. (1 - Y) log(1 - A) 항은 여기에 없습니다.

    행마다 모든 클래스의 열이 있고, 그중 정답 클래스의 열만 셉니다.
    """
    A = np.clip(A, 1e-10, 1 - 1e-10)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / len(Y)


@misconception("CEcost")
def cost_of_all_classes(A, Y):
    """You add up the logarithms of all classes; Y is missing.

    Multiply by Y: it is 1 for the right class and 0 for all others.

    ko: 모든 클래스의 로그를 더합니다. Y가 빠졌습니다.

    Y를 곱하세요. 정답 클래스에서 1이고 나머지에서는 0입니다.
    """
    return -np.sum(np.log(np.clip(A, 1e-10, 1 - 1e-10))) / len(Y)


@misconception("CEcost")
def cost_of_each_sample(A, Y):
    """You return the cost of each sample; the mean over them is missing.

    The result is one number.

    ko: 샘플마다의 비용을 돌려줍니다. 평균을 구하지 않았습니다.

    결과는 수 하나입니다.
    """
    return -np.sum(Y * np.log(np.clip(A, 1e-10, 1 - 1e-10)), axis=1)


@misconception("CEcost")
def cost_of_swapped_arguments(A, Y):
    """You take the logarithm of the labels: A and Y have changed places.

    The labels Y weigh the terms; the logarithms are those of the probabilities A.

    ko: A와 Y가 뒤바뀌어 정답의 로그를 구합니다.

    정답 Y는 각 항에 곱하는 값이고, 로그는 확률 A에 대해 구합니다.
    """
    return -np.sum(A * np.log(np.clip(Y, 1e-10, 1 - 1e-10))) / len(Y)


@misconception("CEcost")
def cost_is_the_squared_error(A, Y):
    """You return a squared error, not the cross-entropy.

    The cross-entropy takes the logarithm of the probability that was given to the true class.

    ko: 교차 엔트로피가 아니라 제곱 오차입니다.

    교차 엔트로피는 정답 클래스에 준 확률의 로그를 구합니다.
    """
    return np.sum((A - Y) ** 2) / len(Y)


@misconception("CEcost")
def cost_clips_in_place(A, Y):
    """You clip the probabilities in place: the caller's array is changed.

    Write A = np.clip(A, ...), without out=A or A[...] =: that makes a new array.

    ko: 확률 배열 자체를 제한해서 호출한 쪽의 배열이 바뀝니다.

    out=A나 A[...] =를 쓰지 말고 A = np.clip(A, ...)로 쓰세요. 그러면 새 배열이 생깁니다.
    """
    np.clip(A, 1e-10, 1 - 1e-10, out=A)
    return right.CEcost(A, Y)


@style("MultiClassNetwork")
class SeedsTheGlobalGenerator:
    """Draws the weights as the lecture does."""

    def init_weights(self, n_features, n_classes):
        np.random.seed(self.seed)
        self.w1 = np.random.normal(0, 1, (n_features, self.units))
        self.b1 = np.zeros(self.units)
        self.w2 = np.random.normal(0, 1, (self.units, n_classes))
        self.b2 = np.zeros(n_classes)


@style("MultiClassNetwork")
class DrawsTheOutputFirst:
    """Draws w2 before w1."""

    def init_weights(self, n_features, n_classes):
        rng = np.random.default_rng(self.seed)
        self.w2 = rng.normal(0, 1, (self.units, n_classes))
        self.b2 = np.zeros(n_classes)
        self.w1 = rng.normal(0, 1, (n_features, self.units))
        self.b1 = np.zeros(self.units)


@misconception("MultiClassNetwork")
class init_without_the_seed:
    """The initial weights do not follow the seed: they are the same for every seed.

    Seed the generator with self.seed, not with a fixed number.

    ko: 초기 가중치가 시드를 따르지 않고 어떤 시드에서나 같습니다.

    정해진 수가 아니라 self.seed로 생성기의 시드를 정하세요.
    """

    def init_weights(self, n_features, n_classes):
        given, self.seed = self.seed, 0
        super().init_weights(n_features, n_classes)
        self.seed = given


@misconception("MultiClassNetwork")
class init_uniformly:
    """The initial weights are uniform between 0 and 1; they must be normal, N(0, 1).

    Use normal or standard_normal, not random or rand.

    ko: 초기 가중치가 0과 1 사이의 균등 분포입니다. 정규 분포 N(0, 1)이어야 합니다.

    random이나 rand가 아니라 normal이나 standard_normal을 쓰세요.
    """

    def init_weights(self, n_features, n_classes):
        super().init_weights(n_features, n_classes)
        rng = np.random.default_rng(self.seed)
        self.w1 = rng.random(self.w1.shape)
        self.w2 = rng.random(self.w2.shape)


@misconception("MultiClassNetwork")
class init_with_zeros:
    """All initial weights are 0: all hidden units stay alike for ever.

    Draw w1 and w2 at random; only the biases start at 0.

    ko: 초기 가중치가 모두 0이어서 은닉 뉴런이 끝까지 똑같습니다.

    w1과 w2는 무작위로 뽑고 절편만 0에서 시작하세요.
    """

    def init_weights(self, n_features, n_classes):
        super().init_weights(n_features, n_classes)
        self.w1, self.w2 = self.w1 * 0.0, self.w2 * 0.0


@misconception("MultiClassNetwork")
class init_with_ones:
    """All initial weights are 1: all hidden units stay alike for ever.

    Draw w1 and w2 at random.

    ko: 초기 가중치가 모두 1이어서 은닉 뉴런이 끝까지 똑같습니다.

    w1과 w2를 무작위로 뽑으세요.
    """

    def init_weights(self, n_features, n_classes):
        super().init_weights(n_features, n_classes)
        self.w1, self.w2 = self.w1 * 0.0 + 1.0, self.w2 * 0.0 + 1.0


@misconception("MultiClassNetwork")
class sigmoid_overflows:
    """The sigmoid's values are right, but exp(-z) overflows for scores far below 0.

    Clip z before you call exp.

    ko: 시그모이드의 값은 맞지만 점수가 0보다 아주 작으면 exp(-z)에서 오버플로가 납니다.

    exp를 부르기 전에 np.clip으로 z를 제한하세요.
    """

    def sigmoid(self, z):
        return 1 / (1 + np.exp(-z))


@misconception("MultiClassNetwork")
class forpass_gives_probabilities:
    """forpass returns probabilities; it must return the scores, before softmax.

    softmax comes in fit.

    ko: forpass가 확률을 돌려줍니다. 소프트맥스를 거치기 전의 점수를 돌려주어야 합니다.

    softmax는 fit에서 적용합니다.
    """

    def forpass(self, x):
        return right.softmax(super().forpass(x))


@misconception("MultiClassNetwork")
class forpass_with_a_sigmoid_too_many:
    """You apply the sigmoid to the scores of the output as well.

    Only the hidden layer has one; softmax turns the scores into probabilities.

    ko: 출력층의 점수에도 시그모이드를 적용합니다.

    시그모이드는 은닉층에만 있습니다. 점수를 확률로 바꾸는 것은 softmax입니다.
    """

    def forpass(self, x):
        return self.sigmoid(super().forpass(x))


@misconception("MultiClassNetwork")
class output_bias_summed_over_classes:
    """b2_grad is summed over the classes as well, as the lecture prints it.

    There it is always about 0. Sum over the samples only, np.sum(err, axis=0) / m: one number for
    each class.

    ko: 강의에 적힌 대로 b2_grad를 클래스에 대해서도 더했습니다.

    그러면 항상 거의 0입니다. np.sum(err, axis=0) / m처럼 샘플에 대해서만 더하세요. 클래스마다 수
    하나입니다.
    """

    def backprop(self, x, err):
        w1_grad, b1_grad, w2_grad, _ = super().backprop(x, err)
        return w1_grad, b1_grad, w2_grad, np.sum(err) / len(x)


@misconception("MultiClassNetwork")
class biases_kept_as_rows:
    """The gradients of the biases are rows (1, K); they must be flat.

    b1 and b2 are flat arrays, and so are their gradients: leave keepdims out.

    ko: 절편의 기울기가 (1, K) 모양의 행입니다. 1차원이어야 합니다.

    b1과 b2가 1차원 배열이므로 기울기도 그렇습니다. keepdims를 빼세요.
    """

    def backprop(self, x, err):
        w1_grad, b1_grad, w2_grad, b2_grad = super().backprop(x, err)
        return w1_grad, b1_grad.reshape(1, -1), w2_grad, b2_grad.reshape(1, -1)


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


@misconception("MultiClassNetwork")
class predict_across_samples:
    """You look for the largest score across the samples (axis=0), not across the classes.

    Rows are samples: np.argmax(..., axis=1).

    ko: 클래스가 아니라 샘플 사이에서(axis=0) 가장 큰 점수를 찾습니다.

    행이 샘플이므로 np.argmax(..., axis=1)을 쓰세요.
    """

    def predict(self, x):
        return np.argmax(self.forpass(x), axis=0)


@misconception("MultiClassNetwork")
class predict_the_least_probable:
    """You return the least probable class.

    np.argmax, not np.argmin.

    ko: 확률이 가장 낮은 클래스를 돌려줍니다.

    np.argmin이 아니라 np.argmax입니다.
    """

    def predict(self, x):
        return np.argmin(self.forpass(x), axis=1)


@misconception("MultiClassNetwork")
class predict_gives_the_score:
    """You return the largest score itself; the number of its class is wanted.

    np.max gives the value, np.argmax its place.

    ko: 가장 큰 점수 자체를 돌려줍니다. 그 클래스의 번호가 필요합니다.

    np.max는 값을, np.argmax는 그 위치를 줍니다.
    """

    def predict(self, x):
        return np.max(self.forpass(x), axis=1)


@misconception("MultiClassNetwork")
class predict_gives_probabilities:
    """predict returns the probabilities of all classes; the number of one class is wanted.

    Take the place of the largest in each row: np.argmax(..., axis=1).

    ko: predict가 모든 클래스의 확률을 돌려줍니다. 클래스 번호 하나가 필요합니다.

    np.argmax(..., axis=1)로 행마다 가장 큰 값의 위치를 구하세요.
    """

    def predict(self, x):
        return right.softmax(self.forpass(x))


@misconception("MultiClassNetwork")
class predict_gives_a_column:
    """predict returns a column; the class numbers form a flat array (m,).

    np.argmax(..., axis=1) is flat by itself.

    ko: predict가 열을 돌려줍니다. 클래스 번호는 1차원 배열 (m,)이어야 합니다.

    np.argmax(..., axis=1)의 결과는 그대로 1차원입니다.
    """

    def predict(self, x):
        return super().predict(x).reshape(-1, 1)


@misconception("MultiClassNetwork")
class score_of_one_hot_labels:
    """You compare class numbers with one-hot rows.

    Turn the labels into class numbers first: np.argmax(y, axis=1).

    ko: 클래스 번호를 원-핫 행과 비교합니다.

    먼저 np.argmax(y, axis=1)로 정답을 클래스 번호로 바꾸세요.
    """

    def score(self, x, y):
        return np.mean(self.predict(x).reshape(-1, 1) == y)
