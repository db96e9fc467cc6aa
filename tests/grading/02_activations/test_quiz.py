"""Hidden checks of the quiz: every wrong answer is explained, all of them at once."""

from numbers import Real

import pytest

from autograder import expect
from autograder.i18n import Text
from reference_impl.activations import reference

# answers are rounded to two decimals
ROUNDING = 0.005 + 1e-9

RIGHT = {
    "size_1": "b",
    "line_1": "a",
    "cost_1": reference.log_loss(1, 0.2),
    "size_2": "a",
    "line_2": "a",
    "cost_2": reference.log_loss(1, 0.8),
    "size_3": "b",
    "line_3": "b",
    "cost_3": reference.log_loss(0, 0.9),
    "crossing": 0.5,
    "cost_at_crossing": reference.log_loss(1, 0.5),
    "limit": "b",
}

EXPLAINED = {
    "size_1": Text(
        en="The label is 1, and h gave it a chance of only 0.2: less than a guess of 1/2 would. "
        "The less chance the truth was given, the higher the cost.",
        ko="정답은 1인데 h는 여기에 0.2밖에 주지 않았습니다. 1/2이라고 찍은 것보다 작습니다. "
        "실제 정답에 준 확률이 작을수록 비용은 커집니다.",
    ),
    "line_1": Text(
        en="For y = 1 the cost is -log(h): it has no bound near h = 0 and ends at 0 for h = 1. "
        "Look which line falls from left to right.",
        ko="y = 1이면 비용은 -log(h)입니다. h = 0 근처에서 끝없이 크고 h = 1에서 0이 됩니다. "
        "왼쪽에서 오른쪽으로 내려가는 선을 찾아보세요.",
    ),
    "cost_1": Text(
        en="For y = 1 the cost is -log(h): take the natural logarithm, np.log, of 0.2.",
        ko="y = 1이면 비용은 -log(h)입니다. 0.2에 자연로그 np.log를 취하세요.",
    ),
    "size_2": Text(
        en="The label is 1, and h gave it a chance of 0.8: more than a guess of 1/2 would. "
        "The more chance the truth was given, the lower the cost.",
        ko="정답은 1이고 h는 여기에 0.8을 주었습니다. 1/2이라고 찍은 것보다 큽니다. "
        "실제 정답에 준 확률이 클수록 비용은 작아집니다.",
    ),
    "line_2": Text(
        en="The label picks the line, not the prediction: y is 1 here as in question 1.",
        ko="선을 정하는 것은 예측값이 아니라 정답입니다. 여기에서도 질문 1처럼 y = 1입니다.",
    ),
    "cost_2": Text(
        en="For y = 1 the cost is -log(h): take the natural logarithm, np.log, of 0.8.",
        ko="y = 1이면 비용은 -log(h)입니다. 0.8에 자연로그 np.log를 취하세요.",
    ),
    "size_3": Text(
        en="The label is 0, and h = 0.9 left it a chance of only 0.1: nearly certain, and wrong.",
        ko="정답은 0인데 h = 0.9는 여기에 0.1밖에 남기지 않았습니다. 거의 확신하면서 틀렸습니다.",
    ),
    "line_3": Text(
        en="For y = 0 the cost is -log(1 - h): it is 0 for h = 0 and has no bound near h = 1. "
        "Look which line rises from left to right.",
        ko="y = 0이면 비용은 -log(1 - h)입니다. h = 0에서 0이고 h = 1 근처에서 끝없이 커집니다. "
        "왼쪽에서 오른쪽으로 올라가는 선을 찾아보세요.",
    ),
    "cost_3": Text(
        en="For y = 0 the cost is -log(1 - h): not 0.9 but 1 - 0.9 goes into the logarithm.",
        ko="y = 0이면 비용은 -log(1 - h)입니다. 0.9가 아니라 1 - 0.9에 로그를 취하세요.",
    ),
    "crossing": Text(
        en="The lines cross where -log(h) = -log(1 - h), that is where h = 1 - h.",
        ko="두 선은 -log(h) = -log(1 - h)인 곳, 곧 h = 1 - h인 곳에서 만납니다.",
    ),
    "cost_at_crossing": Text(
        en="Put the h of the crossing into -log(h): it is the price of a pure guess.",
        ko="두 선이 만나는 h를 -log(h)에 넣으세요. 아무것도 모르고 찍을 때의 비용입니다.",
    ),
    "limit": Text(
        en="The logarithm of a number near 0 has no bound: -log(0.01) is 4.6, and each further "
        "factor of 100 adds as much again. To be certain and wrong is what this cost punishes.",
        ko="0에 가까운 수의 로그에는 끝이 없습니다. -log(0.01)은 4.6이고, 다시 100분의 1이 될 "
        "때마다 그만큼 더 커집니다. 이 비용은 확신하면서 틀릴 때 가장 큰 벌을 줍니다.",
    ),
}


def is_right(answer, right):
    """Tell whether an answer is right: the same letter, or the same number to two decimals."""
    if isinstance(right, str):
        return str(answer) == right
    return isinstance(answer, Real) and abs(answer - right) <= ROUNDING


def expect_answers(student, *names):
    """Expect these answers of the quiz to be right, and explain all that are not."""
    answers = student.quiz()
    text = Text(en="must return a dictionary", ko="딕셔너리를 돌려주어야 합니다")
    expect.that(isinstance(answers, dict), text, what="quiz()")
    wrong = [name for name in names if not is_right(answers.get(name), RIGHT[name])]
    explained = Text(
        en="\n".join(f"`{name}` is not right. {EXPLAINED[name].en}" for name in wrong),
        ko="\n".join(f"`{name}` 답이 맞지 않습니다. {EXPLAINED[name].ko}" for name in wrong),
    )
    expect.that(not wrong, explained)


@pytest.mark.task("quiz", weight=3)
def test_question_1(student):
    """Question 1, y = 1 and h = 0.2, is answered right.

    ko: 질문 1(y = 1, h = 0.2)의 답이 맞습니다.
    """
    expect_answers(student, "size_1", "line_1", "cost_1")


@pytest.mark.task("quiz", weight=3)
def test_question_2(student):
    """Question 2, y = 1 and h = 0.8, is answered right.

    ko: 질문 2(y = 1, h = 0.8)의 답이 맞습니다.
    """
    expect_answers(student, "size_2", "line_2", "cost_2")


@pytest.mark.task("quiz", weight=3)
def test_question_3(student):
    """Question 3, y = 0 and h = 0.9, is answered right.

    ko: 질문 3(y = 0, h = 0.9)의 답이 맞습니다.
    """
    expect_answers(student, "size_3", "line_3", "cost_3")


@pytest.mark.task("quiz", weight=3)
def test_question_4(student):
    """Question 4, where the two lines cross, is answered right.

    ko: 두 선이 만나는 곳을 묻는 질문 4의 답이 맞습니다.
    """
    expect_answers(student, "crossing", "cost_at_crossing")


@pytest.mark.task("quiz", weight=3)
def test_question_5(student):
    """Question 5, what happens near h = 0, is answered right.

    ko: h = 0 근처에서 어떻게 되는지 묻는 질문 5의 답이 맞습니다.
    """
    expect_answers(student, "limit")
