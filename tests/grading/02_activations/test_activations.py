"""Hidden checks of the activation functions: fresh inputs against the oracle."""

import numpy as np
import pytest

from autograder import expect
from reference_impl.activations import reference
from reference_impl.inputs import telling

SHAPES = [(7,), (6, 1), (3, 4)]


def functions(*names):
    """Run a check for each of these functions, as a check of the task of that name."""
    each = [pytest.param(name, marks=pytest.mark.task(name)) for name in names]
    return pytest.mark.parametrize("name", each)


def bent(rng, shape):
    """Return inputs on both sides of 0, never 0 itself."""
    x = rng.uniform(0.05, 4.0, size=shape)
    return rng.permutation(np.resize([-1.0, 1.0], x.size)).reshape(shape) * x


@functions("sigmoid", "sigmoid_prime", "tanh", "tanh_prime", "relu")
@pytest.mark.parametrize("shape", SHAPES)
def test_values_of_any_shape(student, rng, name, shape):
    """The values are right for random inputs, whatever their shape.

    ko: 무작위 입력의 모양이 무엇이든 값이 맞습니다.
    """
    x = bent(rng, shape)
    values, expected = getattr(student, name)(x), getattr(reference, name)(x)
    expect.close(values, expected, what=f"{name}(x)", given={"x": x})


@functions("step", "relu_prime")
@pytest.mark.parametrize("shape", SHAPES)
def test_ones_and_zeros_of_any_shape(student, rng, name, shape):
    """The ones and zeros are right for random inputs other than 0, whatever their shape.

    ko: 0이 아닌 무작위 입력의 모양이 무엇이든 1과 0이 맞습니다.
    """
    x = bent(rng, shape)
    values, expected = getattr(student, name)(x), getattr(reference, name)(x)
    expect.equal(values, expected, what=f"{name}(x)", given={"x": x}, kinds="biuf")


@functions("step", "relu_prime")
def test_ones_and_zeros_with_a_zero(student, rng, name):
    """An input of exactly 0 among others counts as this course defines it.

    ko: 다른 입력 사이에 있는 정확히 0인 입력은 이 과목에서 정한 값이 됩니다.
    """
    x = bent(rng, 7)
    x[rng.integers(7)] = 0.0
    values, expected = getattr(student, name)(x), getattr(reference, name)(x)
    expect.equal(values, expected, what=f"{name}(x)", given={"x": x}, kinds="biuf")


@functions("sigmoid", "sigmoid_prime", "tanh", "tanh_prime", "relu")
def test_values_far_out(student, rng, name):
    """The values are right for inputs between -1000 and 1000 as well.

    ko: -1000에서 1000까지의 입력에서도 값이 맞습니다.
    """
    sizes = np.append(10 ** rng.uniform(-3, 3, size=40), 1000.0)
    x = np.concatenate([sizes, -sizes])
    values, expected = getattr(student, name)(x), getattr(reference, name)(x)
    expect.close(values, expected, what=f"{name}(x)", given={"x": x})


@functions("step", "sigmoid", "sigmoid_prime", "tanh", "tanh_prime", "relu", "relu_prime")
def test_input_is_left_alone(student, rng, name):
    """The function does not change the array that it is given.

    ko: 함수는 입력으로 받은 배열을 바꾸지 않습니다.
    """
    x, what = bent(rng, 6), f"{name}(x)"
    outcome, expected = getattr(student, name).call(x), getattr(reference, name)(x)
    values = expect.of_kind(outcome.value, expected, what=what, given={"x": x}, kinds="biuf")
    expect.close(values.astype(float), expected.astype(float), what=what, given={"x": x})
    expect.unchanged(outcome, x, what=what)


def mistaken(X, W, squared):
    """Yield what the usual mistakes decide."""
    features, others = (X**2, X) if squared else (X, X**2)
    yield features @ W[1:] >= 0  # without the bias
    yield W[-1] + features @ W[:-1] >= 0  # the bias is taken for the last
    yield W[0] + others @ W[1:] >= 0  # squared where it must not be, or the other way round
    yield W[0] + features @ W[1:] >= 0.5  # the score is compared with a half


