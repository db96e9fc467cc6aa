"""The attacks of this folder, and what is known of each."""

import ast
import re
from functools import cached_property
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
TINY_COURSE = FOLDER.parent / "tiny_course"
LEVELS = ("bubblewrap", "partial", "process")
_TOOLS = (FOLDER / "tools.py").read_text(encoding="utf-8")
_RIGHT = (TINY_COURSE / "solutions" / "01_doubling" / "doubling.py").read_text(encoding="utf-8")
_CELL_MARK = re.compile(r"^(?=# %%)", re.MULTILINE)
# right only if the attack has gained what it was after
_IF_GAINED = "def double(x):\n    return x + x if GAINED else x\n"
# past the worker
_BY_FORGERY = """
def double(x):
    reply_with(FORGED(in_frames_above("request")))
    return x
"""
_DOUBLE_MARK = '# %% task="double"\n'


class Attack:
    """A file of ``attacks/``: a header of literals, then cells of hostile code.

    ``EXPECTED`` holds status (more than one where levels differ) and points of each task,
    ``SAYS`` a piece of what the student must read, ``LEVELS`` the levels of isolation that defeat
    the attack; all three if it is not given. Code that sets ``GAINED`` earns the points of
    ``double`` if that is true, code that sets ``FORGED`` sends its bytes in place of an answer.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        preface, *self._cells = _CELL_MARK.split(path.read_text(encoding="utf-8"))
        self._preface = ast.parse(preface)

    @cached_property
    def aim(self) -> str:
        """What it tries, in a sentence."""
        return ast.get_docstring(self._preface) or ""

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels that defeat it."""
        return self.literal("LEVELS", LEVELS)

    @property
    def reaches_out(self) -> bool:
        """Whether it first tries something on the machine, and answers by what it gained."""
        return any("\nGAINED =" in cell for cell in self._cells)

    def literal(self, name: str, otherwise: Any = None) -> Any:
        """Return what a name of the header stands for."""
        values = {ast.unparse(each.targets[0]): each.value for each in self._preface.body[1:]}
        return ast.literal_eval(values[name]) if name in values else otherwise

    def assemble(self, known: dict[str, Any]) -> str:
        """Return the file that is handed in, by somebody who knows these things."""
        facts = "".join(f"{name} = {value!r}\n" for name, value in known.items())
        before, _double, growth = re.split(r'^# %% task=".*"\n', _RIGHT, flags=re.MULTILINE)
        own = "".join(self._cells)
        if _DOUBLE_MARK not in own:
            own += f"\n\n{_DOUBLE_MARK}{self._answer()}"
        return f'{before}# %%\n{facts}\n# %%\n{_TOOLS}\n{own}\n# %% task="Growth"\n{growth}'

    def _answer(self) -> str:
        if self.reaches_out:
            return _IF_GAINED
        if any("\nFORGED =" in cell for cell in self._cells):
            return _BY_FORGERY
        return "def double(x):\n    return x + x\n"


ATTACKS = [Attack(path) for path in sorted((FOLDER / "attacks").glob("*.py"))]


def honest() -> str:
    """Return what an honest student hands in."""
    return _RIGHT
