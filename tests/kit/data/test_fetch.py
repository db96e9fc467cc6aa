"""Fetching from mirrors: a server of our own on this machine plays them."""

import dataclasses
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from autograder.data import fetch as fetching
from autograder.data import load, upstream
from autograder.data.fetch import fetch
from autograder.errors import KitError


class _Mirrors(ThreadingHTTPServer):
    """Serves ``/good/FILE``, ``/wrong/FILE`` (other bytes), and 404 for all else."""

    def __init__(self, files):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages = {f"/good/{name}": content for name, content in files.items()}
        self.pages |= {f"/wrong/{name}": b"<html>sorry</html>" for name in files}
        self.requested = []

    def url(self, folder):
        return f"http://127.0.0.1:{self.server_port}/{folder}/"


class _Handler(BaseHTTPRequestHandler):
    server: _Mirrors

    def do_GET(self):
        self.server.requested.append(self.path)
        content = self.server.pages.get(self.path)
        self.send_response(404 if content is None else 200)
        self.send_header("Content-Length", str(len(content or b"")))
        self.end_headers()
        self.wfile.write(content or b"")

    def log_message(self, *args):
        """Keep quiet."""


@pytest.fixture
def server(mnist_files, monkeypatch):
    """Serve the small MNIST on this machine."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with _Mirrors(mnist_files) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def mirrors(server, monkeypatch):
    """Let folders of the server be the mirrors of MNIST, in this order."""

    def be(*folders):
        urls = tuple(map(server.url, folders))
        changed = dataclasses.replace(upstream.ORIGINALS["mnist"], mirrors=urls)
        monkeypatch.setitem(upstream.ORIGINALS, "mnist", changed)

    return be


@pytest.mark.parametrize("first", ["missing", "wrong"])
def test_the_next_mirror_serves_what_the_first_does_not(mirrors, mnist_files, first):
    """A mirror without the file, or with other bytes under its name, is passed over."""
    mirrors(first, "good")

    folder = fetch("mnist")

    assert {file.name for file in folder.iterdir()} == {f"{part}.gz" for part in upstream.PARTS}
    assert (folder / "t10k-labels-idx1-ubyte.gz").read_bytes() == mnist_files[
        "t10k-labels-idx1-ubyte.gz"
    ]


def test_what_was_fetched_is_loaded(mirrors):
    """After a fetch no stand-in is needed any more."""
    mirrors("good")
    fetch("mnist")

    data = load("mnist", stand_in="digits")

    assert (data.name, len(data.y_test)) == ("mnist", 20)


def test_a_wrong_checksum_is_refused_and_leaves_no_file(mirrors, server, cache):
    """Where no mirror has the original bytes, nothing is kept, and the sentence says why."""
    mirrors("missing", "wrong")

    with pytest.raises(KitError) as refusal:
        fetch("mnist")

    assert f"{server.url('missing')} (responded with status 404)" in str(refusal.value)
    assert f"{server.url('wrong')} (served a file with a wrong checksum)" in str(refusal.value)
    assert list((cache / "originals" / "mnist").iterdir()) == []


def test_a_mirror_that_cannot_be_reached_is_named(mirrors, server, monkeypatch):
    """Without a connection the sentence says so, in words."""
    mirrors("good")
    monkeypatch.setattr(server, "server_port", 9)
    mirrors("good")

    with pytest.raises(KitError, match=r"127\.0\.0\.1:9/good/ \(the connection failed\)"):
        fetch("mnist")


def test_what_is_there_is_not_fetched_again(mirrors, server):
    """A second fetch finds all files intact and asks no mirror."""
    mirrors("good")
    fetch("mnist")
    server.requested.clear()

    fetch("mnist")

    assert server.requested == []


def test_a_damaged_file_is_replaced(mirrors, server, mnist_files):
    """A second fetch replaces a file whose bytes are wrong, and only that."""
    mirrors("good")
    file = fetch("mnist") / "t10k-labels-idx1-ubyte.gz"
    file.write_bytes(b"damaged")
    server.requested.clear()

    fetch("mnist")

    assert file.read_bytes() == mnist_files[file.name]
    assert server.requested == [f"/good/{file.name}"]


def test_the_bar_reaches_the_size_of_each_file(mirrors, mnist_files):
    """The bar of each file learns the total, and ends there."""
    mirrors("good")
    bars = {}

    fetch("mnist", lambda name: bars.setdefault(name, _Bar()))

    assert {name: (bar.total, bar.done) for name, bar in bars.items()} == {
        f"{part}.gz": (len(mnist_files[f"{part}.gz"]),) * 2 for part in upstream.PARTS
    }


class _Bar:
    total = 0
    done = 0

    def update(self, n):
        self.done += n

    def reset(self):
        self.done = 0

    def close(self):
        pass


def test_the_command_draws_a_bar_for_each_file(mirrors, run, monkeypatch):
    """At a terminal each file has a bar that is full in the end, on the error stream."""
    mirrors("good")
    monkeypatch.setenv("FORCE_COLOR", "1")

    status, printed, drawn = run("data", "fetch", "mnist")

    assert status == 0
    assert printed.startswith("MNIST is complete: ")
    assert {part for part in upstream.PARTS if f"{part}.gz" in drawn} == set(upstream.PARTS)


def test_the_command_draws_nothing_into_a_file(mirrors, run):
    """Away from a terminal only the folder is printed."""
    mirrors("good")

    status, _, drawn = run("data", "fetch", "mnist")

    assert (status, drawn) == (0, "")


@pytest.mark.parametrize("name", ["digits", "minst"])
def test_there_is_nothing_to_fetch_for_others(name):
    """A data set that comes with scikit-learn, or none, is answered with those to fetch."""
    with pytest.raises(KitError, match=f"{name} cannot be downloaded.*: mnist, fashion_mnist"):
        fetch(name)


def test_a_cache_that_is_not_writable_is_named(tmp_path, monkeypatch):
    """The sentence names the folder and the variable to set, before anything is downloaded."""
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "file"))
    monkeypatch.setattr(fetching, "_fetch_file", None)

    with pytest.raises(KitError, match=r"file is not writable \(.+\).*set AUTOGRADER_CACHE"):
        fetch("mnist")


@pytest.mark.parametrize("name", ["mnist", "fashion_mnist"])
def test_each_set_has_two_mirrors_and_four_files(name):
    """One mirror may be away, and every part is checked against a SHA-256."""
    published = upstream.ORIGINALS[name]

    assert len(set(published.mirrors)) >= 2
    assert set(published.compressed) == set(upstream.PARTS)
    assert {len(digest) for digest in published.checksums.values()} == {64}
