"""Known ways to get the estimate of a coin wrong."""

from autograder.misconceptions import misconception


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
