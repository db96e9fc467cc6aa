"""What the kit says when it cannot do what it was asked."""


class KitError(Exception):
    """Something the user can mend; its text is one clear sentence: what, where, what to do.

    The command line prints it without a traceback and exits with 2.
    """
