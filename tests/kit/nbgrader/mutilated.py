"""What students do to notebooks, and what each such notebook of the tiny course deserves.

Each function gets the solved notebook and the folder that is handed in; its docstring says what
the student did.
"""
# ruff: noqa: D401

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

import nbformat

FILE = "doubling.ipynb"
FULL = {"check-double": 2.0, "check-Growth": 3.0}
NONE = {"check-double": 0.0, "check-Growth": 0.0}
HALF = {"check-double": 2.0, "check-Growth": 0.0}
OTHER_HALF = {"check-double": 0.0, "check-Growth": 3.0}
STUB = 'raise NotImplementedError("double: not written yet")'

Write = Callable[[Any, Path], None]


class Mutilation(NamedTuple):
    """A mutilated notebook, the points it is worth, and a part of what its student is told."""

    write: Write
    points: dict[str, float]
    says: str


MUTILATIONS: dict[str, Mutilation] = {}


def deserves(points: dict[str, float], says: str = "") -> Callable[[Write], Write]:
    """Enter a function in the list."""

    def enter(write: Write) -> Write:
        MUTILATIONS[write.__name__] = Mutilation(write, points, says)
        return write

    return enter


def cell(notebook: Any, name: str) -> Any:
    """Return the cell with a grade_id."""
    named = (c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name)
    return next(named)


def save(notebook: Any, folder: Path, name: str = FILE) -> None:
    """Write a notebook without asking whether it is valid."""
    (folder / name).write_text(json.dumps(notebook), encoding="utf-8")


def code(source: str) -> Any:
    """Return a code cell as a student adds it."""
    return nbformat.v4.new_code_cell(source)


def unanswer(target: Any) -> None:
    """Put the stub back into the cell of `double`."""
    answer = target.source.index("### BEGIN SOLUTION")
    target.source = f"{target.source[:answer]}{STUB}"


@deserves(FULL)
def untouched_but_for_the_answers(notebook: Any, folder: Path) -> None:
    """As it should be."""
    save(notebook, folder)


@deserves(FULL, "There are 2 cells of `double`")
def copied_cell(notebook: Any, folder: Path) -> None:
    """A solution cell is copied, with its marks."""
    notebook.cells.append(deepcopy(cell(notebook, "double")))
    save(notebook, folder)


@deserves(FULL, "There are 2 cells of `double`")
def copied_before_it_was_answered(notebook: Any, folder: Path) -> None:
    """The copy of a solution cell is still blank."""
    copy = deepcopy(cell(notebook, "double"))
    unanswer(copy)
    notebook.cells.append(copy)
    save(notebook, folder)


@deserves(FULL, "The test cell `check-double` was changed or deleted")
def deleted_test_cell(notebook: Any, folder: Path) -> None:
    """A test cell is gone."""
    notebook.cells.remove(cell(notebook, "check-double"))
    save(notebook, folder)


@deserves(OTHER_HALF, "The cell of `double` is missing")
def deleted_solution_cell(notebook: Any, folder: Path) -> None:
    """A solution cell is gone; the other task, which needs it, is answered by the reference."""
    notebook.cells.remove(cell(notebook, "double"))
    save(notebook, folder)


@deserves(NONE, "The test cell `check-double` was changed or deleted")
def edited_test_cells(notebook: Any, folder: Path) -> None:
    """The tests are replaced by the points; nothing is right."""
    cell(notebook, "check-double").source = "2.0"
    cell(notebook, "check-Growth").source = "3.0"
    cell(notebook, "double").source = "def double(x):\n    return x"
    cell(notebook, "Growth").source = "class Growth:\n    pass"
    save(notebook, folder)


@deserves(FULL, "The metadata of the cell `check-double` was changed")
def flipped_marks(notebook: Any, folder: Path) -> None:
    """Test cells claim to be answers worth a hundred points, answers to be tests."""
    cell(notebook, "check-double").metadata.nbgrader.update(
        {"solution": True, "locked": False, "points": 100}
    )
    cell(notebook, "Growth").metadata.nbgrader.update({"solution": False, "grade": True})
    save(notebook, folder)


@deserves(FULL)
def marks_of_another_age(notebook: Any, folder: Path) -> None:
    """The marks have a version that nbgrader does not know, and keys that it refuses."""
    cell(notebook, "double").metadata.nbgrader.update({"schema_version": 99, "mine": 1})
    del cell(notebook, "Growth").metadata.nbgrader["schema_version"]
    save(notebook, folder)


@deserves(FULL, "`double` was found in cell")
def lost_marks(notebook: Any, folder: Path) -> None:
    """A tool has thrown all metadata and cell ids away."""
    for each in notebook.cells:
        each.metadata.clear()
        del each["id"]
    save(notebook, folder)


@deserves(FULL)
def lost_marks_but_not_ids(notebook: Any, folder: Path) -> None:
    """A tool has thrown the metadata away."""
    for each in notebook.cells:
        each.metadata.clear()
    save(notebook, folder)


@deserves(FULL, "Untitled.ipynb was read")
def renamed(notebook: Any, folder: Path) -> None:
    """The notebook has another name."""
    save(notebook, folder, "Untitled.ipynb")


