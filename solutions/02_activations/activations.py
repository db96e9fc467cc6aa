# %% [markdown]
# # Activation functions
#
# What comes after the weighted sum: a function that bends it, a line that parts two classes, and
# the price of a wrong answer. `handout.md` has the maths and the figure.
#
# # 활성화 함수
#
# 가중합 다음에 오는 것들을 다룹니다. 가중합을 구부리는 함수, 두 클래스를 가르는 선, 그리고 틀린
# 답의 비용입니다. 수식과 그림은 `handout.ko.md`에 있습니다.

# %%
"""Activation functions, their derivatives, a decision, an estimate, and a quiz."""

import numpy as np

# %% [markdown]
# ## quiz
#
# Answer this first, from the figure in the handout and with pencil and paper. · 코드를 쓰기 전에
# 핸드아웃의 그림을 보고 종이와 연필로 먼저 답하세요.


# %% task="quiz"
def quiz():
    """Return your predictions, before any code is written.

    A prediction h, between 0 and 1, for a label y costs

        -log(h)      if y = 1
        -log(1 - h)  if y = 0

    with the natural logarithm. The handout's figure shows both over h, one as a solid line and one
    as a dashed line. The questions:

    1. What does h = 0.2 cost, if y = 1?
    2. What does h = 0.8 cost, if y = 1?
    3. What does h = 0.9 cost, if y = 0?

       Is that (a) less or (b) more than what somebody pays who always answers h = 1/2?
       Which line shows it: (a) the solid one, or (b) the dashed one?
       And how much is it?

    4. At which h do the two lines cross, and what does that h cost?
    5. If y = 1 and h comes closer and closer to 0, does the cost (a) come closer and closer to 1,
       or (b) grow beyond every bound?

    Returns
    -------
    dict
        With these keys, the letters as "a" or "b", the numbers rounded to two decimals:
        "size_1", "line_1", "cost_1" (letter, letter, number) for question 1,
        "size_2", "line_2", "cost_2" and "size_3", "line_3", "cost_3" in the same way,
        "crossing", "cost_at_crossing" (numbers) for question 4,
        "limit" (letter) for question 5.

    Examples
    --------
    {"size_1": "a", "line_1": "a", "cost_1": 3.14, ...}: this is the form, not the answers.
    """
    ### BEGIN SOLUTION
    return {
        "size_1": "b",
        "line_1": "a",
        "cost_1": 1.61,
        "size_2": "a",
        "line_2": "a",
        "cost_2": 0.22,
        "size_3": "b",
        "line_3": "b",
        "cost_3": 2.30,
        "crossing": 0.5,
        "cost_at_crossing": 0.69,
        "limit": "b",
    }
    ### END SOLUTION


# %% [markdown]
# ## step
#
# Yes or no. · 예 또는 아니요로 답합니다.


# %% task="step"
def step(x):
    """Return 1 where x is 0 or more, and 0 elsewhere.

    step(x) = 1 if x >= 0, else 0

    Parameters
    ----------
    x : ndarray of float, any shape

    Returns
    -------
    ndarray, same shape
        Ones and zeros, as float, int or bool. In this course ``step(0)`` is 1. ``x`` itself is
        left as it is, here and in all functions below.

    Examples
    --------
    x = [-2, 0, 3]: step(x) = [0, 1, 1].
    """
    ### BEGIN SOLUTION
    return np.where(x >= 0, 1.0, 0.0)
    ### END SOLUTION


# %% [markdown]
# ## sigmoid
#
# A soft step, from 0 to 1. · 0에서 1로 부드럽게 올라가는 계단입니다.


# %% task="sigmoid"
def sigmoid(x):
    """Return the sigmoid of each entry of x.

    sigmoid(x) = 1 / (1 + exp(-x))

    Parameters
    ----------
    x : ndarray of float, any shape
        May be far from 0: at 1000 the sigmoid is 1, at -1000 it is 0. A warning does no harm here.

    Returns
    -------
    ndarray of float, same shape
        Between 0 and 1.

    Examples
    --------
    sigmoid(0) = 1 / (1 + 1) = 1/2. And exp(-ln 3) = 1/3, so sigmoid(ln 3) = 1 / (4/3) = 3/4.
    """
    ### BEGIN SOLUTION
    return 1.0 / (1.0 + np.exp(-x))
    ### END SOLUTION


# %% [markdown]
# ## sigmoid_prime
#
# How steep the sigmoid is. · 시그모이드가 얼마나 가파른지 구합니다.


# %% task="sigmoid_prime"
def sigmoid_prime(x):
    """Return the derivative of the sigmoid at each entry of x.

    sigmoid'(x) = sigmoid(x) (1 - sigmoid(x))

    Parameters
    ----------
    x : ndarray of float, any shape
        Where the derivative is taken: x itself, not sigmoid(x). May be far from 0.

    Returns
    -------
    ndarray of float, same shape
        Between 0 and 1/4.

    Examples
    --------
    sigmoid'(0) = 1/2 * 1/2 = 1/4, and sigmoid'(ln 3) = 3/4 * 1/4 = 3/16.
    """
    ### BEGIN SOLUTION
    a = sigmoid(x)
    return a * (1.0 - a)
    ### END SOLUTION


# %% [markdown]
# ## tanh
#
# The sigmoid, stretched to run from -1 to 1. · 시그모이드를 늘려 -1에서 1까지 가게 한 함수입니다.


