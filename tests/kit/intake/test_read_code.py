"""Reading what a student handed in: good files, and every kind of bad one."""

import json
import os

import pytest

from autograder.intake import Cell, Unreadable, read_code

SCRIPT = "import numpy as np\n\n# %% [markdown]\n# Text.\n\n# %%\ndef f(x):\n    return x\n"


def _write(folder, text, name="net.py"):
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def _notebook(*cells, nbformat=4):
    return json.dumps({"nbformat": nbformat, "metadata": {}, "cells": list(cells)})


def _code(source, **more):
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": []} | more


def test_a_script_is_cut_at_its_marks_with_true_line_numbers(tmp_path):
    """Cells know their first line in the file; a cell of text is none."""
    cells = read_code(_write(tmp_path, SCRIPT), "net").cells
    assert [(cell.first_line, cell.label) for cell in cells] == [(1, "net.py"), (6, "net.py")]
    assert cells[1].source == "# %%\ndef f(x):\n    return x\n"


def test_a_script_without_marks_is_one_cell(tmp_path):
    """A plain Python file is taken as a whole."""
    cells = read_code(_write(tmp_path, "x = 1\ny = 2\n"), "net").cells
    assert cells == (Cell("x = 1\ny = 2\n", 1, "net.py"),)


def test_code_below_a_mark_of_text_is_kept(tmp_path):
    """A student who writes code into a cell of text does not lose it."""
    cells = read_code(
        _write(tmp_path, "# %% [markdown]\n# Text.\ndef f():\n    pass\n"), "net"
    ).cells
    assert "def f()" in cells[0].source


def test_windows_line_ends_and_a_byte_order_mark_are_understood(tmp_path):
    """Files from Windows editors are read like others."""
    cells = read_code(_write(tmp_path, b"\xef\xbb\xbfx = 1\r\n# %%\r\ny = 2\r\n"), "net").cells
    assert [cell.source for cell in cells] == ["x = 1", "# %%\ny = 2\n"]


def test_a_syntax_error_costs_its_cell_only(tmp_path):
    """The cell with a syntax error is left out and named with line, code and reason."""
    text = "x = 1\n# %%\ndef f(x)\n    return x\n# %%\ny = 2\n"
    taken = read_code(_write(tmp_path, text), "net")
    assert [cell.first_line for cell in taken.cells] == [1, 5]
    assert taken.problems == (
        "net.py, line 3: not valid Python, so this cell was left out: expected ':'\n    def f(x)",
    )


@pytest.mark.parametrize(
    "source",
    [
        "x = " + "-" * 100_000 + "1",
        "x = " + "+".join("1" * 50_000),
        "x = " + "(" * 1000,
        "x = " + "9" * 5000,
    ],
    ids=["minus", "sum", "brackets", "digits"],
)
def test_what_the_parser_gives_up_on_is_a_problem(tmp_path, source):
    """Code made to exhaust the parser is left out like any other faulty cell."""
    taken = read_code(_write(tmp_path, f"x = 1\n# %%\n{source}\n"), "net")
    assert (len(taken.cells), len(taken.problems)) == (1, 1)


def test_a_doubtful_escape_is_no_problem(tmp_path):
    """Python warns of an unknown escape in a string; that is not the judge's concern."""
    assert read_code(_write(tmp_path, "x = '\\d'\n"), "net").problems == ()


def test_control_characters_do_not_reach_the_report(tmp_path):
    """A faulty line cannot send escape sequences to the terminal of its reader."""
    problem = read_code(_write(tmp_path, "x = = '\x1b[2J'\n"), "net").problems[0]
    assert "\x1b" not in problem


def test_a_notebook_gives_its_code_cells(tmp_path):
    """Code cells are counted with the cells of text; what they printed is not looked at."""
    cells = (
        {"cell_type": "markdown", "metadata": {}, "source": "# Text"},
        _code(["x = 1\n", "y = 2"], outputs=[{"output_type": "stream", "text": "z" * 10}]),
    )
    taken = read_code(_write(tmp_path, _notebook(*cells), "net.ipynb"), "net")
    assert taken.cells == (Cell("x = 1\ny = 2", 1, "cell 2 of net.ipynb"),)


def test_a_notebook_of_format_3_is_read(tmp_path):
    """Notebooks of the older format keep their cells in worksheets."""
    old = {"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": "x = 1"}]}]}
    taken = read_code(_write(tmp_path, json.dumps(old), "net.ipynb"), "net")
    assert [cell.source for cell in taken.cells] == ["x = 1"]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("%matplotlib inline\nx = 1", "pass\nx = 1"),
        ("!ls\nx = 1", "pass\nx = 1"),
        ("if True:\n    %time f()\nx = 1", "if True:\n    pass\nx = 1"),
        ("np.mean?\nx = 1", "pass\nx = 1"),
        ("%%time\nx = 1", "pass\nx = 1"),
        ("files = !ls\nx = 1", "files = None\nx = 1"),
        ("if a == b:\n    t = %timeit -o f(n=2)\nx = 1", "if a == b:\n    t = None\nx = 1"),
        ("x = (5\n% 3)", "x = (5\n% 3)"),
    ],
)
def test_magics_are_taken_out(tmp_path, source, plain):
    """IPython's own lines give way; a remainder at the beginning of a line does not."""
    taken = read_code(_write(tmp_path, _notebook(_code(source)), "net.ipynb"), "net")
    assert (taken.cells[0].source, taken.problems) == (plain, ())


