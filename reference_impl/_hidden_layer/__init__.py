"""Known ways to get a network with one hidden layer wrong, whatever its output."""
