"""Text from a submission, made safe to print."""

_LIMIT = 300


def printable(text: str, limit: int = _LIMIT) -> str:
    r"""Return the text on one line, without control characters, cut to a length.

    Control characters could rewrite the terminal of the person who reads the report.

    Examples
    --------
    >>> printable("red: \x1b[31m")
    'red: �[31m'
    """
    shown = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"
