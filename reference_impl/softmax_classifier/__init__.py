"""Reference implementation of the softmax classifier, and what its checks are tested with."""
