"""Known ways to get activation functions, decisions and estimates wrong."""

import numpy as np

from reference_impl.misconceptions import misconception


def _sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -500, 500)))


@misconception("step")
def step_strict(x):
    """Your step is 0 at x = 0; in this course it is 1 there.

    x >= 0, not x > 0.

    ko: x = 0에서 0입니다. 이 과정에서는 1입니다.

    x > 0이 아니라 x >= 0입니다.
    """
    return np.where(x > 0, 1.0, 0.0)


@misconception("step")
def step_is_sign(x):
    """You return the sign, -1 and 1; a step gives 0 and 1.

    np.where(x >= 0, 1.0, 0.0).

    ko: 부호인 -1과 1을 돌려줍니다. 계단 함수는 0과 1입니다.

    np.where(x >= 0, 1.0, 0.0)을 쓰세요.
    """
    return np.where(x >= 0, 1.0, -1.0)


@misconception("step")
def step_turned_round(x):
    """0 and 1 have changed places.

    1 stands where x is 0 or more.

    ko: 0과 1이 뒤바뀌었습니다.

    x가 0 이상인 곳이 1입니다.
    """
    return np.where(x >= 0, 0.0, 1.0)


@misconception("sigmoid")
def sigmoid_of_minus_x(x):
    """The sign in the exponent is turned round: your sigmoid falls where it must rise.

    The exponent is -x.

    ko: 지수의 부호가 반대입니다. 시그모이드가 커져야 할 곳에서 작아집니다.

    지수는 -x입니다.
    """
    return _sigmoid(-x)


@misconception("sigmoid")
def sigmoid_as_exp_over_exp(x):
    """You compute exp(x) / (1 + exp(x)), which is inf / inf = nan for large x.

    1 / (1 + exp(-x)) is the same function and stays finite there.

    ko: exp(x) / (1 + exp(x))로 계산해서 x가 크면 inf / inf, 곧 nan이 됩니다.

    1 / (1 + exp(-x))는 같은 함수이고 거기서도 유한합니다.
    """
    return np.exp(x) / (1 + np.exp(x))


@misconception("sigmoid_prime")
def sigmoid_prime_of_an_activation(x):
    """You take x for the sigmoid's value: x (1 - x).

    Compute a = sigmoid(x) first, then a (1 - a).

    ko: x를 시그모이드의 값으로 여겨 x (1 - x)를 구했습니다.

    먼저 a = sigmoid(x)를 구하고 a (1 - a)를 돌려주세요.
    """
    return x * (1 - x)


@misconception("sigmoid_prime")
def sigmoid_prime_of_tanh(x):
    """You use 1 - a², which belongs to tanh; the sigmoid's derivative is a (1 - a).

    At x = 0 it is 1/4.

    ko: tanh의 식인 1 - a²을 썼습니다. 시그모이드의 도함수는 a (1 - a)입니다.

    x = 0에서 1/4입니다.
    """
    return 1 - _sigmoid(x) ** 2


@misconception("sigmoid_prime")
def sigmoid_prime_is_the_sigmoid(x):
    """You return the sigmoid itself, not its derivative.

    a (1 - a) with a = sigmoid(x).

    ko: 도함수가 아니라 시그모이드 자체를 돌려줍니다.

    a = sigmoid(x)일 때 a (1 - a)입니다.
    """
    return _sigmoid(x)


@misconception("sigmoid_prime")
def sigmoid_prime_negative(x):
    """The sign is turned round: the sigmoid rises everywhere, so its derivative is positive.

    a (1 - a), not a (a - 1).

    ko: 부호가 반대입니다. 시그모이드는 어디서나 커지므로 도함수는 양수입니다.

    a (a - 1)이 아니라 a (1 - a)입니다.
    """
    a = _sigmoid(x)
    return a * (a - 1)


@misconception("tanh")
def tanh_of_x_not_two_x(x):
    """You take the sigmoid of x; it is the sigmoid of 2 x.

    tanh(x) = 2 sigmoid(2 x) - 1.

    ko: x의 시그모이드를 썼습니다. 2 x의 시그모이드여야 합니다.

    tanh(x) = 2 sigmoid(2 x) - 1입니다.
    """
    return 2 * _sigmoid(x) - 1


