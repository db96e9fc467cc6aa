"""The kinds of wear: how the same right answer comes in from real students.

A kind is a set of files, the points that they deserve, and a part of what their student is told:
``""`` where nothing may be said, ``None`` where it does not matter.
"""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any, NamedTuple

from wear.work import Work, as_notebook, code, dump

ALL = ("folder", "file", "archive", "course", "nbgrader", "check")
WITHOUT_COURSE = ("folder", "file", "archive", "check")
FULL = 1.0
SCRIPT, NOTEBOOK = "logistic_regression.py", "logistic_regression.ipynb"

Files = dict[str, bytes]


class Kind(NamedTuple):
    """A kind of wear.

    Attributes
    ----------
    make : callable
        Gives the files of the submission, by their path in its folder.
    says : str or None
        Part of the remarks.
    share : float
        Share of all points that it deserves.
    doors : tuple of str
        By which it may come in.
    number : str
        Of the assignment.
    """

    make: Callable[[], Files]
    says: str | None = ""
    share: float = FULL
    doors: tuple[str, ...] = ALL
    number: str = "03"


KINDS: dict[str, Kind] = {}


def add(name: str, make: Callable[[], Files], says: str | None = "", **more: Any) -> None:
    """Enter a kind."""
    assert name not in KINDS, name
    KINDS[name] = Kind(make, says, **more)


def script(text: str, name: str = SCRIPT) -> Files:
    """Return a submission of one script."""
    return {name: text.encode()}


def notebook(content: Any, name: str = NOTEBOOK) -> Files:
    """Return a submission of one notebook."""
    return {name: dump(content)}


def in_all_shapes(name: str, work: Callable[[], Work], says: str | None = "", **more: Any) -> None:
    """Enter a kind as a script in cells, as one without, and as a notebook."""
    add(f"{name}_percent", lambda: script(work().percent()), says, **more)
    add(f"{name}_plain", lambda: script(work().plain()), says, **more)
    add(f"{name}_notebook", lambda: notebook(work().notebook()), says, **more)


def in_cells(name: str, work: Callable[[], Work], says: str | None = "", **more: Any) -> None:
    """Enter a kind as what nbconvert makes of a notebook, and as a notebook."""
    add(f"{name}_converted", lambda: script(work().converted()), says, **more)
    add(f"{name}_notebook", lambda: notebook(work().notebook()), says, **more)


# what stands above `import numpy as np`, and what is said of it
ABOVE: dict[str, tuple[str, str | None]] = {
    "matplotlib": ("import matplotlib.pyplot as plt", None),
    "pandas": ("import pandas as pd", "`pandas`"),
    "torch": ("import torch\nimport torch.nn as nn", "`torch`"),
    "tqdm": ("from tqdm.notebook import tqdm", None),
    "seaborn_theme": ("import seaborn as sns\nsns.set_theme()", None),
    "colab_drive": ("from google.colab import drive\ndrive.mount('/content/drive')", None),
    "keras": ("from tensorflow.keras.datasets import mnist", "`tensorflow`"),
    "relative_utils": ("from .utils import *", "utils"),
    "own_module_missing": ("from helpers_of_mine import draw_line", "helpers_of_mine"),
    "input": ("name = input('이름: ')", None),
    "input_number": ("epochs = int(input('epochs? '))", "line"),
    "display": ("display('start')", ""),
    "get_ipython": ("get_ipython().run_line_magic('matplotlib', 'inline')", ""),
    "python_2_print": ("print 'start'", "print"),
    "smart_quotes": ("print(“start”)", "line"),
    "unclosed": ("print('start'", "line"),
    "stray_words": ("과제 3 로지스틱 회귀", "line"),
    "bad_indent": ("x = 1\n  y = 2", "line"),
    "read_csv": ("import pandas as pd\ndata = pd.read_csv('iris.csv')", "`pandas`"),
    "own_file": ("rows = open('/content/drive/MyDrive/data.csv').readlines()", "line"),
    "chdir": ("import os\nos.chdir('/content/drive/MyDrive')", "line"),
    "exit": ("import sys\nif len(sys.argv) < 9:\n    sys.exit(1)", "exit"),
}
for _name, (_lines, _says) in ABOVE.items():
    in_all_shapes(f"above_{_name}", lambda lines=_lines: Work().above(lines), _says)
