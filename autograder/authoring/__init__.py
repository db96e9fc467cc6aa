"""For authors of assignments: a new one to start from, and whether one may be released."""
