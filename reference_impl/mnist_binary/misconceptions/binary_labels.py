"""Known ways to get the labels wrong."""

from autograder.misconceptions import misconception
from reference_impl.mnist_binary import reference as right


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