for _name, _lines in {
    "magic": "%matplotlib inline",
    "shell": "!pip install numpy",
    "autoreload": "%load_ext autoreload\n%autoreload 2",
    "help": "?np.clip",
    "assigned_shell": "files = !ls",
}.items():
    add(f"above_{_name}", lambda lines=_lines: notebook(Work().above(lines).notebook()), "")

# what stands below the answers, in cells of its own
BELOW: dict[str, tuple[tuple[str, ...], str | None]] = {
    "raises": (("print(1 / 0)",), "ZeroDivisionError"),
    "trains_long": (("import time\nfor epoch in range(200):\n    time.sleep(0.2)",), "s"),
    "never_ends": (("while True:\n    pass",), "s"),
    "calls_own_name": (("z = np.zeros(3)\nsigmoid = sigmoid(z)",), "`sigmoid`"),
    "unused_sum_is_a_number": (("sum = 0\nfor i in range(3):\n    sum = sum + i",), ""),
    "numpy_is_none": (("np = None",), "`np`"),
    "numpy_is_deleted": (("del np",), "`np`"),
    "len_is_a_number": (("len = 3",), "`len`"),
    "range_is_a_list": (("range = [1, 2, 3]",), "`range`"),
    "errors_raise": (("np.seterr(all='raise')",), None),
    "plots": (("import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",), None),
    "bad_syntax": (("for i in range(3)\n    print(i)",), "line"),
    "await": (("await something()",), "line"),
    "exits": (("exit()",), "exit"),
    "prints": (("for i in range(2000):\n    print(i, sigmoid(i))",), ""),
    "check_of_kit": (("from autograder import check\ncheck('sigmoid')",), ""),
    "loop_over_names": (("for w, b, y in [(1, 2, 3)]:\n    X = a = m = err = lam = y",), ""),
    "class_as_number": (("SingleLayer = 1\nbackprop = CEcost = None",), "`SingleLayer`"),
    "star_import": (("from numpy import *",), None),
}
for _name, (_cells, _says) in BELOW.items():
    in_cells(f"below_{_name}", lambda cells=_cells: Work().below(*cells), _says)
for _name in ("raises", "trains_long", "never_ends", "calls_own_name", "numpy_is_none", "exits"):
    _cells, _says = BELOW[_name]
    add(f"below_{_name}_plain", lambda cells=_cells: script(Work().below(*cells).plain()), _says)


def stub_below() -> Work:
    """Leave a copy of a stub below its answer."""
    work = Work()
    return work.below(work.stubs["sigmoid"])


def class_stub_below() -> Work:
    """Leave a copy of a class that is not written below the answer."""
    work = Work()
    return work.below(work.stubs["SingleLayer"])


def log_of_numpy() -> Work:
    """Use a name that is imported, and that a later cell makes a number."""
    work = Work().above("from numpy import log").edit("CEcost", "np.log", "log")
    return work.below("log = 3")


def constant() -> Work:
    """Use a constant that a later cell has another value of."""
    work = Work().above("LIMIT = 500.0").edit("sigmoid", "-500.0, 500.0", "-LIMIT, LIMIT")
    return work.below("LIMIT = 0.5")


def right_later() -> Work:
    """Write a wrong answer, and the right one in a cell below."""
    work = Work()
    right = work.answers["sigmoid"]
    return work.edit("sigmoid", "1.0 / ", "2.0 / ").below(right)


def sum_of_python() -> Work:
    """Use Python's own ``sum``, which a later cell makes a number."""
    work = Work().edit("l2_cost", "np.sum(w**2)", "float(sum(w**2)[0])")
    return work.below("sum = 0\nfor i in range(3):\n    sum += i")


in_cells("below_sum_is_a_number", sum_of_python, "`sum`")
in_cells("stub_below_the_answer", stub_below, "`sigmoid`")
in_cells("class_stub_below_the_answer", class_stub_below, "`SingleLayer`")
in_cells("below_log_is_a_number", log_of_numpy, "`log`")
in_cells("below_constant_changes", constant, "`LIMIT`")
in_cells("right_only_in_a_later_cell", right_later, "")


