"""Import nbgrader faster than it imports itself."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from autograder.errors import KitError
from autograder.i18n import _

# Half of the time that nbgrader takes to start goes into the grammars of this package. jsonschema
# takes it along if it is there, to check addresses in other alphabets, which no notebook has.
_GRAMMARS = "rfc3987_syntax"


@contextmanager
def importing_nbgrader() -> Iterator[None]:
    """Import nbgrader, or what needs it, in the body.

    Raises
    ------
    KitError
        It is not installed.
    """
    spare = _GRAMMARS not in sys.modules
    if spare:
        sys.modules[_GRAMMARS] = None  # type: ignore[assignment]  # how an import is made to fail
    try:
        yield
    except ImportError as error:
        text = _(
            "the Python package {package} is missing; install what an nbgrader course needs with "
            'pip install "nn-autograder[instructor]"'
        )
        package = (error.name or "nbgrader").partition(".")[0]
        raise KitError(text.format(package=package)) from None
    finally:
        if spare:
            del sys.modules[_GRAMMARS]
