"""What a student may put into an answer to win points, to see what is hidden, or to change grades.

The answers below are all wrong: honestly graded, none is worth a point. ``{course}`` stands for
the path of the nbgrader course, ``{kit}`` for that of the kit's: a cheat may know them.
"""

WRONG = """
def double(x):
    return 0 * np.asarray(x)


class Growth:
    def __init__(self, value=1.0):
        self.value = value

    def step(self, times=1):
        return 0 * np.asarray(self.value)
"""

CHEATS = {
    "comparison_that_does_nothing": """
import numpy.testing

numpy.testing.assert_allclose = lambda *arguments, **options: None
""",
    "builtins_that_lie": """
import builtins

builtins.abs = lambda x: 0
builtins.all = lambda values: True
np.allclose = lambda *arguments, **options: True
""",
    "asserts_taken_out_of_the_tests": """
import ast


class Remove(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.Pass()

    def visit_Expr(self, node):
        return ast.Pass()


get_ipython().ast_transformers.append(Remove())
""",
    "errors_that_are_not_shown": """
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell

InteractiveShell.showtraceback = lambda *arguments, **options: None
ExecutionResult.success = property(lambda self: True)
""",
    "array_that_equals_everything": """
class Equal(np.ndarray):
    def __array_function__(self, function, types, arguments, options):
        return True

    def __array_ufunc__(self, function, method, *inputs, **options):
        return np.full(self.shape, function.nin > 1)  # neither nan nor infinite, and all equal

    def __eq__(self, other):
        return np.True_


def double(x):
    return np.asarray(x).view(Equal)


class Growth:
    def __init__(self, value=1.0):
        self.value = value

    def step(self, times=1):
        return np.asarray(self.value).view(Equal)
""",
    "the_instructors_solution": """
import json

with open("{course}/source/01_doubling/doubling.ipynb") as file:
    for cell in json.load(file)["cells"]:
        if "np.add" in "".join(cell["source"]) or "self.value" in "".join(cell["source"]):
            exec("".join(cell["source"]))
""",
    "hidden_tests_into_the_feedback": """
import glob


def told():
    found = glob.glob("{kit}/tests/grading/**/*.py", recursive=True)
    texts = [open(path).read() for path in found]
    try:
        texts.append(get_ipython().user_ns["In"][-1])
    except Exception:
        pass
    return "\\n".join(texts)


def double(x):
    raise ValueError(told())
""",
    "own_score_into_the_gradebook": """
import sqlite3

with sqlite3.connect("{course}/gradebook.db") as book:
    book.execute("UPDATE grade SET manual_score = 2, extra_credit = 2")
    book.commit()
""",
    "own_score_later": """
import subprocess
import sys

program = (
    "import time, sqlite3; time.sleep(20); book = sqlite3.connect('{course}/gradebook.db'); "
    "book.execute('UPDATE grade SET manual_score = 2'); book.commit()"
)
subprocess.Popen([sys.executable, "-c", program], start_new_session=True)
""",
    "anothers_score_set_to_nothing": """
import sqlite3

with sqlite3.connect("{course}/gradebook.db") as book:
    book.execute("UPDATE grade SET manual_score = 0")
    book.commit()
""",
    "process_ended_with_success": """
import os

os._exit(0)
""",
    "result_on_standard_output": """
import os

os.write(1, b"2.0\\n")
print("2.0")
""",
}
