"""Known ways to get the neuron that tells one digit from the rest wrong. Columns are samples."""
