"""Reference implementation of the neuron for one digit, and what its checks are tested with."""
