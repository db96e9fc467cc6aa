"""Tools for authors: create an assignment, and check that it is ready for release."""
