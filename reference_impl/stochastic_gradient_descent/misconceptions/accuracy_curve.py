"""Known ways to get the accuracy after each epoch wrong."""

from copy import deepcopy

from autograder.misconceptions import misconception


def _curves(networks, X, y, X_test, y_test):
    """Evaluate each of the networks, which are trained one after the other."""
    points = [(each.evaluate(X, y), each.evaluate(X_test, y_test)) for each in networks]
    return [own for own, _ in points], [new for _, new in points]


def _trained(network, X, y):
    """Give the network after each epoch."""
    for _ in range(network.epochs):
        network.fit(X, y, epochs=1)
        yield network


@misconception("accuracy_curve")
def curve_of_many_trainings(network, X, y, X_test, y_test):
    """You train a network anew for each point; one training gives all of them.

    Call network.fit(X, y, epochs=1) once an epoch, and evaluate after each.

    ko: 점마다 신경망을 새로 학습시킵니다. 학습 한 번으로 모든 점을 얻을 수 있습니다.

    에포크마다 network.fit(X, y, epochs=1)을 한 번 부르고 그때마다 평가하세요.
    """

    def trainings():
        for epochs in range(1, network.epochs + 1):
            another = deepcopy(network)
            another.fit(X, y, epochs=epochs)
            yield another

    return _curves(trainings(), X, y, X_test, y_test)


@misconception("accuracy_curve")
def curve_trains_more_and_more(network, X, y, X_test, y_test):
    """Point n trains n epochs more: the network has seen far too many by then.

    fit goes on where it was: one epoch more is enough for the next point.

    ko: n번째 점에서 n 에포크를 더 학습시켜서 학습이 지나치게 많아집니다.

    fit은 이어서 학습하므로 다음 점까지는 한 에포크면 됩니다.
    """

    def trained():
        for epochs in range(1, network.epochs + 1):
            network.fit(X, y, epochs=epochs)
            yield network

    return _curves(trained(), X, y, X_test, y_test)


@misconception("accuracy_curve")
def curve_of_whole_trainings(network, X, y, X_test, y_test):
    """You call fit without epochs=1: each point takes a whole training.

    Without the argument fit makes network.epochs epochs.

    ko: epochs=1 없이 fit을 불러서 점마다 학습을 통째로 합니다.

    인자가 없으면 fit은 network.epochs만큼 학습합니다.
    """

    def trained():
        for _ in range(network.epochs):
            network.fit(X, y)
            yield network

    return _curves(trained(), X, y, X_test, y_test)


@misconception("accuracy_curve")
def curve_before_the_epoch(network, X, y, X_test, y_test):
    """You evaluate before each epoch: the first point is the untrained network.

    Train first, then evaluate.

    ko: 에포크를 학습하기 전에 평가해서 첫 점이 학습하지 않은 신경망의 것입니다.

    먼저 학습하고 그다음에 평가하세요.
    """

    def trained():
        for _ in range(network.epochs):
            yield network
            network.fit(X, y, epochs=1)

    return _curves(trained(), X, y, X_test, y_test)


@misconception("accuracy_curve")
def curve_of_the_end(network, X, y, X_test, y_test):
    """All points are the same: you evaluate only once the training is over.

    Evaluate after each epoch, inside the loop.

    ko: 학습이 모두 끝난 뒤에 평가해서 모든 점이 같습니다.

    반복문 안에서 에포크마다 평가하세요.
    """
    return _curves(list(_trained(network, X, y)), X, y, X_test, y_test)


@misconception("accuracy_curve")
def curves_exchanged(network, X, y, X_test, y_test):
    """You return the test accuracy first; self_accuracy comes first.

    return self_accuracy, test_accuracy.

    ko: 테스트 정확도를 먼저 돌려줍니다. self_accuracy가 먼저입니다.

    return self_accuracy, test_accuracy로 쓰세요.
    """
    own, new = _curves(_trained(network, X, y), X, y, X_test, y_test)
    return new, own


@misconception("accuracy_curve")
def curve_of_learned_samples_only(network, X, y, X_test, y_test):
    """Both curves are evaluated on the samples that the network learns from.

    The second takes X_test and y_test.

    ko: 두 곡선을 모두 학습에 쓴 샘플로 평가했습니다.

    두 번째 곡선에는 X_test와 y_test를 쓰세요.
    """
    return _curves(_trained(network, X, y), X, y, X, y)
