"""Grade many submissions in several processes, skipping unchanged ones."""
