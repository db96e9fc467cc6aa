"""Figures of handouts: drawn from numbers kept beside them, and small.

The result of a training differs between processors, so a figure is not drawn from a training but
from ``figure.json``, which holds measured numbers. A script ``figure.py`` ends with
``figures.main(__file__, draw, measure)``. Without options it draws; ``python figure.py --measure``
measures first.
"""

import io
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import numpy.typing as npt

Numbers = dict[str, Any]

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_GROUP = f"{{{_SVG}}}g"
_DIGITS = 4
_STYLE: dict[Any, Any] = {
    "svg.hashsalt": "figure",  # the same ids each time
    "svg.fonttype": "none",  # text stays text
    "font.sans-serif": ["DejaVu Sans"],
    "path.simplify_threshold": 0.3,
}
_DECIMAL = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_STEP = re.compile(r"([MLQCz])([^MLQCz]*)")
_UNTURNED = re.compile(r"rotate\(-?0 [^)]*\)$")
_REFERENCE = re.compile(r"(?:(?<=url\()|^)#([\w-]+)")


def main(
    script: str, draw: Callable[[Numbers], Any], measure: Callable[[], Numbers] | None = None
) -> None:
    """Draw the figure of a script beside it, and with ``--measure`` measure its numbers first.

    Parameters
    ----------
    script : str
        Path of the script.
    draw : callable
        Takes the numbers, returns a matplotlib figure.
    measure : callable, optional
        Returns the numbers by name; they are rounded and kept. Without it there are none.
    """
    path = Path(script).resolve()
    kept = path.with_suffix(".json")
    if measure and "--measure" in sys.argv[1:]:
        kept.write_text(_written(measure()), encoding="utf-8")
    numbers = json.loads(kept.read_text(encoding="utf-8")) if measure else {}
    path.with_suffix(".svg").write_text(svg(draw, numbers), encoding="utf-8")


def svg(draw: Callable[[Numbers], Any], numbers: Numbers) -> str:
    """Return the picture that a function draws from numbers, the same on every machine."""
    import matplotlib as mpl

    written = io.BytesIO()
    with mpl.rc_context(_STYLE):
        draw(numbers).savefig(written, format="svg", metadata={"Date": None})
    return _compact(written.getvalue())


def cells(axes: Any, values: npt.ArrayLike, colours: Any, low: float, high: float) -> None:
    """Draw a matrix as cells of few colours, with the first row at the top.

    Parameters
    ----------
    axes : Axes
        Where to.
    values : array_like
        A matrix.
    colours : Colormap
        With as many colours as there shall be.
    low, high : float
        The values of its first and last colour.
    """
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Outline

    matrix = np.asarray(values, dtype=float)
    share = (matrix - low) / (high - low)
    levels = np.clip((share * colours.N).astype(int), 0, colours.N - 1)
    for level in range(colours.N):
        boxes = [
            Outline([(x, y), (end, y), (end, y + 1), (x, y + 1), (x, y)], closed=True)
            for y, row in enumerate(levels)
            for x, end in _runs(row == level)
        ]
        if boxes:
            shape = Outline.make_compound_path(*boxes)
            colour = colours(level)
            axes.add_patch(PathPatch(shape, facecolor=colour, edgecolor=colour, linewidth=0.3))
    axes.set(xlim=(0, matrix.shape[1]), ylim=(matrix.shape[0], 0))