def test_a_cell_of_another_language_is_left_out(tmp_path):
    """A cell that runs in a shell is not run as Python."""
    cells = _notebook(_code("x = 1"), _code("%%bash\nls"))
    taken = read_code(_write(tmp_path, cells, "net.ipynb"), "net")
    assert len(taken.cells) == 1
    assert taken.problems == (
        "cell 2 of net.ipynb: was left out: below `%%bash` it is not run as Python",
    )


def test_the_script_is_preferred_to_the_notebook(tmp_path):
    """In a folder with both, the script is read, and the report says so."""
    _write(tmp_path, "x = 1\n")
    _write(tmp_path, _notebook(_code("x = 2")), "net.ipynb")
    taken = read_code(tmp_path, "net")
    assert taken.cells[0].source == "x = 1\n"
    assert taken.problems == ("net.py was read, net.ipynb was not; submit only one of the two",)


def test_the_notebook_is_read_where_the_script_is_untouched(tmp_path):
    """A student who worked in the notebook is not graded by the stub beside it."""
    stub = 'def f(x):\n    raise NotImplementedError("f: not written yet")\n'
    _write(tmp_path, stub)
    _write(tmp_path, _notebook(_code("def f(x): return x")), "net.ipynb")

    taken = read_code(tmp_path, "net")

    assert taken.cells[0].source == "def f(x): return x"
    assert taken.problems == ("net.ipynb was read, net.py was not; submit only one of the two",)


@pytest.mark.parametrize("damaged", ["net.py", "net.ipynb"])
def test_a_file_that_cannot_be_read_is_not_preferred(tmp_path, damaged):
    """Of a file and a link the file is read, even if less is written in it."""
    stub = 'def f(x):\n    raise NotImplementedError("f: not written yet")\n'
    other = {"net.py": "net.ipynb", "net.ipynb": "net.py"}[damaged]
    (tmp_path / damaged).symlink_to(tmp_path / "elsewhere")
    _write(tmp_path, {"net.py": stub, "net.ipynb": _notebook(_code(stub))}[other], other)

    assert read_code(tmp_path, "net").problems[0].startswith(f"{other} was read")


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("net.py", "", "contains no code"),
        ("net.py", "# nothing\n\n# %% [markdown]\n# Text.\n", "contains no code"),
        ("net.py", b"x = 1\ny = '\x9d\xff'\n", "line 2 is not UTF-8 text"),
        ("net.py", b"x = 1\n" * 200_000, "is larger than 1 MB"),
        ("net.ipynb", b" " * 60_000_001, "is larger than 60 MB"),
        ("net.ipynb", "", "is not a notebook"),
        ("net.ipynb", '{"nbformat": 4, "cells": 3}', "is not a notebook"),
        ("net.ipynb", '{"nbformat": 4, "x": ' + "[" * 100_000, "is not a notebook"),
        ("net.ipynb", "<!DOCTYPE html>\n<html></html>", "is a web page, not code"),
        ("net.py", "<html>def f(x)</html>", "is a web page, not code"),
        ("net.ipynb", "%PDF-1.7", "is a PDF file under another name"),
        ("net.ipynb", _notebook(), "contains no code"),
        ("net.rar", "PK", "is neither a .py nor an .ipynb file"),
    ],
)
def test_a_file_without_usable_code_is_refused(tmp_path, name, content, complaint):
    """A file that holds no code to take is refused with its name and the reason."""
    path = _write(tmp_path, content, name)
    with pytest.raises(Unreadable, match=complaint) as error:
        read_code(path, "net")
    assert name in str(error.value)


def test_a_missing_file_is_refused(tmp_path):
    """A file that is not there is refused with its name."""
    with pytest.raises(Unreadable, match=r"net.py: does not exist"):
        read_code(tmp_path / "net.py", "net")


def test_a_folder_without_the_file_names_what_may_have_been_meant(tmp_path):
    """A file that a browser renamed is named in the answer."""
    _write(tmp_path, "x = 1\n", "net (1).py")
    with pytest.raises(Unreadable, match=r"contains no net.py .* found: net \(1\).py"):
        read_code(tmp_path, "net")


@pytest.mark.parametrize("target", ["real.py", "missing.py", "."])
def test_a_symbolic_link_is_refused(tmp_path, target):
    """No link is followed, wherever it leads."""
    _write(tmp_path, "x = 1\n", "real.py")
    (tmp_path / "net.py").symlink_to(target)
    with pytest.raises(Unreadable, match="is a link"):
        read_code(tmp_path / "net.py", "net")


def test_a_hard_link_is_refused(tmp_path):
    """A second name of another file is refused."""
    (tmp_path / "net.py").hardlink_to(_write(tmp_path, "x = 1\n", "real.py"))
    with pytest.raises(Unreadable, match="is a hard link"):
        read_code(tmp_path / "net.py", "net")


def test_a_folder_named_like_the_file_is_refused(tmp_path):
    """A folder in the file's place is refused."""
    (tmp_path / "net.py").mkdir()
    with pytest.raises(Unreadable, match="is a folder, not a file"):
        read_code(tmp_path / "net.py", "net")


def test_a_named_pipe_is_refused_at_once(tmp_path):
    """A pipe that nobody writes to does not keep the judge waiting."""
    os.mkfifo(tmp_path / "net.py")
    with pytest.raises(Unreadable, match="is not a regular file"):
        read_code(tmp_path / "net.py", "net")


def test_a_cell_that_is_too_large_is_left_out(tmp_path):
    """To read millions of statements would take gigabytes; the other cells are kept."""
    path = _write(tmp_path, "x = 1\n# %%\n" + "x;" * 150_000 + "\n# %%\ny = 2\n", "net.py")

    code = read_code(path, "net")

    assert [cell.source.split()[-1] for cell in code.cells] == ["1", "2"]
    assert code.problems == ("net.py: was left out: no more than 250 KB of code are read",)
