"""Known ways to get the descent wrong."""

from autograder.misconceptions import misconception
from reference_impl.mnist_binary.misconceptions.propagate import parts


def _descend(W, b, X, Y, alpha, epochs):
    costs = []
    for _ in range(epochs):
        cost, dW, db, _m = parts(W, b, X, Y)
        costs.append(cost)
        W, b = W - alpha * dW, b - alpha * db
    return W, b, costs


@misconception("optimize")
def optimize_uphill(W, b, X, Y, alpha, epochs):
    """The step goes uphill: you add the gradient.

    The gradient points to where the cost grows: W <- W - alpha dW.

    ko: 기울기를 더해서 비용이 커지는 쪽으로 갑니다.

    기울기는 비용이 커지는 방향이므로 W <- W - alpha dW로 빼세요.
    """
    return _descend(W, b, X, Y, -alpha, epochs)


@misconception("optimize")
def optimize_ignores_alpha(W, b, X, Y, alpha, epochs):
    """The learning rate is ignored.

    W <- W - alpha dW and b <- b - alpha db.

    ko: 학습률을 쓰지 않습니다.

    W <- W - alpha dW, b <- b - alpha db입니다.
    """
    return _descend(W, b, X, Y, 1.0, epochs)


@misconception("optimize")
def optimize_forgets_the_bias(W, b, X, Y, alpha, epochs):
    """The bias is never updated.

    b <- b - alpha db in each epoch.

    ko: 절편이 한 번도 바뀌지 않습니다.

    에포크마다 b <- b - alpha db로 바꾸세요.
    """
    costs = []
    for _ in range(epochs):
        cost, dW, _db, _m = parts(W, b, X, Y)
        costs.append(cost)
        W = W - alpha * dW
    return W, b, costs


@misconception("optimize")
def optimize_changes_its_argument(W, b, X, Y, alpha, epochs):
    """You change W in place: the caller's weights change too.

    W -= ... changes the array itself; W = W - ... makes a new one.

    ko: W 자체를 바꾸어서 호출한 쪽의 가중치도 바뀝니다.

    W -= ...은 배열 자체를 바꾸고, W = W - ...은 새 배열을 만듭니다.
    """
    moved, b, costs = _descend(W, b, X, Y, alpha, epochs)
    W[...] = moved
    return W, b, costs


@misconception("optimize")
def optimize_stops_an_epoch_early(W, b, X, Y, alpha, epochs):
    """You train one epoch too few.

    range(epochs) has epochs rounds; range(1, epochs) has one less.

    ko: 에포크를 한 번 적게 학습합니다.

    range(epochs)는 epochs번 돌고 range(1, epochs)는 한 번 적게 돕니다.
    """
    return _descend(W, b, X, Y, alpha, epochs - 1)


@misconception("optimize")
def optimize_notes_costs_after_the_step(W, b, X, Y, alpha, epochs):
    """The cost is taken after the step; it belongs to the weights before it.

    Append the cost before you change W and b.

    ko: 가중치를 바꾼 뒤에 비용을 구합니다. 바꾸기 전 가중치의 비용이어야 합니다.

    W와 b를 바꾸기 전에 비용을 추가하세요.
    """
    costs = _descend(W, b, X, Y, alpha, epochs + 1)[2]
    return *_descend(W, b, X, Y, alpha, epochs)[:2], costs[1:]


@misconception("optimize")
def optimize_notes_the_last_cost(W, b, X, Y, alpha, epochs):
    """The list of costs holds the last cost alone.

    Append to the list in each epoch, and make the list before the loop.

    ko: costs에 마지막 비용만 들어 있습니다.

    반복문 앞에서 리스트를 만들고 에포크마다 추가하세요.
    """
    W, b, costs = _descend(W, b, X, Y, alpha, epochs)
    return W, b, costs[-1:]