@deserves(FULL, "doubling-Copy1.ipynb was read")
def solved_in_a_second_notebook(notebook: Any, folder: Path) -> None:
    """The notebook with the right name is as it was handed out."""
    save(notebook, folder, "doubling-Copy1.ipynb")
    for name in ("double", "Growth"):
        notebook.cells.remove(cell(notebook, name))
    save(notebook, folder)


@deserves(FULL, "Only doubling.ipynb was read, not the other notebooks")
def second_notebook_beside(notebook: Any, folder: Path) -> None:
    """There is another notebook next to the right one."""
    save(notebook, folder)
    save(nbformat.v4.new_notebook(cells=[code("1 / 0")]), folder, "experiments.ipynb")


@deserves(FULL, "The notebook has format 3")
def older_format(notebook: Any, folder: Path) -> None:
    """The notebook is written in nbformat 3."""
    save(nbformat.convert(notebook, 3), folder)


@deserves(FULL, "`Growth` was found in cell")
def merged_cells(notebook: Any, folder: Path) -> None:
    """All cells from the first answer on are merged into one."""
    first = notebook.cells.index(cell(notebook, "double"))
    merged = [each.source for each in notebook.cells[first:] if each.cell_type == "code"]
    cell(notebook, "double").source = "\n\n".join(merged)
    del notebook.cells[first + 1 :]
    save(notebook, folder)


@deserves(FULL, "There are 2 cells of `double`")
def split_cell(notebook: Any, folder: Path) -> None:
    """A solution cell is split; both halves keep its marks."""
    first = cell(notebook, "double")
    second = deepcopy(first)
    first.source = "def twice(x):\n    return np.add(x, x)"
    second.source = "def double(x):\n    return twice(x)"
    notebook.cells.insert(notebook.cells.index(first) + 1, second)
    save(notebook, folder)


