"""Known ways to get the network with one hidden layer and one output wrong."""
