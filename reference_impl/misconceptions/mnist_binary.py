"""Known ways to get the neuron that tells one digit from the rest wrong. Columns are samples."""

import numpy as np

from reference_impl import mnist_binary as right
from reference_impl.misconceptions import misconception


def _sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def _logarithms(a):
    a = np.clip(a, 1e-10, 1 - 1e-10)
    return np.log(a), np.log(1 - a)


@misconception("prepare_images")
def images_in_rows(images):
    """Your images are rows; here each image is a column.

    Transpose at the end: (784, m).

    ko: 이미지가 행입니다. 여기서는 이미지마다 열 하나입니다.

    마지막에 전치해서 (784, m)으로 만드세요.
    """
    return right.prepare_images(images).T


@misconception("prepare_images")
def images_mixed_up(images):
    """The pixels of different images are mixed up: you reshape to columns right away.

    reshape fills row by row. Make each image a row first, (m, 784), and transpose then.

    ko: 바로 열 모양으로 reshape해서 여러 이미지의 픽셀가 뒤섞였습니다.

    reshape는 행 순서로 채웁니다. 먼저 이미지마다 행 하나인 (m, 784)로 만든 다음 전치하세요.
    """
    return images.reshape(-1, len(images)) / 255.0


@misconception("prepare_images")
def images_not_scaled(images):
    """The pixels still run from 0 to 255.

    Divide by 255.

    ko: 픽셀 값이 아직 0부터 255까지입니다.

    255로 나누세요.
    """
    return right.prepare_images(images) * 255.0


@misconception("prepare_images")
def images_divided_by_256(images):
    """You divide by 256; the largest grey value is 255.

    Black ink must become exactly 1.

    ko: 256으로 나누었습니다. 가장 큰 회색 값은 255입니다.

    가장 진한 잉크는 정확히 1이 되어야 합니다.
    """
    return right.prepare_images(images) * 255.0 / 256.0


