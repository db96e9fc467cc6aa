"""Import nbgrader faster than it imports itself."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from importlib.util import find_spec, module_from_spec

from autograder.errors import KitError
from autograder.i18n import _

_PACKAGE = "nbgrader"
# Half of the time that nbgrader takes to start goes into the grammars of the first of these.
# jsonschema takes them along if they are there, to check what no notebook has: addresses in other
# alphabets, and durations.
_SPARE = ("rfc3987_syntax", "isoduration")


@contextmanager
def importing_nbgrader() -> Iterator[None]:
    """Import parts of nbgrader, or what needs them, in the body.

    nbgrader's package itself imports what extends Jupyter's server, which takes longer than all
    that the kit needs; so the package stays empty here, and holds what is imported from it.

    Raises
    ------
    KitError
        It is not installed.
    """
    collecting, modules = gc.isenabled(), len(sys.modules)
    gc.disable()
    spare = [name for name in _SPARE if name not in sys.modules]
    for name in spare:
        sys.modules[name] = None  # type: ignore[assignment]  # how an import is made to fail
    try:
        if _PACKAGE not in sys.modules and (spec := find_spec(_PACKAGE)) is not None:
            empty = module_from_spec(spec)
            empty.__version__ = version(_PACKAGE)  # type: ignore[attr-defined]  # for settings
            sys.modules[_PACKAGE] = empty
        yield
    except ImportError as error:
        text = _(
            "the Python package {package} is missing; install what an nbgrader course needs with "
            'pip install "nn-autograder[instructor]"'
        )
        package = (error.name or _PACKAGE).partition(".")[0]
        raise KitError(text.format(package=package)) from None
    finally:
        for name in spare:
            del sys.modules[name]
        if len(sys.modules) > modules:
            gc.freeze()  # what was imported stays, and need not be looked through time after time
        if collecting:
            gc.enable()
