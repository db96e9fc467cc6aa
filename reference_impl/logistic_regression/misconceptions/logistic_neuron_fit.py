"""Known ways to get the training by single samples wrong."""

import numpy as np

from autograder.misconceptions import misconception


def _begin(neuron, x):
    neuron.w, neuron.b = np.ones(x.shape[1]), 0.0


def _learn(neuron, x_i, y_i, *, rate=1.0, bias_rate=1.0, slope=False):
    """Make the step of one sample."""
    a = neuron.activation(neuron.forpass(x_i))
    err = (a - y_i) * a * (1 - a) if slope else a - y_i
    w_grad, b_grad = neuron.backprop(x_i, err)
    neuron.w, neuron.b = neuron.w - rate * w_grad, neuron.b - bias_rate * b_grad


def _train(neuron, x, y, epochs, **options):
    for _ in range(epochs):
        for x_i, y_i in zip(x, y, strict=True):
            _learn(neuron, x_i, y_i, **options)


@misconception("LogisticNeuron")
class neuron_goes_uphill:
    """The step goes uphill: you add the gradient.

    The gradient points to where the cost grows: subtract it, w <- w - w_grad.

    ko: 기울기를 더해서 비용이 커지는 쪽으로 갑니다.

    기울기는 비용이 커지는 방향입니다. w <- w - w_grad처럼 빼세요.
    """

    def fit(self, x, y, epochs=100):
        _begin(self, x)
        _train(self, x, y, epochs, rate=-1.0, bias_rate=-1.0)


@misconception("LogisticNeuron")
class neuron_forgets_the_bias:
    """The bias never changes.

    Make its step as well: b <- b - b_grad.

    ko: 절편이 바뀌지 않습니다.

    절편도 b <- b - b_grad로 바꾸세요.
    """

    def fit(self, x, y, epochs=100):
        _begin(self, x)
        _train(self, x, y, epochs, bias_rate=0.0)


@misconception("LogisticNeuron")
class neuron_learns_slowly:
    """You use a learning rate of 0.1; this neuron learns with 1.

    Subtract the gradient itself.

    ko: 학습률이 0.1입니다. 이 뉴런의 학습률은 1입니다.

    기울기를 그대로 빼세요.
    """

    def fit(self, x, y, epochs=100):
        _begin(self, x)
        _train(self, x, y, epochs, rate=0.1, bias_rate=0.1)


@misconception("LogisticNeuron")
class neuron_learns_with_a_slope:
    """The error is multiplied by a(1 - a); with the cross-entropy that factor cancels.

    err is a - y and nothing else: derivative_chain shows where the slope of the sigmoid goes.

    ko: 오차에 a(1 - a)를 곱했습니다. 교차 엔트로피에서는 이 인수가 약분됩니다.

    err는 a - y뿐입니다. 시그모이드의 기울기가 어떻게 사라지는지는 derivative_chain에서 볼 수
    있습니다.
    """

    def fit(self, x, y, epochs=100):
        _begin(self, x)
        _train(self, x, y, epochs, slope=True)


@misconception("LogisticNeuron")
class neuron_starts_at_zero:
    """The weights start at 0; they must start at 1.

    np.ones(x.shape[1]) for w, and 0 for b.

    ko: 가중치가 0에서 시작합니다. 1에서 시작해야 합니다.

    w는 np.ones(x.shape[1]), b는 0으로 시작하세요.
    """

    def fit(self, x, y, epochs=100):
        self.w, self.b = np.zeros(x.shape[1]), 0.0
        _train(self, x, y, epochs)


@misconception("LogisticNeuron")
class neuron_goes_on_training:
    """A second call of fit goes on from the old weights; it must start again.

    Set w and b at the beginning of fit.

    ko: fit을 다시 부르면 이전 가중치에서 이어서 학습합니다. 처음부터 다시 시작해야 합니다.

    fit의 첫머리에서 w와 b를 정하세요.
    """

    def fit(self, x, y, epochs=100):
        if self.w is None:
            _begin(self, x)
        _train(self, x, y, epochs)


@misconception("LogisticNeuron")
class neuron_starts_anew_each_epoch:
    """The weights are set back in every epoch: only the last one counts.

    Set w and b once, before the loop over the epochs.

    ko: 에포크마다 가중치를 처음으로 되돌려서 마지막 에포크만 남습니다.

    w와 b는 에포크 반복문 앞에서 한 번만 정하세요.
    """

    def fit(self, x, y, epochs=100):
        for _ in range(epochs):
            _begin(self, x)
            _train(self, x, y, 1)


@misconception("LogisticNeuron")
class neuron_stops_an_epoch_early:
    """Training makes one epoch too few.

    range(epochs) counts exactly epochs times.

    ko: 에포크를 한 번 적게 학습합니다.

    range(epochs)는 정확히 epochs번 반복합니다.
    """

    def fit(self, x, y, epochs=100):
        _begin(self, x)
        _train(self, x, y, epochs - 1)


@misconception("LogisticNeuron")
class neuron_uses_the_last_sample_only:
    """Only the last sample of each epoch makes a step.

    The step belongs inside the loop over the samples, right after backprop.

    ko: 에포크마다 마지막 샘플로만 가중치를 바꿉니다.

    가중치를 바꾸는 줄은 샘플에 대한 반복문 안, backprop 바로 다음에 있어야 합니다.
    """

    def fit(self, x, y, epochs=100):
        _begin(self, x)
        _train(self, x[-1:], y[-1:], epochs)


@misconception("LogisticNeuron")
class neuron_steps_once_an_epoch:
    """You add up the gradients and make one step an epoch; it must be one step a sample.

    Each sample must be predicted with the weights that the one before it has left.

    ko: 기울기를 모아서 에포크마다 한 번만 가중치를 바꿉니다. 샘플마다 바꾸어야 합니다.

    각 샘플은 바로 앞 샘플이 바꿔 놓은 가중치로 예측해야 합니다.
    """

    def fit(self, x, y, epochs=100):
        _begin(self, x)
        for _ in range(epochs):
            err = self.activation(x @ self.w + self.b) - y
            self.w, self.b = self.w - x.T @ err, self.b - np.sum(err)


@misconception("LogisticNeuron")
class neuron_bias_from_moved_weights:
    """The bias is moved by an error that was computed after the weights had moved.

    Compute both gradients first, then move both.

    ko: 가중치를 이미 바꾼 뒤에 다시 구한 오차로 절편을 바꿉니다.

    기울기 두 개를 먼저 구한 다음 둘 다 바꾸세요.
    """

    def fit(self, x, y, epochs=100):
        _begin(self, x)
        for _ in range(epochs):
            for x_i, y_i in zip(x, y, strict=True):
                _learn(self, x_i, y_i, bias_rate=0.0)
                _learn(self, x_i, y_i, rate=0.0)
