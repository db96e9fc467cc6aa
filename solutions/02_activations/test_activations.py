"""Visible checks of the activation functions: values known by hand, properties, slopes."""

from numbers import Real

import numpy as np
import pytest

from autograder import expect, gradient
from autograder.i18n import Text

LETTERS = {"size_1", "line_1", "size_2", "line_2", "size_3", "line_3", "limit"}
NUMBERS = {"cost_1", "cost_2", "cost_3", "crossing", "cost_at_crossing"}

# where sigmoid and tanh are known by hand
X = np.array([0.0, np.log(3), -np.log(3)])
HALF_X = X / 2


def joined(names):
    """Write names one after the other."""
    return ", ".join(sorted(map(str, names)))


def quiz_answers(student):
    """Return the student's answers, which must be in a dictionary."""
    answers = student.quiz()
    text = Text(en="must return a dictionary", ko="딕셔너리를 돌려주어야 합니다")
    expect.that(isinstance(answers, dict), text, what="quiz()")
    return answers


@pytest.mark.task("quiz")
def test_quiz_is_complete(student):
    """The quiz returns an answer to each question, and nothing else.

    ko: quiz는 모든 질문의 답만 돌려줍니다.
    """
    names = set(quiz_answers(student))
    missing, unknown = joined((LETTERS | NUMBERS) - names), joined(names - LETTERS - NUMBERS)
    text = Text(en=f"these answers are missing: {missing}", ko=f"빠진 답이 있습니다: {missing}")
    expect.that(not missing, text, what="quiz()")
    text = Text(en=f"no question has this name: {unknown}", ko=f"이런 질문은 없습니다: {unknown}")
    expect.that(not unknown, text, what="quiz()")


@pytest.mark.task("quiz")
def test_quiz_has_the_right_form(student):
    """The letters are "a" or "b" and the numbers are numbers; whether they are right is not said.

    ko: 글자 답은 "a" 또는 "b"이고 숫자 답은 수입니다. 맞았는지는 여기에서 알려 주지 않습니다.
    """
    answers = quiz_answers(student)
    wrong = joined(name for name in LETTERS if str(answers.get(name)) not in ("a", "b"))
    text = Text(en=f'"a" or "b" belongs here: {wrong}', ko=f'"a" 또는 "b"를 쓸 자리입니다: {wrong}')
    expect.that(not wrong, text, what="quiz()")
    wrong = joined(name for name in NUMBERS if not isinstance(answers.get(name), Real))
    text = Text(en=f"a number belongs here: {wrong}", ko=f"수를 쓸 자리입니다: {wrong}")
    expect.that(not wrong, text, what="quiz()")


@pytest.mark.task("step")
def test_step_by_hand(student):
    """The step is 0 left of 0 and 1 right of it.

    ko: 계단 함수는 0의 왼쪽에서 0, 오른쪽에서 1입니다.
    """
    x = np.array([-2.0, -0.1, 0.1, 3.0, 5.0])
    steps = np.array([0.0, 0.0, 1.0, 1.0, 1.0])
    expect.equal(student.step(x), steps, what="step(x)", given={"x": x}, kinds="biuf")


@pytest.mark.task("step")
def test_step_at_zero(student):
    """In this course the step at 0 itself is 1.

    ko: 이 과정에서 0에서의 계단 함수 값은 1로 정합니다.
    """
    x = np.zeros(1)
    expect.equal(student.step(x), np.ones(1), what="step(x)", given={"x": x}, kinds="biuf")


@pytest.mark.task("sigmoid")
def test_sigmoid_by_hand(student):
    """The sigmoid of 0, ln 3 and -ln 3 is 1/2, 3/4 and 1/4.

    ko: 0, ln 3, -ln 3의 시그모이드는 1/2, 3/4, 1/4입니다.
    """
    by_hand = np.array([0.5, 0.75, 0.25])
    expect.close(student.sigmoid(X), by_hand, what="sigmoid(x)", given={"x": X})


@pytest.mark.task("sigmoid")
def test_sigmoid_is_symmetric(student, rng):
    """The sigmoid of -x is 1 minus the sigmoid of x, for a matrix as well.

    ko: -x의 시그모이드는 1에서 x의 시그모이드를 뺀 값이며, 행렬이어도 같습니다.
    """
    x = rng.normal(size=(4, 3))
    positive, negative = student.sigmoid(x), student.sigmoid(-x)
    expect.of_kind(positive, x, what="sigmoid(x)", given={"x": x})
    expect.close(negative, 1 - positive, what="sigmoid(-x)", given={"x": x})