def _splits(work: Work) -> Work:
    """Move the body of an answer to a helper in another cell."""
    body = "1.0 / (1.0 + np.exp(-np.clip(z, -500.0, 500.0)))"
    work.edit("sigmoid", body, "_my_sigmoid(z)")
    return work.below(f"def _my_sigmoid(z):\n    return {body}")


in_cells("helper_in_a_later_cell", lambda: _splits(Work()))


def _style(name: str, change: Callable[[Work], Work], says: str | None = "", **more: Any) -> None:
    add(f"style_{name}", lambda: script(change(Work()).plain()), says, **more)
    add(f"style_{name}_notebook", lambda: notebook(change(Work()).notebook()), says, **more)


def _answer(task: str, source: str) -> Callable[[Work], Work]:
    def change(work: Work) -> Work:
        work.answers[task] = source
        return work

    return change


_SIGMOID = "1 / (1 + np.exp(-np.clip(z, -500, 500)))"
_style("lambda", _answer("sigmoid", f"sigmoid = lambda z: {_SIGMOID}"))
_style(
    "type_hints",
    _answer("sigmoid", f"def sigmoid(z: np.ndarray) -> np.ndarray:\n    return {_SIGMOID}"),
)
_style(
    "future_annotations",
    lambda work: _answer("sigmoid", f"def sigmoid(z: Array) -> Array:\n    return {_SIGMOID}")(
        work.above("from __future__ import annotations")
    ),
)
_style(
    "korean_docstring",
    _answer(
        "sigmoid",
        'def sigmoid(z):\n    """시그모이드 함수: 0과 1 사이의 값을 반환한다."""\n'
        f"    return {_SIGMOID}",
    ),
)
_style("prints", _answer("sigmoid", f"def sigmoid(z):\n    print('z =', z)\n    return {_SIGMOID}"))
_style(
    "display_in_function",
    _answer("sigmoid", f"def sigmoid(z):\n    display(z)\n    return {_SIGMOID}"),
)
_style(
    "nested_helper",
    _answer(
        "sigmoid",
        "def sigmoid(z):\n    def cut(v):\n        return np.clip(v, -500, 500)\n"
        "    return 1 / (1 + np.exp(-cut(z)))",
    ),
)
_style("tabs", _answer("sigmoid", f"def sigmoid(z):\n\treturn {_SIGMOID}"))
_style(
    "backslash",
    _answer(
        "sigmoid",
        "def sigmoid(z):\n    return 1 / \\\n        (1 + np.exp(-np.clip(z, -500, 500)))",
    ),
)
_style(
    "walrus_and_match",
    _answer(
        "sigmoid",
        "def sigmoid(z):\n    match (cut := np.clip(z, -500, 500)):\n        case _:\n"
        "            return 1 / (1 + np.exp(-cut))",
    ),
)
_style(
    "long_line",
    _answer("sigmoid", f"def sigmoid(z):\n    return {_SIGMOID}  # {'아주 긴 줄 ' * 2000}"),
)
_style(
    "decorator",
    lambda work: _answer(
        "sigmoid",
        "def logged(f):\n    import functools\n    @functools.wraps(f)\n    def inner(*a):\n"
        "        return f(*a)\n    return inner\n\n"
        f"@logged\ndef sigmoid(z):\n    return {_SIGMOID}",
    )(work),
)
_style(
    "vectorised",
    _answer(
        "sigmoid",
        "def sigmoid(z):\n    return 1 / (1 + np.exp(-max(-500.0, min(500.0, z))))\n\n"
        "sigmoid = np.vectorize(sigmoid, otypes=[float])",
    ),
)
_style(
    "scipy",
    lambda work: _answer("sigmoid", "sigmoid = expit")(
        work.above("from scipy.special import expit")
    ),
)
_style(
    "star_import",
    lambda work: _answer(
        "sigmoid", "def sigmoid(z):\n    return 1 / (1 + exp(-clip(z, -500, 500)))"
    )(work.above("from numpy import *")),
)
_style(
    "plain_numpy",
    lambda work: _answer(
        "sigmoid", "def sigmoid(z):\n    return 1 / (1 + numpy.exp(-numpy.clip(z, -500, 500)))"
    )(work.above("import numpy")),
)
_style(
    "global_constant",
    lambda work: work.above("LIMIT = 500").edit("sigmoid", "-500.0, 500.0", "-LIMIT, LIMIT"),
)
_style("seed", lambda work: work.above("import random\nrandom.seed(42)").below("np.random.seed(0)"))
_style("warnings", lambda work: work.above("import warnings\nwarnings.filterwarnings('error')"))
_style(
    "tqdm_in_function",
    lambda work: work.above("from tqdm import tqdm").edit(
        "SingleLayer", "in range(epochs)", "in tqdm(range(epochs), desc='fit')"
    ),
    None,
)
_style(
    "plot_in_function",
    lambda work: work.above("import matplotlib.pyplot as plt").edit(
        "SingleLayer",
        "self.b = self.b - b_grad",
        "self.b = self.b - b_grad\n        plt.plot(self.losses)\n        plt.show()",
    ),
    None,
)
_style(
    "more_methods",
    lambda work: work.edit(
        "SingleLayer",
        "    def predict",
        "    def summary(self):\n        return f'{self.w} {self.b}'\n\n    def predict",
    ),
)
_style(
    "main_guard",
    lambda work: work.below("if __name__ == '__main__':\n    while True:\n        pass"),
)
_style(
    "argparse",
    lambda work: work.below(
        "import argparse\nparser = argparse.ArgumentParser()\nparser.add_argument('data')\n"
        "args = parser.parse_args()"
    ),
    "exit",
)
_style(
    "dataclass",
    lambda work: work.above("from dataclasses import dataclass, field").edit(
        "LogisticNeuron", "class LogisticNeuron", "@dataclass\nclass LogisticNeuron"
    ),
)
_style("loads_three_seconds", lambda work: work.below("import time\ntime.sleep(3)"))
_style("form_feed", lambda work: work.below("\f\nprint('page')"))
_style("semicolons", _answer("sigmoid", f"def sigmoid(z):\n    y = {_SIGMOID}; return y;"))
_style(
    "uses_missing_package",
    lambda work: work.above("import pandas as pd").edit(
        "l2_cost", "return CEcost", "pd.DataFrame()\n    return CEcost"
    ),
    "`pandas`",
    share=24 / 25,
)