# %% task="tanh"
def tanh(x):
    """Return the hyperbolic tangent of each entry of x, made from your sigmoid.

    tanh(x) = 2 sigmoid(2 x) - 1

    Parameters
    ----------
    x : ndarray of float, any shape
        May be far from 0.

    Returns
    -------
    ndarray of float, same shape
        Between -1 and 1.

    Examples
    --------
    tanh(0) = 2 * 1/2 - 1 = 0. With 2 x = ln 3, tanh((ln 3) / 2) = 2 * 3/4 - 1 = 1/2.
    """
    ### BEGIN SOLUTION
    return 2.0 * sigmoid(2.0 * x) - 1.0
    ### END SOLUTION


# %% [markdown]
# ## tanh_prime
#
# How steep the tanh is. · tanh가 얼마나 가파른지 구합니다.


# %% task="tanh_prime"
def tanh_prime(x):
    """Return the derivative of the hyperbolic tangent at each entry of x.

    tanh'(x) = 1 - tanh(x)**2

    Parameters
    ----------
    x : ndarray of float, any shape
        Where the derivative is taken: x itself, not tanh(x). May be far from 0.

    Returns
    -------
    ndarray of float, same shape
        Between 0 and 1.

    Examples
    --------
    tanh'(0) = 1 - 0 = 1, and tanh'((ln 3) / 2) = 1 - 1/4 = 3/4.
    """
    ### BEGIN SOLUTION
    return 1.0 - tanh(x) ** 2
    ### END SOLUTION


# %% [markdown]
# ## relu
#
# What is positive passes, the rest is 0. · 양수는 그대로 보내고 나머지는 0으로 만듭니다.


# %% task="relu"
def relu(x):
    """Return the rectified linear unit of each entry of x.

    relu(x) = max(0, x)

    Parameters
    ----------
    x : ndarray of float, any shape

    Returns
    -------
    ndarray of float, same shape

    Examples
    --------
    x = [-2, 0, 3]: relu(x) = [0, 0, 3].
    """
    ### BEGIN SOLUTION
    return np.maximum(0.0, x)
    ### END SOLUTION


# %% [markdown]
# ## relu_prime
#
# Flat on the left, slope 1 on the right. · 왼쪽은 평평하고 오른쪽은 기울기가 1입니다.


# %% task="relu_prime"
def relu_prime(x):
    """Return the derivative of the rectified linear unit at each entry of x.

    relu'(x) = 1 if x > 0, else 0

    Parameters
    ----------
    x : ndarray of float, any shape

    Returns
    -------
    ndarray, same shape
        Ones and zeros, as float, int or bool. At 0 relu has a kink and no derivative; in this
        course ``relu_prime(0)`` is 0.

    Examples
    --------
    x = [-2, 0, 3]: relu'(x) = [0, 0, 1].
    """
    ### BEGIN SOLUTION
    return np.where(x > 0, 1.0, 0.0)
    ### END SOLUTION


# %% [markdown]
# ## decision
#
# On which side of the boundary a sample lies. · 샘플이 결정 경계의 어느 쪽에 있는지 알아냅니다.


# %% task="decision"
def decision(X, W, squared=False):
    """Return the class of each sample: 1 where sigmoid(z) is 1/2 or more, and 0 elsewhere.

    z = W[0] + W[1] x_1 + ... + W[D] x_D          if squared is False
    z = W[0] + W[1] x_1**2 + ... + W[D] x_D**2    if squared is True

    sigmoid(z) >= 1/2 is the same as z >= 0, so a step is all that is needed.

    Parameters
    ----------
    X : ndarray of float, shape (N, D)
        Samples, one a row; left as they are.
    W : ndarray of float, shape (D + 1,)
        First the bias, then one weight a feature; left as they are.
    squared : bool
        Whether the squares of the features are weighed in place of the features.

    Returns
    -------
    ndarray, shape (N,)
        Ones and zeros, as float, int or bool. A sample on the boundary itself (z = 0) is a 1.

    Examples
    --------
    W = [-3, 1, 1], X = [[1, 1], [2, 2]]: z = [-3 + 1 + 1, -3 + 2 + 2] = [-1, 1], so [0, 1].
    With squared=True and X = [[1, -1], [0, -2]]: z = [-3 + 1 + 1, -3 + 0 + 4], so [0, 1] too.
    """
    ### BEGIN SOLUTION
    features = X**2 if squared else X
    return step(W[0] + np.dot(features, W[1:]))
    ### END SOLUTION


# %% [markdown]
# ## bernoulli_mle
#
# What a coin is like, judged by its tosses. · 던진 결과를 보고 앞면의 확률을 추정합니다.


# %% task="bernoulli_mle"
def bernoulli_mle(heads, tosses):
    """Return the probability w of heads under which the tosses are the most likely.

    The likelihood of n heads in N tosses is w**n (1 - w)**(N - n).

    Parameters
    ----------
    heads : int
        n, from 0 to ``tosses``.
    tosses : int
        N, 1 or more.

    Returns
    -------
    float
        The w from 0 to 1 that makes the likelihood largest.

    Examples
    --------
    One toss, and it shows heads: the likelihood is w, which is largest at w = 1.
    One of two shows heads: w (1 - w) is largest halfway between its zeros, at w = 1/2.
    """
    ### BEGIN SOLUTION
    return heads / tosses
    ### END SOLUTION
