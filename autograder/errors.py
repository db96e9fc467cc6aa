"""Errors of the kit that are shown to the user."""


class KitError(Exception):
    """An error that the user can fix; its text says what, where, and what to do.

    The command line prints it without a traceback and exits with 2.
    """