# files, as bytes
def _bytes(name: str, make: Callable[[str], bytes], says: str | None) -> None:
    add(f"bytes_{name}", lambda: {SCRIPT: make(_korean().percent())}, says)
    add(f"bytes_{name}_notebook", lambda: {NOTEBOOK: make(_korean_notebook())}, says)


def _korean() -> Work:
    return Work().above("# 로지스틱 회귀 과제입니다")


def _korean_notebook() -> str:
    work = Work().above("# 로지스틱 회귀 과제입니다")
    return dump(as_notebook([code(source) for _task, source in work.cells()])).decode()


_bytes("utf_8_bom", lambda text: text.encode("utf-8-sig"), "")
_bytes("utf_16", lambda text: text.encode("utf-16"), "UTF-16")
_bytes("utf_16_le_bom", lambda text: b"\xff\xfe" + text.encode("utf-16-le"), "UTF-16")
_bytes("utf_16_be_bom", lambda text: b"\xfe\xff" + text.encode("utf-16-be"), "UTF-16")
_bytes("cp949", lambda text: text.encode("cp949", "ignore"), "CP949")
_bytes("euc_kr", lambda text: text.encode("euc-kr", "ignore"), "CP949")
_bytes("crlf", lambda text: text.replace("\n", "\r\n").encode(), "")
_bytes("cr", lambda text: text.replace("\n", "\r").encode(), "")
_bytes("nul_at_the_end", lambda text: text.encode() + b"\0" * 4096, "NUL")
_bytes("blank_lines", lambda text: f"\n\n{text}\n\n\n".encode(), "")
add(
    "bytes_cookie_cp949",
    lambda: {SCRIPT: ("# -*- coding: cp949 -*-\n" + _korean().percent()).encode("cp949", "ignore")},
    "CP949",
)
add(
    "bytes_cookie_euc_kr",
    lambda: {SCRIPT: ("# coding=euc-kr\n" + _korean().plain()).encode("euc-kr", "ignore")},
    "EUC-KR",
)
add("bytes_cookie_utf_8", lambda: script("# -*- coding: utf-8 -*-\n" + _korean().plain()), "")
add(
    "bytes_cookie_latin_1",
    lambda: {
        SCRIPT: ("# -*- coding: latin-1 -*-\n# été\n" + Work().plain()).encode("latin-1", "ignore")
    },
    "LATIN-1",
)
add(
    "bytes_latin_1",
    lambda: {SCRIPT: ("# été à Noël\n" + Work().plain()).encode("latin-1", "ignore")},
    "UTF-8",
)