@deserves(FULL, "50 MB of outputs were left out")
def outputs_of_50_megabytes(notebook: Any, folder: Path) -> None:
    """A plot too many."""
    text = "iVBORw0KGgo" * (50_000_000 // 11)
    output = {"output_type": "display_data", "data": {"image/png": text}, "metadata": {}}
    cell(notebook, "double").outputs = [output]
    save(notebook, folder)


@deserves(FULL)
def from_colab(notebook: Any, folder: Path) -> None:
    """Colab writes an older format, moves the ids into the metadata, and adds its own."""
    ran = {"status": "ok", "timestamp": 1700000000000, "user_tz": -540, "elapsed": 188}
    for each in notebook.cells:
        each.metadata["id"] = each.pop("id")
        each.metadata["colab"] = {"base_uri": "https://localhost:8080/", "height": 51}
        each.metadata["outputId"] = "28b07730-954d-4958-f35a-8c84d69cd588"
        each.metadata["executionInfo"] = {**ran, "user": {"displayName": "Kim", "userId": "0123"}}
    badge = nbformat.v4.new_markdown_cell("<a href='https://colab.research.google.com'>Open</a>")
    badge.metadata.update({"id": "view-in-github", "colab_type": "text"})
    del badge["id"]
    notebook.cells.insert(0, badge)
    kernel = {"name": "python3", "display_name": "Python 3"}
    notebook.metadata.clear()
    notebook.metadata.update({"colab": {"provenance": [], "toc_visible": True}})
    notebook.metadata.update({"kernelspec": kernel, "language_info": {"name": "python"}})
    notebook.metadata.update({"accelerator": "GPU", "gpuClass": "standard"})
    notebook.nbformat_minor = 0
    save(notebook, folder)


@deserves(FULL)
def worked_on_colab(notebook: Any, folder: Path) -> None:
    """A form, installed packages, the drive and an upload: what only Colab has."""
    added = [
        '#@title Preparations { display-mode: "form" }\neta = 0.1 #@param {type: "number"}',
        "!pip install -q numpy\n%pip install scipy\n%matplotlib inline",
        "from google.colab import drive\ndrive.mount('/content/drive')\n%cd /content/drive/MyDrive",
        "from google.colab import files\nuploaded = files.upload()",
        "%load_ext google.colab.data_table\n!nvidia-smi",
    ]
    notebook.cells[1:1] = [code(source) for source in added]
    from_colab(notebook, folder)


@deserves(FULL)
def from_vs_code(notebook: Any, folder: Path) -> None:
    """VS Code keeps the ids, notes its interpreter, and has given new cells none."""
    notebook.metadata.update({"orig_nbformat": 4, "vscode": {"interpreter": {"hash": "b1677b44"}}})
    added = code("double(2)")
    del added["id"]
    notebook.cells.append(added)
    save(notebook, folder)


@deserves(FULL, "not valid Python")
def cell_of_another_language_in_vs_code(notebook: Any, folder: Path) -> None:
    """A cell was switched to the shell's language, of which only the metadata tell."""
    added = code("pip install numpy")
    added.metadata["vscode"] = {"languageId": "shellscript"}
    notebook.cells.insert(1, added)
    from_vs_code(notebook, folder)


@deserves(FULL, "`double` was found in cell")
def solved_below(notebook: Any, folder: Path) -> None:
    """The answer is in a cell at the end; the given one is as it was."""
    notebook.cells.append(code(cell(notebook, "double").source))
    unanswer(cell(notebook, "double"))
    save(notebook, folder)


@deserves(FULL, "`double` was found in cell")
def solved_above(notebook: Any, folder: Path) -> None:
    """The answer is in a cell before the given one, whose stub would undo it."""
    given = cell(notebook, "double")
    notebook.cells.insert(2, code(given.source))
    unanswer(given)
    save(notebook, folder)


@deserves(FULL, "The metadata of the cell `double` was changed")
def answer_as_text(notebook: Any, folder: Path) -> None:
    """A solution cell has become one of text."""
    target = cell(notebook, "double")
    target.cell_type = "markdown"
    del target["outputs"], target["execution_count"]
    save(notebook, folder)


@deserves(FULL, "Your code raises an exception while it is being loaded: ZeroDivisionError")
def own_cell_that_raises(notebook: Any, folder: Path) -> None:
    """A cell of the student's own raises an exception."""
    notebook.cells.insert(3, code("print('trying')\n1 / 0"))
    save(notebook, folder)


@deserves(FULL, "This took too long while your code was being loaded")
def own_cell_that_never_ends(notebook: Any, folder: Path) -> None:
    """A cell of the student's own never ends, and another defines what an answer needs."""
    notebook.cells.insert(3, code("while True:\n    pass"))
    notebook.cells.insert(3, code("def twice(x):\n    return np.add(x, x)"))
    target = cell(notebook, "double")
    target.source = target.source.replace("np.add(x, x)", "twice(x)")
    save(notebook, folder)


@deserves(FULL, "Your code ended the process while it was being loaded")
def own_cell_that_exits(notebook: Any, folder: Path) -> None:
    """A cell of the student's own ends the process."""
    notebook.cells.append(code("import os\nos._exit(0)"))
    save(notebook, folder)


@deserves(FULL)
def magics_and_shell(notebook: Any, folder: Path) -> None:
    """Magics, a shell escape and IPython's own functions."""
    lines = [
        "%matplotlib inline",
        "!touch escaped.txt",
        "display(double(1))",
        "get_ipython().run('x')",
    ]
    notebook.cells.append(code("\n".join(lines)))
    save(notebook, folder)


@deserves(FULL)
def text_with_a_script(notebook: Any, folder: Path) -> None:
    """Text with HTML that would act in the reader's browser, and a picture that is not there."""
    text = "<script>document.title = 'mine'</script> ![gone](attachment:gone.png)"
    notebook.cells.append(nbformat.v4.new_markdown_cell(text))
    save(notebook, folder)


@deserves(HALF, "not valid Python")
def invalid_answer(notebook: Any, folder: Path) -> None:
    """An answer is not Python."""
    cell(notebook, "Growth").source += "\n    def broken(:"
    save(notebook, folder)


@deserves(FULL)
def numbers_that_json_does_not_have(notebook: Any, folder: Path) -> None:
    """An output holds NaN, which Python writes into JSON."""
    output = {"output_type": "display_data", "data": {"application/json": float("nan")}}
    cell(notebook, "double").outputs = [{**output, "metadata": {}}]
    save(notebook, folder)


@deserves(NONE, "doubling.ipynb: is not a notebook")
def cut_short(notebook: Any, folder: Path) -> None:
    """The upload broke off."""
    text = json.dumps(notebook)
    (folder / FILE).write_text(text[: len(text) // 2], encoding="utf-8")


@deserves(NONE, "doubling.ipynb: is not a notebook")
def empty_file(notebook: Any, folder: Path) -> None:
    """A file without a byte."""
    (folder / FILE).touch()


@deserves(NONE, "is a link")
def link_to_the_instructors_notebook(notebook: Any, folder: Path) -> None:
    """A link to what holds the solutions."""
    (folder / FILE).symlink_to("../../../source/01_doubling/doubling.ipynb")


@deserves(NONE, "None of the cells belongs to this notebook")
def notebook_of_another_course(notebook: Any, folder: Path) -> None:
    """Not the notebook of this assignment at all."""
    save(nbformat.v4.new_notebook(cells=[code("print('hello')")]), folder)


@deserves(FULL, "doubling.py was read")
def script_instead(notebook: Any, folder: Path) -> None:
    """A script in the notebook's place."""
    parts = [each.source for each in notebook.cells if each.cell_type == "code"]
    (folder / "doubling.py").write_text("\n\n# %%\n".join(parts), encoding="utf-8")


@deserves(NONE, "doubling.ipynb is missing, and softmax.ipynb contains no answer to its tasks.")
def notebook_of_another_assignment(notebook: Any, folder: Path) -> None:
    """The next assignment's notebook, under its own name."""
    save(nbformat.v4.new_notebook(cells=[code("def softmax(z): ...")]), folder, "softmax.ipynb")


@deserves(NONE, "doubling.ipynb is missing; submit it under this name.")
def nothing_at_all(notebook: Any, folder: Path) -> None:
    """An empty folder."""
