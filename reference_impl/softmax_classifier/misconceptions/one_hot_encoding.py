"""Known ways to get one-hot labels wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.softmax_classifier import reference as right


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
