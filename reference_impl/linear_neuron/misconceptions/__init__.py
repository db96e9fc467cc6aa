"""Known ways to get the linear neuron wrong."""