@misconception("tanh")
def tanh_without_minus_one(x):
    """The -1 at the end is missing: your values run from 0 to 2.

    tanh(x) = 2 sigmoid(2 x) - 1.

    ko: 끝의 -1이 빠져서 값이 0부터 2까지입니다.

    tanh(x) = 2 sigmoid(2 x) - 1입니다.
    """
    return 2 * _sigmoid(2 * x)


@misconception("tanh")
def tanh_without_factor_two(x):
    """The 2 in front of the sigmoid is missing.

    tanh(x) = 2 sigmoid(2 x) - 1.

    ko: 시그모이드 앞의 2가 빠졌습니다.

    tanh(x) = 2 sigmoid(2 x) - 1입니다.
    """
    return _sigmoid(2 * x) - 1


@misconception("tanh_prime")
def tanh_prime_of_an_activation(x):
    """You take x for the value of tanh: 1 - x².

    1 - tanh(x)².

    ko: x를 tanh의 값으로 여겨 1 - x²을 구했습니다.

    1 - tanh(x)²입니다.
    """
    return 1 - x**2


@misconception("tanh_prime")
def tanh_prime_of_the_sigmoid(x):
    """You use a (1 - a), which belongs to the sigmoid.

    The derivative of tanh is 1 - tanh(x)².

    ko: 시그모이드의 식인 a (1 - a)를 썼습니다.

    tanh의 도함수는 1 - tanh(x)²입니다.
    """
    a = np.tanh(x)
    return a * (1 - a)


@misconception("tanh_prime")
def tanh_prime_without_square(x):
    """The square is missing.

    1 - tanh(x)².

    ko: 제곱이 빠졌습니다.

    1 - tanh(x)²입니다.
    """
    return 1 - np.tanh(x)


@misconception("relu")
def relu_absolute(x):
    """You return the absolute value; relu is 0 for negative x.

    max(0, x).

    ko: 절댓값을 돌려줍니다. x가 음수이면 relu는 0입니다.

    max(0, x)입니다.
    """
    return np.abs(x)


@misconception("relu")
def relu_leaks(x):
    """Negative x leak through: a plain relu is exactly 0 there.

    max(0, x).

    ko: 음수인 x가 조금 새어 나옵니다. relu는 거기서 정확히 0입니다.

    max(0, x)입니다.
    """
    return np.where(x > 0, x, 0.01 * x)


@misconception("relu")
def relu_is_a_step(x):
    """You return 1 for positive x; relu returns x itself there.

    max(0, x).

    ko: x가 양수이면 1을 돌려줍니다. relu는 x 자체를 돌려줍니다.

    max(0, x)입니다.
    """
    return np.where(x > 0, 1.0, 0.0)


@misconception("relu")
def relu_changes_its_argument(x):
    """You set the negative entries to 0 in place: the caller's array is changed.

    np.maximum(0, x) makes a new array.

    ko: 음수인 원소를 입력 배열에서 바로 0으로 바꿉니다.

    np.maximum(0, x)는 새 배열을 만듭니다.
    """
    x[x < 0] = 0.0
    return x


@misconception("relu_prime")
def relu_prime_at_zero(x):
    """Your derivative is 1 at x = 0; in this course it is 0 there.

    x > 0, not x >= 0.

    ko: x = 0에서 1입니다. 이 과정에서는 0입니다.

    x >= 0이 아니라 x > 0입니다.
    """
    return np.where(x >= 0, 1.0, 0.0)


@misconception("relu_prime")
def relu_prime_is_relu(x):
    """You return relu itself, not its slope.

    The slope is 1 where x > 0 and 0 elsewhere.

    ko: 기울기가 아니라 relu 자체를 돌려줍니다.

    기울기는 x > 0인 곳에서 1이고 나머지에서 0입니다.
    """
    return np.maximum(0.0, x)


def _features(X, squared):
    return X**2 if squared else X