def _runs(chosen: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Give begin and end of each run of cells that are chosen."""
    position = 0
    for is_chosen, group in groupby(chosen):
        begin, position = position, position + len(list(group))
        if is_chosen:
            yield begin, position


def _written(numbers: Numbers) -> str:
    """Write numbers as JSON, a line for each name."""
    lines = [f"{json.dumps(name)}: {json.dumps(_rounded(each))}" for name, each in numbers.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _rounded(each) for name, each in value.items()}
    if isinstance(value, np.ndarray | list | tuple):
        return [_rounded(each) for each in value]
    if isinstance(value, int | np.integer):
        return int(value)
    return float(f"{value:.{_DIGITS}g}")


def _compact(written: bytes) -> str:
    """Leave out of an SVG file what nobody sees: digits, groups, names, styles said again."""
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _XLINK)
    root = ElementTree.fromstring(written)  # noqa: S314  matplotlib has just written it
    for metadata in root.findall(f"{{{_SVG}}}metadata"):
        root.remove(metadata)
    _shorten_names(root)
    for element in root.iter():
        for name, value in element.attrib.items():
            element.set(name, _path(value) if name == "d" else _DECIMAL.sub(_short, value))
        if _UNTURNED.match(element.get("transform", "")):
            del element.attrib["transform"]
    _unwrap(root)
    _share_styles(root)
    for element in root.iter(_GROUP):
        _class_of_markers(element)
    lines = map(str.strip, ElementTree.tostring(root, "unicode").splitlines())
    return "\n".join(filter(None, lines)).replace(" />", "/>") + "\n"


def _shorten_names(root: ElementTree.Element) -> None:
    """Give short names to what is referred to, and none to the rest."""
    texts = (text for element in root.iter() for text in element.attrib.values())
    used = dict.fromkeys(name for text in texts for name in _REFERENCE.findall(text))
    short = {name: f"n{number}" for number, name in enumerate(used)}
    for element in root.iter():
        if name := short.get(element.attrib.pop("id", "")):
            element.set("id", name)
        for key, value in element.attrib.items():
            element.set(key, _REFERENCE.sub(lambda found: "#" + short[found[1]], value))


def _unwrap(element: ElementTree.Element) -> None:
    """Replace each group without attributes by its children, recursively."""
    inside: list[ElementTree.Element] = []
    for each in list(element):
        _unwrap(each)
        inside += list(each) if each.tag == _GROUP and not each.attrib else [each]
    element[:] = inside


def _share_styles(root: ElementTree.Element) -> None:
    """Write a style that several elements have once."""
    styled = [element for element in root.iter() if "style" in element.attrib]
    number = Counter(element.attrib["style"] for element in styled)
    names = {style: f"s{n}" for n, style in enumerate(number) if number[style] > 1}
    for element in styled:
        if name := names.get(element.attrib["style"]):
            element.set("class", name)
            del element.attrib["style"]
    sheet = next(root.iter(f"{{{_SVG}}}style"))
    rules = [f".{name}{{{style}}}" for style, name in names.items()]
    sheet.text = "\n".join([sheet.text or "", *rules])


def _class_of_markers(group: ElementTree.Element) -> None:
    """Give a group of markers the class that all of them have."""
    classes = {each.get("class", "") for each in group if each.tag == f"{{{_SVG}}}use"}
    if len(classes) == 1 and all(each.tag == f"{{{_SVG}}}use" for each in group):
        group.set("class", classes.pop())
        for each in group:
            each.attrib.pop("class", None)


def _short(number: re.Match[str]) -> str:
    return _figure(float(number[0]))


def _figure(number: float) -> str:
    return f"{round(number, 2) + 0.0:g}" if abs(number) < 1000 else f"{number:.1f}"


def _path(drawn: str) -> str:
    """Write a path with as few digits and letters as show the same."""
    pieces: list[str] = []
    last: tuple[str, ...] = ()
    for letter, rest in _STEP.findall(drawn):
        numbers = tuple(_figure(float(each)) for each in rest.split())
        pieces.append(_piece(letter, numbers, last))
        last = numbers[-2:] if numbers else last
    return "".join(pieces)


def _piece(letter: str, numbers: tuple[str, ...], last: Iterable[str]) -> str:
    if letter == "L":
        same = [one == other for one, other in zip(numbers, last, strict=False)]
        if all(same):
            return ""
        if any(same):
            return "V" + numbers[1] if same[0] else "H" + numbers[0]
    return letter + " ".join(numbers)
