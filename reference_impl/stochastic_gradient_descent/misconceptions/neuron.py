"""Known ways to get the training by single samples wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.stochastic_gradient_descent import reference as right

NAMES = ("W1", "b1", "W2", "b2")


def _learn(network, x, label, names=NAMES, rate=1.0):
    """Note the cost of one sample and make a step."""
    A0 = x.reshape(-1, 1)
    Y0 = np.eye(network.n_y)[:, [label]]
    weights = right.Weights(*(getattr(network, name) for name in NAMES))
    network.cost_.append(right.cost(A0, Y0, weights))
    steps = right.gradients(A0, Y0, weights)
    for name, weight, step in zip(NAMES, weights, steps, strict=True):
        if name in names:
            setattr(network, name, weight - rate * network.eta * step)


def _rounds(network, epochs):
    return network.epochs if epochs is None else epochs


@misconception("LogisticNeuron_stochastic")
class fit_ignores_eta:
    """The learning rate is ignored: the whole gradient is taken away.

    W1 <- W1 - eta dW1, with self.eta.

    ko: 학습률을 쓰지 않고 기울기 전체를 뺍니다.

    self.eta를 써서 W1 <- W1 - eta dW1로 바꾸세요.
    """

    def fit(self, X, y, epochs=None):
        for _ in range(_rounds(self, epochs)):
            for x, label in zip(X, y, strict=True):
                _learn(self, x, label, rate=1 / self.eta)


@misconception("LogisticNeuron_stochastic")
class fit_goes_uphill:
    """The step goes uphill: you add the gradient.

    The gradient points to where the cost grows: subtract eta times it.

    ko: 기울기를 더해서 비용이 커지는 쪽으로 갑니다.

    기울기는 비용이 커지는 방향이므로 eta를 곱해서 빼세요.
    """

    def fit(self, X, y, epochs=None):
        for _ in range(_rounds(self, epochs)):
            for x, label in zip(X, y, strict=True):
                _learn(self, x, label, rate=-1.0)


@misconception("LogisticNeuron_stochastic")
class fit_forgets_the_biases:
    """The biases are never updated.

    Each sample changes all four: W1, b1, W2 and b2.

    ko: 절편이 한 번도 바뀌지 않습니다.

    샘플마다 W1, b1, W2, b2를 모두 바꾸세요.
    """

    def fit(self, X, y, epochs=None):
        for _ in range(_rounds(self, epochs)):
            for x, label in zip(X, y, strict=True):
                _learn(self, x, label, names=("W1", "W2"))


@misconception("LogisticNeuron_stochastic")
class fit_divides_the_output_step_by_m:
    """The output layer's step is divided by the number of all samples, as in the lecture's code.

    One sample, one step: no division.

    ko: 강의 코드처럼 출력층의 변화량을 전체 샘플 수로 나눕니다.

    샘플 하나에 변화 한 번이므로 나누지 않습니다.
    """

    def fit(self, X, y, epochs=None):
        for _ in range(_rounds(self, epochs)):
            for x, label in zip(X, y, strict=True):
                W2, b2 = self.W2, self.b2
                _learn(self, x, label)
                self.W2 = W2 + (self.W2 - W2) / len(X)
                self.b2 = b2 + (self.b2 - b2) / len(X)


@misconception("LogisticNeuron_stochastic")
class fit_uses_the_last_sample_only:
    """Only the last sample of each epoch makes a step.

    Look at the indentation: the step belongs inside the loop over the samples.

    ko: 에포크마다 마지막 샘플만 학습에 쓰입니다.

    들여쓰기를 확인하세요. 가중치를 바꾸는 줄은 샘플 반복문 안에 있어야 합니다.
    """

    def fit(self, X, y, epochs=None):
        for _ in range(_rounds(self, epochs)):
            for x, label in zip(X[:-1], y[:-1], strict=True):
                _learn(self, x, label, names=())
            _learn(self, X[-1], y[-1])


@misconception("LogisticNeuron_stochastic")
class fit_ignores_its_epochs:
    """fit ignores its argument epochs and always trains self.epochs times.

    Use self.epochs only if epochs is None.

    ko: fit이 인자 epochs를 무시하고 항상 self.epochs번 학습합니다.

    epochs가 None일 때만 self.epochs를 쓰세요.
    """

    def fit(self, X, y, epochs=None):
        super().fit(X, y, self.epochs)


@misconception("LogisticNeuron_stochastic")
class fit_trains_one_epoch:
    """fit goes through the samples once, however many epochs are asked for.

    A second loop, around the one over the samples, counts the epochs.

    ko: 에포크를 몇 번 요청하든 fit이 샘플을 한 번만 훑습니다.

    샘플 반복문 바깥에 에포크를 세는 반복문이 하나 더 있어야 합니다.
    """

    def fit(self, X, y, epochs=None):
        super().fit(X, y, 1)


@misconception("LogisticNeuron_stochastic")
class costs_of_epochs:
    """cost_ holds one cost an epoch; it must hold one a sample.

    Append in the loop over the samples.

    ko: cost_에 에포크마다 비용 하나가 들어 있습니다. 샘플마다 하나여야 합니다.

    샘플 반복문 안에서 추가하세요.
    """

    def fit(self, X, y, epochs=None):
        before = len(self.cost_)
        super().fit(X, y, epochs)
        added = self.cost_[before:]
        self.cost_[before:] = [np.mean(added[i : i + len(X)]) for i in range(0, len(added), len(X))]


@misconception("LogisticNeuron_stochastic")
class costs_start_anew:
    """cost_ is emptied by each call of fit; it must go on over all calls.

    Make the list in __init__ only.

    ko: fit을 부를 때마다 cost_를 비웁니다. 모든 호출에 걸쳐 이어져야 합니다.

    리스트는 __init__에서만 만드세요.
    """

    def fit(self, X, y, epochs=None):
        self.cost_ = []
        super().fit(X, y, epochs)


@misconception("LogisticNeuron_stochastic")
class predict_across_samples:
    """You look for the largest probability across the samples, not across the classes.

    A2 has a column for each sample: np.argmax(A2, axis=0).

    ko: 클래스가 아니라 샘플 사이에서 가장 큰 확률을 찾습니다.

    A2는 열이 샘플이므로 np.argmax(A2, axis=0)을 쓰세요.
    """

    def predict(self, X):
        weights = right.Weights(self.W1, self.b1, self.W2, self.b2)
        return np.argmax(right.forward(X.T, weights)[3], axis=1)


@misconception("LogisticNeuron_stochastic")
class evaluate_in_percent:
    """evaluate returns percent; it must return a number between 0 and 1.

    Leave out the factor 100.

    ko: evaluate가 퍼센트를 돌려줍니다. 0과 1 사이의 수여야 합니다.

    100을 곱하지 마세요.
    """

    def evaluate(self, X, y):
        return super().evaluate(X, y) * 100


@misconception("LogisticNeuron_stochastic")
class evaluate_counts:
    """evaluate returns how many labels are right; it must return their share.

    Divide by the number of samples, or take np.mean.

    ko: evaluate가 맞힌 개수를 돌려줍니다. 비율을 돌려주어야 합니다.

    샘플 수로 나누거나 np.mean을 쓰세요.
    """

    def evaluate(self, X, y):
        return super().evaluate(X, y) * len(X)
