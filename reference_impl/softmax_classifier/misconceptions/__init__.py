"""Known ways to get the softmax classifier wrong."""
