"""Known ways to get score, gradient and predictions of the neuron that learns by samples wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.logistic_regression import reference as right


@misconception("LogisticNeuron")
class neuron_without_bias:
    """The score lacks the bias.

    z = x . w + b: add self.b in forpass.

    ko: 점수에 절편이 더해지지 않았습니다.

    z = x · w + b입니다. forpass에서 self.b를 더하세요.
    """

    def forpass(self, x):
        return np.dot(x, self.w)


@misconception("LogisticNeuron")
class neuron_weighs_without_sum:
    """The score is not summed over the features: it is an array.

    The score of one sample is one number: np.dot(x, w), or np.sum(x * w), plus b.

    ko: 점수를 특성에 대해 더하지 않아서 배열이 되었습니다.

    샘플 하나의 점수는 수 하나입니다. np.dot(x, w)나 np.sum(x * w)에 b를 더하세요.
    """

    def forpass(self, x):
        return x * self.w + self.b


@misconception("LogisticNeuron")
class neuron_gives_probabilities:
    """forpass returns a probability; it must return the score z.

    The sigmoid comes afterwards, in activation.

    ko: forpass가 확률을 돌려줍니다. 점수 z를 돌려주어야 합니다.

    시그모이드는 그다음에 activation에서 적용합니다.
    """

    def forpass(self, x):
        return float(right.sigmoid(np.dot(x, self.w) + self.b))


@misconception("LogisticNeuron")
class neuron_without_sigmoid:
    """activation returns the score as it is.

    Apply your sigmoid.

    ko: activation이 점수를 그대로 돌려줍니다.

    직접 만든 sigmoid를 적용하세요.
    """

    def activation(self, z):
        return z


@misconception("LogisticNeuron")
class neuron_gradient_uphill:
    """The sign of the gradient is turned round.

    err is a - y. No minus belongs in backprop: the step in fit has it.

    ko: 기울기의 부호가 반대입니다.

    err는 a - y입니다. backprop에는 마이너스가 없고, fit에서 가중치를 바꿀 때 뺍니다.
    """

    def backprop(self, x, err):
        return -x * err, -err


@misconception("LogisticNeuron")
class neuron_gradient_divided_by_features:
    """You divide by len(x), the number of features: x is a single sample here.

    The gradient is that of one sample: nothing is divided.

    ko: 특성의 수인 len(x)로 나누었습니다. 여기서 x는 샘플 하나입니다.

    샘플 하나의 기울기이므로 아무것도 나누지 않습니다.
    """

    def backprop(self, x, err):
        return x * err / len(x), err / len(x)


@misconception("LogisticNeuron")
class neuron_gradient_summed_over_features:
    """The gradient of the weights is summed over the features: it is a single number.

    Each weight has a slope of its own: w_grad = x * err.

    ko: 가중치의 기울기를 특성에 대해 더해서 수 하나가 되었습니다.

    가중치마다 기울기가 따로 있습니다. w_grad = x * err입니다.
    """

    def backprop(self, x, err):
        return np.sum(x * err), err


@misconception("LogisticNeuron")
class neuron_bias_gradient_with_x:
    """The gradient of the bias is multiplied by the features: it is an array.

    The bias acts like a weight whose feature is always 1: its gradient is err alone.

    ko: 절편의 기울기에 특성을 곱해서 배열이 되었습니다.

    절편은 특성이 항상 1인 가중치와 같으므로 기울기는 err 그대로입니다.
    """

    def backprop(self, x, err):
        return x * err, x * err


@misconception("LogisticNeuron")
class neuron_compares_scores_with_a_half:
    """You compare the score z with 0.5; a probability of ½ is a score of 0.

    Either z > 0, or sigmoid(z) > 0.5.

    ko: 점수 z를 0.5와 비교합니다. 확률 ½에 해당하는 점수는 0입니다.

    z > 0 또는 sigmoid(z) > 0.5로 비교하세요.
    """

    def predict(self, x):
        return np.array([self.forpass(each) for each in x]) > 0.5


@misconception("LogisticNeuron")
class neuron_compares_probabilities_with_zero:
    """You compare a probability with 0: everything is predicted True.

    Either sigmoid(z) > 0.5, or z > 0.

    ko: 확률을 0과 비교해서 모든 예측이 True가 됩니다.

    sigmoid(z) > 0.5 또는 z > 0으로 비교하세요.
    """

    def predict(self, x):
        return np.array([self.activation(self.forpass(each)) for each in x]) > 0


@misconception("LogisticNeuron")
class neuron_predicts_a_column:
    """predict returns a column; it must be a flat array (m,).

    Here one sample has one number for a score: collect these in one flat array.

    ko: predict가 열을 돌려줍니다. 1차원 배열 (m,)이어야 합니다.

    여기서 샘플 하나의 점수는 수 하나입니다. 이 수들을 1차원 배열에 모으세요.
    """

    def predict(self, x):
        return super().predict(x).reshape(-1, 1)


@misconception("LogisticNeuron")
class neuron_predicts_numbers:
    """predict returns the numbers 0 and 1; it must return True and False.

    A comparison gives True and False by itself: return it as it is.

    ko: predict가 숫자 0과 1을 돌려줍니다. True와 False를 돌려주어야 합니다.

    비교하면 그대로 True와 False가 됩니다. 그 결과를 돌려주세요.
    """

    def predict(self, x):
        return super().predict(x).astype(int)


@misconception("LogisticNeuron")
class neuron_predicts_probabilities:
    """predict returns probabilities; it must decide: True or False.

    Compare: z > 0.

    ko: predict가 확률을 돌려줍니다. True 또는 False로 판정해야 합니다.

    z > 0으로 비교하세요.
    """

    def predict(self, x):
        return np.array([self.activation(self.forpass(each)) for each in x])
