"""Known ways to get stochastic gradient descent wrong. Columns are samples."""
