"""IPython 7, which Colab has: it keeps and counts the cells in another way."""

import linecache
import sys
from types import SimpleNamespace

import pytest

from autograder.notebook.ipython import cell_name
from autograder.sandbox.inprocess import Namespace

FILE = "/tmp/ipykernel_1/346881639.py"
SOURCE = "def double(x):\n    return unknown"


@pytest.fixture
def old_shell(monkeypatch):
    """Have a cell run by an IPython that stamps it with a time, and cannot tell its number."""
    lines = SOURCE.splitlines(keepends=True)
    entry = (len(SOURCE), 1795274872.9, lines, FILE)
    monkeypatch.setitem(linecache.cache, FILE, entry)
    monkeypatch.setattr(linecache, "_ipython_cache", {FILE: entry}, raising=False)
    history = SimpleNamespace(input_hist_parsed=["", "import numpy", SOURCE])
    shell = SimpleNamespace(history_manager=history, compile=object())
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))


@pytest.mark.usefixtures("old_shell")
def test_a_cell_is_found_and_named_as_the_notebook_counts_it():
    """A failure in it can be told by its number and its line."""
    found = Namespace({"__name__": "__main__"}, cell_name)
    assert found.labels[FILE] == "In[2]"
    assert SOURCE in [cell.source for cell in found.cells]
