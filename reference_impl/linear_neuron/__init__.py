"""Reference implementation of the linear neuron, and what its checks are tested with."""
