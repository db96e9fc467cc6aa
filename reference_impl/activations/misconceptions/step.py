"""Known ways to get the step function wrong."""

import numpy as np

from autograder.misconceptions import misconception


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
