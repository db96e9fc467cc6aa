"""Known ways to get the comparison of loss curves wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.two_layer_network import reference as right


@misconception("compare_losses")
def compare_with_less(ones, random, goal):
    """A loss equal to the goal does not count for you; it does: at most, <=.

    np.less_equal, not np.less.

    ko: 목표와 같은 손실을 세지 않았습니다. 이하(<=)이므로 세어야 합니다.

    np.less가 아니라 np.less_equal입니다.
    """
    below = np.nextafter(goal, -np.inf)
    return tuple(right.compare_losses(ones, random, below))


@misconception("compare_losses")
def compare_from_one(ones, random, goal):
    """You count the epochs from 1; they count from 0.

    The index of the loss in the list is the number of its epoch.

    ko: 에포크를 1부터 셌습니다. 0부터 세어야 합니다.

    리스트에서 손실의 인덱스가 에포크 번호입니다.
    """
    found = right.compare_losses(ones, random, goal)
    return tuple(each + 1 if each >= 0 else each for each in found)


@misconception("compare_losses")
def compare_first_time_below(ones, random, goal):
    """Your third result is the first epoch in which random is below, not the one for good.

    Later epochs must all be below as well: look at the curves from the end.

    ko: 셋째 결과가 끝까지 아래에 있기 시작한 에포크가 아니라 처음 아래로 내려간 에포크입니다.

    그 뒤의 모든 에포크에서도 아래여야 합니다. 곡선을 끝에서부터 보세요.
    """
    below = np.less(random, ones)
    lead = int(np.argmax(below)) if below.any() else -1
    return *right.compare_losses(ones, random, goal)[:2], lead


@misconception("compare_losses")
def compare_zero_for_never(ones, random, goal):
    """You answer 0 where there is no such epoch; the answer is -1 there.

    np.argmax gives 0 if nothing is True: ask np.any first.

    ko: 그런 에포크가 없을 때 0이라고 답합니다. -1이어야 합니다.

    np.argmax는 True가 없으면 0을 줍니다. 먼저 np.any로 확인하세요.
    """
    return tuple(max(each, 0) for each in right.compare_losses(ones, random, goal))


@misconception("compare_losses")
def compare_swapped(ones, random, goal):
    """The two curves have changed places.

    First ones, then random; the lead is random's.

    ko: 두 곡선이 뒤바뀌었습니다.

    ones가 먼저이고 random이 다음이며, 앞서는 쪽은 random입니다.
    """
    return tuple(right.compare_losses(random, ones, goal))
