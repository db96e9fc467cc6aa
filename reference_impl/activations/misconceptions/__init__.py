"""Known ways to get activation functions, decisions and estimates wrong."""
