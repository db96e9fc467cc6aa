"""Reference implementation of the two-layer network, and what its checks are tested with."""