# notebooks
add("notebook_as_released", lambda: notebook(Work().notebook()), "")
add("notebook_of_ones_own", lambda: notebook(Work().bare()), None)


def _each(change: Callable[[dict[str, Any]], Any]) -> Files:
    content = Work().notebook()
    for cell in content["cells"]:
        change(cell)
    return notebook(content)


def _without_ids() -> Files:
    return _each(lambda cell: cell.pop("id", None))


def _same_ids() -> Files:
    return _each(lambda cell: cell.update(id="same"))


def _bare_cells() -> Files:
    return _each(lambda cell: (cell.pop("id", None), cell.update(metadata={})))


def _colab() -> Files:
    content = Work().notebook()
    for number, cell in enumerate(content["cells"]):
        cell["metadata"] = {
            **cell["metadata"],
            "id": f"Ab{number}Cd",
            "outputId": "x",
            "colab": {"base_uri": "https://localhost:8080/"},
        }
    content["metadata"] |= {"colab": {"provenance": []}, "accelerator": "GPU"}
    return notebook({**content, "nbformat_minor": 0})


def _vscode() -> Files:
    content = Work().notebook()
    for cell in content["cells"]:
        cell["metadata"] = {**cell["metadata"], "vscode": {"languageId": "python"}}
        if cell["cell_type"] == "code":
            cell["execution_count"] = 7
    return notebook(content)


def _kaggle() -> Files:
    content = Work().notebook()
    for cell in content["cells"]:
        cell["metadata"] = {
            **cell["metadata"],
            "_uuid": "8f2839f25d086af736a60e9eeb907d3b93b6e0e5",
            "execution": {"iopub.status.busy": "2026"},
            "trusted": True,
        }
    return notebook(content)


def _format_3() -> Files:
    cells = [
        {
            "cell_type": "code",
            "input": source,
            "language": "python",
            "outputs": [],
            "collapsed": False,
        }
        for _task, source in Work().cells()
    ]
    return notebook(
        {
            "nbformat": 3,
            "nbformat_minor": 0,
            "metadata": {"name": ""},
            "worksheets": [{"cells": cells}],
        }
    )


def _outputs(megabytes: int) -> Files:
    picture = {
        "output_type": "display_data",
        "data": {"image/png": "A" * 1_000_000},
        "metadata": {},
    }
    content = Work().notebook()
    content["cells"].append(code("print(1)", outputs=[picture] * megabytes))
    return notebook(content)


def _error_outputs() -> Files:
    said = {
        "output_type": "error",
        "ename": "NameError",
        "evalue": "x",
        "traceback": ['raise NotImplementedError("sigmoid: not written yet")'] * 40,
    }
    return _each(lambda cell: cell["cell_type"] == "code" and cell.update(outputs=[said]))


def _markdown_answer() -> Files:
    content = Work().notebook()
    cell = next(c for c in content["cells"] if c.get("id") == "sigmoid")
    cell["cell_type"] = "markdown"
    del cell["execution_count"], cell["outputs"]
    return notebook(content)


