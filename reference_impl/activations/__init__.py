"""Reference implementation of activation functions, and what its checks are tested with."""