@pytest.mark.task("sigmoid")
def test_sigmoid_far_out(student):
    """The sigmoid of -1000 is 0, and that of 100 and 1000 is 1.

    ko: -1000의 시그모이드는 0, 100과 1000의 시그모이드는 1입니다.
    """
    x = np.array([-1000.0, 100.0, 1000.0])
    expect.close(student.sigmoid(x), np.array([0.0, 1.0, 1.0]), what="sigmoid(x)", given={"x": x})


@pytest.mark.task("sigmoid_prime")
def test_sigmoid_prime_by_hand(student):
    """The derivative of the sigmoid is 1/4 at 0, and 3/16 at ln 3 and -ln 3.

    ko: 시그모이드의 미분값은 0에서 1/4, ln 3과 -ln 3에서 3/16입니다.
    """
    by_hand = np.array([4.0, 3.0, 3.0]) / 16
    expect.close(student.sigmoid_prime(X), by_hand, what="sigmoid_prime(x)", given={"x": X})


@pytest.mark.task("sigmoid_prime")
def test_sigmoid_prime_is_a_slope(student, rng):
    """The derivative agrees with the slope of your sigmoid, measured numerically.

    ko: 미분값이 여러분의 시그모이드를 수치 미분한 값과 같습니다.
    """
    x = rng.normal(size=5)
    prime = expect.of_kind(student.sigmoid_prime(x), x, what="sigmoid_prime(x)", given={"x": x})
    measured = gradient.slope(student.sigmoid, x)
    expect.close(prime, measured, what="sigmoid_prime(x)", given={"x": x}, rtol=1e-6)


@pytest.mark.task("tanh")
def test_tanh_by_hand(student):
    """The tanh of 0, (ln 3)/2 and -(ln 3)/2 is 0, 1/2 and -1/2.

    ko: 0, (ln 3)/2, -(ln 3)/2의 tanh는 0, 1/2, -1/2입니다.
    """
    by_hand = np.array([0.0, 0.5, -0.5])
    expect.close(student.tanh(HALF_X), by_hand, what="tanh(x)", given={"x": HALF_X})


@pytest.mark.task("tanh")
def test_tanh_is_a_stretched_sigmoid(student, rng):
    """The tanh of x is 2 sigmoid(2 x) - 1, with your own sigmoid.

    ko: x의 tanh는 여러분의 시그모이드로 구한 2 sigmoid(2 x) - 1과 같습니다.
    """
    x = rng.normal(size=(4, 3))
    values = expect.of_kind(student.tanh(x), x, what="tanh(x)", given={"x": x})
    expect.close(student.tanh(-x), -values, what="tanh(-x)", given={"x": x})
    stretched = 2 * student.sigmoid(2 * x) - 1
    expect.close(values, stretched, what="tanh(x)", given={"x": x})


@pytest.mark.task("tanh_prime")
def test_tanh_prime_by_hand(student):
    """The derivative of the tanh is 1 at 0, and 3/4 at (ln 3)/2 and -(ln 3)/2.

    ko: tanh의 미분값은 0에서 1, (ln 3)/2와 -(ln 3)/2에서 3/4입니다.
    """
    by_hand = np.array([1.0, 0.75, 0.75])
    expect.close(student.tanh_prime(HALF_X), by_hand, what="tanh_prime(x)", given={"x": HALF_X})


@pytest.mark.task("tanh_prime")
def test_tanh_prime_is_a_slope(student, rng):
    """The derivative agrees with the slope of your tanh, measured numerically.

    ko: 미분값이 여러분의 tanh를 수치 미분한 값과 같습니다.
    """
    x = rng.normal(size=5)
    prime = expect.of_kind(student.tanh_prime(x), x, what="tanh_prime(x)", given={"x": x})
    measured = gradient.slope(student.tanh, x)
    expect.close(prime, measured, what="tanh_prime(x)", given={"x": x}, rtol=1e-6)


@pytest.mark.task("relu")
def test_relu_by_hand(student):
    """A positive x stays as it is, a negative one becomes 0.

    ko: 양수는 그대로이고 음수는 0이 됩니다.
    """
    x = np.array([[-2.0, 0.0, 3.0], [0.5, -0.5, -1.0]])
    rectified = np.array([[0.0, 0.0, 3.0], [0.5, 0.0, 0.0]])
    expect.close(student.relu(x), rectified, what="relu(x)", given={"x": x})


@pytest.mark.task("relu_prime")
def test_relu_prime_at_zero(student):
    """In this course the derivative at the kink, at 0, is 0.

    ko: 이 과정에서 꺾이는 점 0에서의 미분값은 0으로 정합니다.
    """
    x = np.array([0.0, 2.0])
    slopes = np.array([0.0, 1.0])
    expect.equal(student.relu_prime(x), slopes, what="relu_prime(x)", given={"x": x}, kinds="biuf")


