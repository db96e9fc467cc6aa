"""Reference implementation of stochastic gradient descent, and what its checks are tested with."""
