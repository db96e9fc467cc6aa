"""Import nbgrader without the parts of it that only Jupyter's server needs."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from importlib.util import find_spec, module_from_spec

from autograder.errors import KitError
from autograder.i18n import _

_PACKAGE = "nbgrader"


@contextmanager
def importing_nbgrader() -> Iterator[None]:
    """Import modules of nbgrader, or modules that need them, in the body.

    nbgrader's ``__init__`` imports its extensions of Jupyter's server, which takes longer than
    everything that grading needs. So the package stays empty, and only its submodules are imported.

    Raises
    ------
    KitError
        A package is not installed.
    """
    collecting, modules = gc.isenabled(), len(sys.modules)
    gc.disable()
    try:
        _add_empty_package()
        yield
    except ImportError as error:
        text = _(
            "nbgrader courses need the Python package {package}, which is not "
            'installed; run pip install "nn-autograder[instructor]"'
        )
        package = (error.name or _PACKAGE).partition(".")[0]
        raise KitError(text.format(package=package)) from None
    finally:
        if len(sys.modules) > modules:
            gc.freeze()  # imported modules stay, so the collector need not visit them again
        if collecting:
            gc.enable()


def _add_empty_package() -> None:
    if _PACKAGE not in sys.modules and (spec := find_spec(_PACKAGE)) is not None:
        package = module_from_spec(spec)
        package.__version__ = version(_PACKAGE)  # type: ignore[attr-defined]  # read by its settings
        sys.modules[_PACKAGE] = package
