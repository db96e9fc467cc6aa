"""Reference implementation of logistic regression, and what its checks are tested with."""
