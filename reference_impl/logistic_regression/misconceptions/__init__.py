"""Known ways to get logistic regression wrong."""
