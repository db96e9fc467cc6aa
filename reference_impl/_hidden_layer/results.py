"""Known ways to get losses and accuracy wrong, whatever the network."""

from autograder.misconceptions import misconception


@misconception("DualLayer", "MultiClassNetwork")
class losses_not_recorded:
    """No losses are recorded.

    Append one number to self.losses in each epoch.

    ko: 손실이 기록되지 않습니다.

    에포크마다 self.losses에 수 하나를 추가하세요.
    """

    def fit(self, x, y, epochs=100):
        super().fit(x, y, epochs)
        self.losses = []


@misconception("DualLayer", "MultiClassNetwork")
class score_is_a_count:
    """score returns how many labels are right; it must return their share.

    Divide by the number of samples, or take np.mean.

    ko: score가 맞힌 개수를 돌려줍니다. 비율을 돌려주어야 합니다.

    샘플 수로 나누거나 np.mean을 쓰세요.
    """

    def score(self, x, y):
        return super().score(x, y) * len(x)


@misconception("DualLayer", "MultiClassNetwork")
class score_in_percent:
    """score returns percent; it must return a number between 0 and 1.

    Leave out the factor 100.

    ko: score가 퍼센트를 돌려줍니다. 0과 1 사이의 수여야 합니다.

    100을 곱하지 마세요.
    """

    def score(self, x, y):
        return super().score(x, y) * 100


@misconception("DualLayer", "MultiClassNetwork")
class score_of_the_errors:
    """score returns the share that is wrong.

    Count where prediction and label are equal: ==, not !=.

    ko: score가 틀린 비율을 돌려줍니다.

    예측과 정답이 같은(==) 것을 세세요. !=가 아닙니다.
    """

    def score(self, x, y):
        return 1 - super().score(x, y)
