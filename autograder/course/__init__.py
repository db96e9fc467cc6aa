"""Courses: manifests, assignments and the folder that contains them."""