@pytest.mark.task("relu_prime")
def test_relu_prime_is_a_slope(student, rng):
    """Away from 0 the derivative agrees with the slope of your relu, measured numerically.

    ko: 0이 아닌 곳에서 미분값이 여러분의 relu를 수치 미분한 값과 같습니다.
    """
    x = np.array([-1.0, 1.0, -1.0, 1.0, 1.0]) * rng.uniform(0.5, 3.0, size=5)
    prime = student.relu_prime(x)
    expect.of_kind(prime, x, what="relu_prime(x)", given={"x": x}, kinds="biuf")
    numbers, measured = np.asarray(prime, dtype=np.float64), gradient.slope(student.relu, x)
    expect.close(numbers, measured, what="relu_prime(x)", given={"x": x}, rtol=1e-6)


@pytest.mark.task("decision")
def test_decision_by_hand(student):
    """For W = (-3, 1, 1) four samples fall on the sides of the line that were worked out by hand.

    ko: W = (-3, 1, 1)일 때 샘플 네 개가 손으로 계산한 대로 직선의 양쪽으로 나뉩니다.
    """
    X, W = np.array([[1.0, 1.0], [2.0, 2.0], [4.0, 0.0], [-4.0, 0.0]]), np.array([-3.0, 1.0, 1.0])
    classes, given = np.array([0, 1, 1, 0]), {"X": X, "W": W}
    expect.equal(student.decision(X, W), classes, what="decision(X, W)", given=given, kinds="biuf")


@pytest.mark.task("decision")
def test_decision_on_squares_by_hand(student):
    """With squared features the boundary is a circle: the same W, but other sides.

    ko: 특성을 제곱하면 경계가 원이 됩니다. W는 같아도 나뉘는 쪽이 달라집니다.
    """
    X, W = np.array([[1.0, 1.0], [2.0, 2.0], [1.5, 0.0], [-4.0, 0.0]]), np.array([-3.0, 1.0, 1.0])
    classes, given = np.array([0, 1, 0, 1]), {"X": X, "W": W}
    call = "decision(X, W, squared=True)"
    decided = student.decision(X, W, squared=True)
    expect.equal(decided, classes, what=call, given=given, kinds="biuf")


@pytest.mark.task("decision")
def test_decision_near_the_boundary(student):
    """Scores of 0.2, 0 and -0.2 are the classes 1, 1 and 0, since sigmoid(0) is 1/2.

    ko: sigmoid(0)이 1/2이므로 점수 0.2, 0, -0.2의 클래스는 1, 1, 0입니다.
    """
    X, W = np.array([[0.2], [0.0], [-0.2]]), np.array([0.0, 1.0])
    classes, given = np.array([1, 1, 0]), {"X": X, "W": W}
    expect.equal(student.decision(X, W), classes, what="decision(X, W)", given=given, kinds="biuf")


@pytest.mark.task("bernoulli_mle")
def test_always_heads_and_always_tails(student):
    """A coin that always showed heads is estimated as 1, one that never did as 0.

    ko: 언제나 앞면이 나온 동전은 1로, 한 번도 나오지 않은 동전은 0으로 추정합니다.
    """
    always, never = student.bernoulli_mle(4, 4), student.bernoulli_mle(0, 5)
    expect.close(always, 1.0, what="bernoulli_mle(4, 4)")
    expect.close(never, 0.0, what="bernoulli_mle(0, 5)")


@pytest.mark.task("bernoulli_mle")
def test_no_other_coin_is_more_likely(student):
    """No other probability makes 3 heads in 10 tosses more likely than your estimate does.

    ko: 10번 중 앞면 3번이 나올 가능도를 여러분의 추정값보다 크게 하는 확률은 없습니다.
    """
    call = "bernoulli_mle(3, 10)"
    estimate = float(expect.of_kind(student.bernoulli_mle(3, 10), np.asarray(0.5), what=call))
    coins = np.linspace(0.0, 1.0, 101)
    likelihoods = coins**3 * (1 - coins) ** 7
    best = coins[np.argmax(likelihoods)]
    text = Text(
        en=f"yours is {estimate:.4g}, but the tosses are more likely with a coin of {best:.2g}",
        ko=f"추정값은 {estimate:.4g}이지만, 확률이 {best:.2g}인 동전의 가능도가 더 큽니다",
    )
    own = estimate**3 * (1 - estimate) ** 7
    expect.that(np.max(likelihoods) <= own * (1 + 1e-9), text, what=call)
