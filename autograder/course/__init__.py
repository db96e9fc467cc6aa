"""What a course consists of: manifests, assignments, and the folder that holds them all."""