@misconception("decision")
def decision_without_bias(X, W, squared=False):
    """The bias W[0] is missing.

    z = W[0] + W[1] x_1 + ...

    ko: 절편 W[0]이 빠졌습니다.

    z = W[0] + W[1] x_1 + ...입니다.
    """
    return np.where(_features(X, squared) @ W[1:] >= 0, 1.0, 0.0)


@misconception("decision")
def decision_with_bias_last(X, W, squared=False):
    """You take the last entry of W for the bias; it is the first.

    W[0] is the bias, W[1:] are the weights.

    ko: W의 마지막 원소를 절편으로 썼습니다. 절편은 첫 원소입니다.

    W[0]이 절편이고 W[1:]이 가중치입니다.
    """
    return np.where(W[-1] + _features(X, squared) @ W[:-1] >= 0, 1.0, 0.0)


@misconception("decision")
def decision_ignores_squared(X, W, squared=False):
    """You never square the features.

    With squared=True the squares are weighed.

    ko: 특성을 제곱하지 않습니다.

    squared=True이면 제곱한 값에 가중치를 곱합니다.
    """
    return np.where(W[0] + X @ W[1:] >= 0, 1.0, 0.0)


@misconception("decision")
def decision_always_squared(X, W, squared=False):
    """You always square the features, whatever `squared` says.

    Only with squared=True.

    ko: squared와 관계없이 항상 특성을 제곱합니다.

    squared=True일 때만 제곱하세요.
    """
    return np.where(W[0] + X**2 @ W[1:] >= 0, 1.0, 0.0)


@misconception("decision")
def decision_compares_scores_with_a_half(X, W, squared=False):
    """You compare the score z with 1/2; a probability of 1/2 is a score of 0.

    z >= 0.

    ko: 점수 z를 1/2과 비교합니다. 확률 1/2에 해당하는 점수는 0입니다.

    z >= 0으로 비교하세요.
    """
    return np.where(W[0] + _features(X, squared) @ W[1:] >= 0.5, 1.0, 0.0)


@misconception("decision")
def decision_gives_probabilities(X, W, squared=False):
    """You return probabilities; the class is wanted, 0 or 1.

    1 where z >= 0.

    ko: 확률을 돌려줍니다. 클래스인 0 또는 1이 필요합니다.

    z >= 0인 곳이 1입니다.
    """
    return _sigmoid(W[0] + _features(X, squared) @ W[1:])


@misconception("bernoulli_mle")
def mle_is_the_odds(heads, tosses):
    """You return the odds n / (N - n), as the lecture prints it; the probability is n / N.

    For 7 heads of 10 the odds are 2.33, which is no probability.

    ko: 강의에 적힌 대로 오즈인 n / (N - n)을 돌려줍니다. 확률은 n / N입니다.

    10번 중 앞면이 7번이면 오즈는 2.33이고 이것은 확률이 아닙니다.
    """
    return heads / (tosses - heads) if tosses > heads else float("inf")


@misconception("bernoulli_mle")
def mle_of_tails(heads, tosses):
    """You return the probability of tails.

    n counts heads: n / N.

    ko: 뒷면의 확률을 돌려줍니다.

    n은 앞면의 수이므로 n / N입니다.
    """
    return (tosses - heads) / tosses


@misconception("bernoulli_mle")
def mle_as_integers(heads, tosses):
    """You divide whole numbers by whole numbers (//): the result is 0 or 1.

    / gives a float.

    ko: 정수 나눗셈(//)을 해서 결과가 0 또는 1입니다.

    /를 쓰면 실수가 됩니다.
    """
    return float(heads // tosses)


@misconception("bernoulli_mle")
def mle_with_a_prior(heads, tosses):
    """You add 1 to the heads and 2 to the tosses: that is not the most likely w.

    (n + 1) / (N + 2) is the estimate of somebody who had an opinion before; the likelihood is
    largest at n / N.

    ko: 앞면에 1, 전체에 2를 더했습니다. 이것은 가능도가 가장 큰 w가 아닙니다.

    (n + 1) / (N + 2)는 던지기 전에 짐작한 것까지 넣은 추정값이고, 가능도는 n / N에서 가장 큽니다.
    """
    return (heads + 1) / (tosses + 2)