def _raw_answer() -> Files:
    content = Work().notebook()
    cell = next(c for c in content["cells"] if c.get("id") == "sigmoid")
    cell["cell_type"] = "raw"
    del cell["execution_count"], cell["outputs"]
    return notebook(content)


def _duplicated(at: int) -> Files:
    content = Work().notebook()
    position = next(n for n, c in enumerate(content["cells"]) if c.get("id") == "sigmoid")
    content["cells"].insert(position + at, dict(content["cells"][position]))
    return notebook(content)


def _merged() -> Files:
    content = Work().notebook()
    merged = "\n\n\n".join(source for _task, source in Work().cells())
    content["cells"] = [code(merged)]
    return notebook(content)


def _split_class() -> Files:
    """Write the class in one cell, and set a method in another."""
    work = Work()
    head, tail = work.answers["SingleLayer"].split("    def score", 1)
    work.answers["SingleLayer"] = head.rstrip()
    method = "def _score" + tail.replace("\n    ", "\n")
    work.below(f"{method}\n\nSingleLayer.score = _score")
    return notebook(work.notebook())


def _reordered() -> Files:
    content = Work().notebook()
    content["cells"].reverse()
    return notebook(content)


add("notebook_without_ids", _without_ids, "")
add("notebook_with_the_same_ids", _same_ids, "")
add("notebook_without_metadata", _bare_cells, None)
add("notebook_of_colab", _colab, "")
add("notebook_of_vs_code", _vscode, "")
add("notebook_of_kaggle", _kaggle, "")
add("notebook_of_format_3", _format_3, None)
add("notebook_of_format_4_0", lambda: notebook({**Work().notebook(), "nbformat_minor": 0}), "")
add("notebook_of_format_4_9", lambda: notebook({**Work().notebook(), "nbformat_minor": 9}), "")
add("notebook_with_19_mb_of_outputs", lambda: _outputs(19), "outputs")
add("notebook_with_old_errors", _error_outputs, "")
add("notebook_with_an_answer_in_markdown", _markdown_answer, "text cell")
add("notebook_with_a_raw_answer", _raw_answer, "text cell")
add("notebook_with_a_doubled_answer", lambda: _duplicated(1), None)
add("notebook_merged_to_one_cell", _merged, None)
add("notebook_with_a_split_class", _split_class, "")
add("notebook_in_reverse", _reordered, None)
add("notebook_named_py", lambda: {SCRIPT: dump(Work().notebook())}, "notebook")
add("script_named_ipynb", lambda: {NOTEBOOK: Work().percent().encode()}, "Python")
add("notebook_on_one_line", lambda: {NOTEBOOK: json.dumps(Work().notebook()).encode()}, "")
add(
    "notebook_as_text_lines",
    lambda: _each(lambda c: c.update(source="".join(c["source"]).splitlines(True))),
    "",
)
add("notebook_with_nan", lambda: _each(lambda c: c["metadata"].update(score=float("nan"))), "")
add(
    "html_named_ipynb",
    lambda: {NOTEBOOK: b"<!DOCTYPE html>\n<html><body>def sigmoid(z)</body></html>"},
    "web page",
    share=0,
)
add(
    "html_named_py",
    lambda: {SCRIPT: b"<!DOCTYPE html>\n<html><body>def sigmoid(z)</body></html>"},
    "web page",
    share=0,
)
add(
    "pdf_named_ipynb",
    lambda: {NOTEBOOK: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256))},
    "PDF",
    share=0,
)
add("empty_script", lambda: {SCRIPT: b""}, None, share=0)
add("untouched_stub", lambda: {SCRIPT: Work().untouched()[0]}, None, share=0)