def samples(rng, m, features, squared=False):
    """Draw samples and weights for which each of the usual mistakes decides otherwise."""

    def draw():
        W = rng.normal(size=features + 1)
        if squared:  # a closed curve
            W = np.append(-features, rng.uniform(0.5, 1.5, size=features))
        return rng.normal(size=(m, features)), W

    return telling(
        draw,
        lambda X, W: reference.decision(X, W, squared=squared),
        lambda X, W: mistaken(X, W, squared),
    )


@pytest.mark.task("decision")
@pytest.mark.parametrize("features", [1, 2, 5])
def test_decisions_on_random_samples(student, rng, features):
    """Random samples with 1, 2 and 5 features are parted right by a random boundary.

    ko: 특성이 1개, 2개, 5개인 무작위 샘플이 무작위 경계에서 맞게 나뉩니다.
    """
    X, W = samples(rng, 40, features)
    expected, given = reference.decision(X, W), {"X": X, "W": W}
    expect.equal(student.decision(X, W), expected, what="decision(X, W)", given=given, kinds="biuf")


@pytest.mark.task("decision")
@pytest.mark.parametrize("features", [1, 2, 5])
def test_decisions_on_squared_features(student, rng, features):
    """With squared features random samples are parted right as well.

    ko: 특성을 제곱해도 무작위 샘플이 맞게 나뉩니다.
    """
    X, W = samples(rng, 40, features, squared=True)
    expected, given = reference.decision(X, W, squared=True), {"X": X, "W": W}
    call = "decision(X, W, squared=True)"
    decided = student.decision(X, W, squared=True)
    expect.equal(decided, expected, what=call, given=given, kinds="biuf")


@pytest.mark.task("decision")
@pytest.mark.parametrize("squared", [False, True])
def test_decision_leaves_its_arguments(student, rng, squared):
    """A decision does not change the samples and weights, squared or not.

    ko: 특성을 제곱하든 하지 않든 입력 샘플과 가중치를 바꾸지 않습니다.
    """
    X, W = samples(rng, 6, 2, squared)
    call, outcome = (
        f"decision(X, W, squared={squared})",
        student.decision.call(X, W, squared=squared),
    )
    expected = reference.decision(X, W, squared=squared)
    expect.equal(outcome.value, expected, what=call, kinds="biuf")
    expect.unchanged(outcome, X, W, what=call)


@pytest.mark.task("bernoulli_mle")
@pytest.mark.parametrize("most", [9, 1000])
def test_estimates_of_random_coins(student, rng, most):
    """The estimate is right for random numbers of tosses and heads, few and many.

    ko: 던진 횟수가 적든 많든 무작위로 정한 앞면 횟수의 추정값이 맞습니다.
    """
    tosses, heads = 2, 1
    while 2 * heads == tosses:  # a half is also the share of tails
        tosses = int(rng.integers(3, most, endpoint=True))
        heads = int(rng.integers(1, tosses))
    expected = reference.bernoulli_mle(heads, tosses)
    call = f"bernoulli_mle({heads}, {tosses})"
    expect.close(student.bernoulli_mle(heads, tosses), expected, what=call)


@pytest.mark.task("bernoulli_mle")
def test_estimates_at_the_ends(student, rng):
    """Only heads gives 1 and only tails gives 0, for a random number of tosses.

    ko: 던진 횟수가 몇 번이든 앞면만 나오면 1, 뒷면만 나오면 0입니다.
    """
    tosses = int(rng.integers(1, 50, endpoint=True))
    always, never = student.bernoulli_mle(tosses, tosses), student.bernoulli_mle(0, tosses)
    expect.close(always, 1.0, what=f"bernoulli_mle({tosses}, {tosses})")
    expect.close(never, 0.0, what=f"bernoulli_mle(0, {tosses})")