@misconception("prepare_images")
def images_divided_as_integers(images):
    """You divide whole numbers by whole numbers (//): every grey becomes 0.

    Write / 255, which gives floats.

    ko: 정수 나눗셈(//)을 해서 회색이 모두 0이 됩니다.

    실수가 나오는 / 255를 쓰세요.
    """
    return (images.reshape(len(images), -1).T // 255).astype(float)


@misconception("prepare_images")
def images_turned(images):
    """The pixels of each image are counted column by column.

    Count them row by row, as reshape does by itself.

    ko: 이미지의 픽셀를 열 순서로 셉니다.

    reshape가 하는 대로 행 순서로 세세요.
    """
    return right.prepare_images(np.swapaxes(images, 1, 2))


@misconception("prepare_images")
def images_in_float32(images):
    """You work in float32, which keeps only 7 digits.

    Divide by 255.0: the result is float64.

    ko: 유효 숫자가 7자리뿐인 float32를 썼습니다.

    255.0으로 나누면 float64가 됩니다.
    """
    return right.prepare_images(images).astype(np.float32)


@misconception("binary_labels")
def labels_stay_digits(y, digit):
    """You hand on the digits themselves; labels must be 0 and 1.

    Compare with the digit: 1 where they are equal. With digits for labels a - y is negative for
    all but the zeros, and the weights only grow.

    ko: 숫자를 그대로 정답으로 씁니다. 정답은 0과 1이어야 합니다.

    숫자와 비교해서 같은 곳을 1로 만드세요. 숫자 그대로이면 0이 아닌 모든 곳에서 a - y가 음수여서
    가중치가 커지기만 합니다.
    """
    return y.reshape(1, -1).astype(float)


@misconception("binary_labels")
def labels_turned_round(y, digit):
    """0 and 1 have changed places: your 1 means "another digit".

    1 where the label is the digit: ==, not !=.

    ko: 0과 1이 뒤바뀌어 1이 다른 숫자라는 뜻이 되었습니다.

    정답이 그 숫자인 곳이 1입니다. !=가 아니라 ==를 쓰세요.
    """
    return 1.0 - right.binary_labels(y, digit)


@misconception("binary_labels")
def labels_of_plus_and_minus(y, digit):
    """Your labels are -1 and 1; they must be 0 and 1.

    The cost multiplies by y and by 1 - y, which must be 0 and 1.

    ko: 정답이 -1과 1입니다. 0과 1이어야 합니다.

    비용은 y와 1 - y를 곱하므로 이 값이 0과 1이어야 합니다.
    """
    return 2.0 * right.binary_labels(y, digit) - 1.0


@misconception("binary_labels")
def labels_in_a_column(y, digit):
    """Your labels are a column; samples are columns, so the labels form a row (1, m).

    reshape(1, -1).

    ko: 정답이 열입니다. 샘플이 열이므로 정답은 행 (1, m)입니다.

    reshape(1, -1)을 쓰세요.
    """
    return right.binary_labels(y, digit).reshape(-1, 1)


@misconception("binary_labels")
def labels_flat(y, digit):
    """Your labels are flat; they must be a row (1, m).

    reshape(1, -1). A flat array would make an (m, m) matrix where a column meets it.

    ko: 정답이 1차원입니다. 행 (1, m)이어야 합니다.

    reshape(1, -1)을 쓰세요. 1차원이면 열과 만날 때 (m, m) 행렬이 됩니다.
    """
    return right.binary_labels(y, digit).reshape(-1)


@misconception("binary_labels")
def labels_of_zero(y, digit):
    """You always look for the digit 0.

    Compare with the argument digit.

    ko: 항상 숫자 0만 찾습니다.

    인자 digit과 비교하세요.
    """
    return right.binary_labels(y, 0)


def _parts(W, b, X, Y):
    m = X.shape[1]
    A = _sigmoid(np.dot(W.T, X) + b)
    log_1, log_0 = _logarithms(A)
    cost = -np.sum(Y * log_1 + (1 - Y) * log_0) / m
    dZ = A - Y
    return cost, np.dot(X, dZ.T) / m, np.sum(dZ) / m, m


@misconception("propagate", "propagate_loop")
def propagate_without_m(W, b, X, Y):
    """You sum over the samples, but do not divide by m.

    Cost and gradient are means: divide all three by m.

    ko: 샘플에 대해 더하기만 하고 m으로 나누지 않았습니다.

    비용과 기울기는 평균입니다. 셋 모두 m으로 나누세요.
    """
    cost, dW, db, m = _parts(W, b, X, Y)
    return cost * m, dW * m, db * m


@misconception("propagate", "propagate_loop")
def propagate_gradient_without_m(W, b, X, Y):
    """The gradient is not divided by m; the cost is.

    All three are means over the samples.

    ko: 비용만 m으로 나누고 기울기는 나누지 않았습니다.

    셋 모두 샘플에 대한 평균입니다.
    """
    cost, dW, db, m = _parts(W, b, X, Y)
    return cost, dW * m, db * m


@misconception("propagate", "propagate_loop")
def propagate_cost_without_minus(W, b, X, Y):
    """The cost has one minus too many or too few: it is negative.

    A loss is -(y log a + (1 - y) log(1 - a)), and the cost adds the losses up. The lecture prints
    a second minus.

    ko: 마이너스가 하나 많거나 모자라서 비용이 음수입니다.

    손실은 -(y log a + (1 - y) log(1 - a))이고 비용은 손실의 평균입니다. 강의에는 마이너스가 하나 더
    적혀 있습니다.
    """
    cost, dW, db, _ = _parts(W, b, X, Y)
    return -cost, dW, db


@misconception("propagate", "propagate_loop")
def propagate_uphill(W, b, X, Y):
    """The sign of the gradient is turned round: dz is a - y, not y - a.

    The step in optimize subtracts.

    ko: 기울기의 부호가 반대입니다. dz는 y - a가 아니라 a - y입니다.

    optimize에서 기울기를 뺍니다.
    """
    cost, dW, db, _ = _parts(W, b, X, Y)
    return cost, -dW, -db


@misconception("propagate", "propagate_loop")
def propagate_without_bias(W, b, X, Y):
    """The scores lack the bias.

    z = W.T x + b.

    ko: 점수에 절편이 더해지지 않았습니다.

    z = W.T x + b입니다.
    """
    return _parts(W, 0.0, X, Y)[:3]


@misconception("propagate", "propagate_loop")
def propagate_logs_of_zero(W, b, X, Y):
    """You take the logarithm of 0 where a is exactly 0 or 1.

    Clip a to [1e-10, 1 - 1e-10] before the logarithm.

    ko: a가 정확히 0이나 1인 곳에서 0의 로그를 구합니다.

    로그를 구하기 전에 a를 [1e-10, 1 - 1e-10]으로 제한하세요.
    """
    A = _sigmoid(np.dot(W.T, X) + b)
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return cost, *_parts(W, b, X, Y)[1:3]


@misconception("propagate", "propagate_loop")
def propagate_with_slope(W, b, X, Y):
    """You multiply a - y by a (1 - a): that factor belongs to the squared error.

    With the cross-entropy it cancels: dz = a - y.

    ko: a - y에 a (1 - a)를 곱했습니다. 이것은 제곱 오차의 인수입니다.

    교차 엔트로피에서는 약분되어 dz = a - y입니다.
    """
    A = _sigmoid(np.dot(W.T, X) + b)
    dZ = (A - Y) * A * (1 - A)
    return _parts(W, b, X, Y)[0], np.dot(X, dZ.T) / X.shape[1], np.mean(dZ)


@misconception("propagate", "propagate_loop")
def propagate_bias_is_an_array(W, b, X, Y):
    """Your db is an array; it must be a single number.

    Sum over everything, without axis and keepdims.

    ko: db가 배열입니다. 수 하나여야 합니다.

    axis와 keepdims 없이 전부 더하세요.
    """
    cost, dW, db, _ = _parts(W, b, X, Y)
    return cost, dW, np.array([[db]])


def _descend(W, b, X, Y, alpha, epochs):
    costs = []
    for _ in range(epochs):
        cost, dW, db, _m = _parts(W, b, X, Y)
        costs.append(cost)
        W, b = W - alpha * dW, b - alpha * db
    return W, b, costs


@misconception("optimize")
def optimize_uphill(W, b, X, Y, alpha, epochs):
    """The step goes uphill: you add the gradient.

    The gradient points to where the cost grows: W <- W - alpha dW.

    ko: 기울기를 더해서 비용이 커지는 쪽으로 갑니다.

    기울기는 비용이 커지는 방향이므로 W <- W - alpha dW로 빼세요.
    """
    return _descend(W, b, X, Y, -alpha, epochs)


@misconception("optimize")
def optimize_ignores_alpha(W, b, X, Y, alpha, epochs):
    """The learning rate is ignored.

    W <- W - alpha dW and b <- b - alpha db.

    ko: 학습률을 쓰지 않습니다.

    W <- W - alpha dW, b <- b - alpha db입니다.
    """
    return _descend(W, b, X, Y, 1.0, epochs)


@misconception("optimize")
def optimize_forgets_the_bias(W, b, X, Y, alpha, epochs):
    """The bias is never updated.

    b <- b - alpha db in each epoch.

    ko: 절편이 한 번도 바뀌지 않습니다.

    에포크마다 b <- b - alpha db로 바꾸세요.
    """
    costs = []
    for _ in range(epochs):
        cost, dW, _db, _m = _parts(W, b, X, Y)
        costs.append(cost)
        W = W - alpha * dW
    return W, b, costs


@misconception("optimize")
def optimize_changes_its_argument(W, b, X, Y, alpha, epochs):
    """You change W in place: the caller's weights change too.

    W -= ... changes the array itself; W = W - ... makes a new one.

    ko: W 자체를 바꾸어서 호출한 쪽의 가중치도 바뀝니다.

    W -= ...은 배열 자체를 바꾸고, W = W - ...은 새 배열을 만듭니다.
    """
    moved, b, costs = _descend(W, b, X, Y, alpha, epochs)
    W[...] = moved
    return W, b, costs


@misconception("optimize")
def optimize_stops_an_epoch_early(W, b, X, Y, alpha, epochs):
    """You train one epoch too few.

    range(epochs) has epochs rounds; range(1, epochs) has one less.

    ko: 에포크를 한 번 적게 학습합니다.

    range(epochs)는 epochs번 돌고 range(1, epochs)는 한 번 적게 돕니다.
    """
    return _descend(W, b, X, Y, alpha, epochs - 1)


@misconception("optimize")
def optimize_notes_costs_after_the_step(W, b, X, Y, alpha, epochs):
    """The cost is taken after the step; it belongs to the weights before it.

    Append the cost before you change W and b.

    ko: 가중치를 바꾼 뒤에 비용을 구합니다. 바꾸기 전 가중치의 비용이어야 합니다.

    W와 b를 바꾸기 전에 비용을 추가하세요.
    """
    costs = _descend(W, b, X, Y, alpha, epochs + 1)[2]
    return *_descend(W, b, X, Y, alpha, epochs)[:2], costs[1:]


@misconception("optimize")
def optimize_notes_the_last_cost(W, b, X, Y, alpha, epochs):
    """The list of costs holds the last cost alone.

    Append to the list in each epoch, and make the list before the loop.

    ko: costs에 마지막 비용만 들어 있습니다.

    반복문 앞에서 리스트를 만들고 에포크마다 추가하세요.
    """
    W, b, costs = _descend(W, b, X, Y, alpha, epochs)
    return W, b, costs[-1:]


@misconception("predict")
def predict_gives_probabilities(W, b, X):
    """You return probabilities; predict must decide: 0 or 1.

    Compare with 0.5.

    ko: predict가 확률을 돌려줍니다. 0 또는 1로 판정해야 합니다.

    0.5와 비교하세요.
    """
    return _sigmoid(np.dot(W.T, X) + b)


@misconception("predict")
def predict_compares_scores_with_a_half(W, b, X):
    """You compare the score z with 0.5; a probability of ½ is a score of 0.

    Either z > 0, or sigmoid(z) > 0.5.

    ko: 점수 z를 0.5와 비교합니다. 확률 ½에 해당하는 점수는 0입니다.

    z > 0 또는 sigmoid(z) > 0.5로 비교하세요.
    """
    return (np.dot(W.T, X) + b > 0.5).astype(int)


@misconception("predict")
def predict_compares_probabilities_with_zero(W, b, X):
    """You compare a probability with 0: everything is predicted 1.

    Either sigmoid(z) > 0.5, or z > 0.

    ko: 확률을 0과 비교해서 모든 예측이 1이 됩니다.

    sigmoid(z) > 0.5 또는 z > 0으로 비교하세요.
    """
    return (_sigmoid(np.dot(W.T, X) + b) > 0).astype(int)


@misconception("predict")
def predict_without_bias(W, b, X):
    """The scores lack the bias.

    z = W.T x + b.

    ko: 점수에 절편이 더해지지 않았습니다.

    z = W.T x + b입니다.
    """
    return (np.dot(W.T, X) > 0).astype(int)


@misconception("predict")
def predict_in_a_column(W, b, X):
    """Your predictions are a column; samples are columns, so they form a row (1, m).

    W.T X is (1, m) by itself.

    ko: 예측이 열입니다. 샘플이 열이므로 예측은 행 (1, m)입니다.

    W.T X는 그대로 (1, m)입니다.
    """
    return (np.dot(X.T, W) + b > 0).astype(int)