# names
P, N = "logistic_regression", "logistic regression"
for _name in (
    *(f"{P} (1).py", f"{P}(2).py", f"{P}-1.py", f"{P}_1.py", f"{P} - Copy.py", f"Copy of {P}.py"),
    *(f"{P} 복사본.py", "김민수_과제1.py", "20261234_HW3.py", "main.py", "Logistic_Regression.py"),
    *(f"{P}.PY", f"{P.upper()}.PY", f"{P}.py.txt", f"{N}.py"),
    *("Untitled.ipynb", f"{P}-Copy1.ipynb", f"{P} (1).ipynb", f"{P}-1.ipynb"),
    *("김민수_과제1.ipynb", f"{P}.IPYNB", f"Copy_of_{P}.ipynb", f"{P}.ipynb.json"),
):
    _content = (
        (lambda: dump(Work().notebook()))
        if "ipynb" in _name.lower()
        else (lambda: Work().percent().encode())
    )
    add(
        f"named {_name}",
        lambda name=_name, content=_content: {name: content()},
        None if _name.lower() in (SCRIPT, NOTEBOOK) else "was read",
    )


def _beside(name: str, content: Callable[[], bytes], *others: str) -> Files:
    script_stub, notebook_stub = Work().untouched()
    stubs = {SCRIPT: script_stub, NOTEBOOK: notebook_stub}
    return {name: content(), **{other: stubs[other] for other in others}}


def _percent() -> bytes:
    return Work().percent().encode()


def _filled() -> bytes:
    return dump(Work().notebook())


def _wrong() -> bytes:
    return Work().edit("sigmoid", "1.0 / ", "2.0 / ").percent().encode()


add("final_beside_a_stub", lambda: _beside(f"{P}_final.py", _percent, SCRIPT), "was read")
add(
    "final_notebook_beside_a_stub",
    lambda: _beside(f"{P}_final.ipynb", _filled, NOTEBOOK),
    "was read",
)
add(
    "final_notebook_beside_both_stubs",
    lambda: _beside("final.ipynb", _filled, NOTEBOOK, SCRIPT),
    "was read",
)
add("script_beside_its_notebook_stub", lambda: _beside(SCRIPT, _percent, NOTEBOOK), None)
add("notebook_beside_its_script_stub", lambda: _beside(NOTEBOOK, _filled, SCRIPT), None)
add("both_done", lambda: {SCRIPT: _percent(), NOTEBOOK: _filled()}, None)
add(
    "numbered_series",
    lambda: {f"{P}.py": Work().untouched()[0], f"{P} (1).py": _wrong(), f"{P} (2).py": _percent()},
    "was read",
)
add(
    "numbered_series_of_canvas",
    lambda: {f"{P}-1.py": _wrong(), f"{P}-2.py": _percent()},
    "was read",
)
add(
    "other_scripts_beside",
    lambda: {"김민수.py": _percent(), "plot.py": b"import math\nprint(math.pi)\n"},
    "was read",
)
add(
    "checkpoint_beside",
    lambda: {
        NOTEBOOK: _filled(),
        f".ipynb_checkpoints/{P}-checkpoint.ipynb": Work().untouched()[1],
    },
    "",
)
add("macosx_beside", lambda: {SCRIPT: _percent(), f"__MACOSX/._{SCRIPT}": b"\0\5\x16\7"}, "")
add(
    "apple_double_beside",
    lambda: {SCRIPT: _percent(), f"._{SCRIPT}": b"\0\5\x16\7", ".DS_Store": b"\0"},
    "",
)
add("desktop_ini_beside", lambda: {SCRIPT: _percent(), "desktop.ini": b"x", "Thumbs.db": b"\0"}, "")
add("nested_folder", lambda: {f"hw/03/{SCRIPT}": _percent()}, None, doors=WITHOUT_COURSE)
add(
    "nested_folder_renamed",
    lambda: {f"과제 3/{P}_final.py": _percent()},
    None,
    doors=WITHOUT_COURSE,
)

# a module of one's own
_HELPER = b"import numpy as np\n\n\ndef clipped(z):\n    return np.clip(z, -500, 500)\n"


def _with_helper(first: str = "from myutils import clipped") -> Work:
    call = (
        "myutils.clipped(z)"
        if first.startswith("import myutils") and " as " not in first
        else "clipped(z)"
    )
    return Work().above(first).edit("sigmoid", "np.clip(z, -500.0, 500.0)", call)


add("helper_beside", lambda: {SCRIPT: _with_helper().percent().encode(), "myutils.py": _HELPER}, "")
add(
    "helper_beside_notebook",
    lambda: {NOTEBOOK: dump(_with_helper().notebook()), "myutils.py": _HELPER},
    "",
)
add(
    "helper_beside_plain",
    lambda: {SCRIPT: _with_helper("import myutils").plain().encode(), "myutils.py": _HELPER},
    "",
)
add(
    "helper_beside_star",
    lambda: {
        SCRIPT: _with_helper("from myutils import *").percent().encode(),
        "myutils.py": _HELPER,
    },
    "",
)
add(
    "helper_beside_relative",
    lambda: {
        SCRIPT: _with_helper("from .myutils import clipped").percent().encode(),
        "myutils.py": _HELPER,
    },
    "",
)
add(
    "helper_in_package",
    lambda: {
        SCRIPT: _with_helper("from tools.myutils import clipped").percent().encode(),
        "tools/myutils.py": _HELPER,
    },
    "",
)
add(
    "helper_of_helper",
    lambda: {
        SCRIPT: _with_helper().percent().encode(),
        "myutils.py": b"from deeper import clipped\n",
        "deeper.py": _HELPER,
    },
    "",
)
add(
    "helper_in_cp949",
    lambda: {
        SCRIPT: _with_helper().percent().encode(),
        "myutils.py": "# 도우미\n".encode("cp949") + _HELPER,
    },
    "",
)
add("numpy_py_beside", lambda: {SCRIPT: _percent(), "numpy.py": b"exp = None\n"}, None)
add("helper_missing", lambda: script(_with_helper().percent()), "myutils", share=23 / 25)


# archives: one submission, packed
def _zip(files: Files, **more: Any) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def _zip_cp949(name: str, data: bytes) -> bytes:
    packed = _zip({"\0" * len(name.encode("cp949")): data})
    return packed.replace(b"\0" * len(name.encode("cp949")), name.encode("cp949"))


ZIPPED: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "script": (lambda: _zip({SCRIPT: _percent()}), ""),
    "notebook": (lambda: _zip({NOTEBOOK: _filled()}), ""),
    "one_folder": (lambda: _zip({f"hw3/{SCRIPT}": _percent()}), ""),
    "macosx": (
        lambda: _zip({f"hw3/{SCRIPT}": _percent(), f"__MACOSX/hw3/._{SCRIPT}": b"\0\5"}),
        "",
    ),
    "renamed": (lambda: _zip({"hw3/main.py": _percent()}), "was read"),
    "korean_folder": (lambda: _zip({f"과제3/{SCRIPT}": _percent()}), ""),
    "upper_case": (lambda: _zip({f"{P}.PY": _percent()}), None),
    "renamed_notebook": (lambda: _zip({"김민수.ipynb": _filled()}), "was read"),
    "stub_and_final": (
        lambda: _zip({SCRIPT: Work().untouched()[0], f"{P}_final.py": _percent()}),
        "was read",
    ),
    "helper": (
        lambda: _zip({f"a/{SCRIPT}": _with_helper().percent().encode(), "a/myutils.py": _HELPER}),
        "",
    ),
}
for _name, (_pack, _says) in ZIPPED.items():
    add(
        f"zip_{_name}",
        lambda pack=_pack: {"submission.zip": pack()},
        _says,
        doors=("folder", "file"),
    )
add(
    "zip_named_module",
    lambda: {f"{P}.zip": _zip({SCRIPT: _percent()})},
    "",
    doors=("folder", "file"),
)
add(
    "zip_named_in_upper_case",
    lambda: {"HW3.ZIP": _zip({SCRIPT: _percent()})},
    "",
    doors=("folder", "file"),
)

# another assignment
for _name, _make in {
    "percent": lambda: {"softmax_classifier.py": Work("06").percent().encode()},
    "notebook": lambda: {"softmax_classifier.ipynb": dump(Work("06").notebook())},
    "pandas": lambda: {
        "softmax_classifier.py": Work("06").above("import pandas as pd").plain().encode()
    },
    "never_ends": lambda: {
        "softmax_classifier.ipynb": dump(Work("06").below("while True:\n    pass").notebook())
    },
}.items():
    add(f"assignment_06_{_name}", _make, None, number="06")
