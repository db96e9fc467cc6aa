"""A student's folder, a kernel that runs in it, and what cells of it show."""

import os
import shutil
from pathlib import Path

import pytest
from jupyter_client.manager import KernelManager

from autograder.build.generators import generated
from autograder.course.root import find_course

TINY_COURSE = Path(__file__).parents[1] / "tiny_course"
SECONDS = 120


class Cells:
    """Runs cells in a kernel, one after the other."""

    def __init__(self, manager, client):
        self.manager = manager
        self.client = client

    def run(self, source):
        """Run a cell; return its outputs as a notebook stores them."""
        return self.outputs(self.client.execute(source))

    def outputs(self, message_id):
        """Return the outputs of a cell that was sent, when it has ended."""
        outputs = []
        while True:
            message = self.client.get_iopub_msg(timeout=SECONDS)
            if message["parent_header"].get("msg_id") != message_id:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "status" and content["execution_state"] == "idle":
                return outputs
            if kind not in ("status", "execute_input"):
                outputs.append((kind, content))

    def wait_for(self, message_id, kind):
        """Wait until a cell has sent a message of this kind."""
        while True:
            message = self.client.get_iopub_msg(timeout=SECONDS)
            if (message["parent_header"].get("msg_id"), message["msg_type"]) == (message_id, kind):
                return message["content"]


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Build the tiny course's assignment once."""
    folder = tmp_path_factory.mktemp("built") / "01_doubling"
    folder.mkdir()
    for name, content in generated(find_course(TINY_COURSE).assignment("01_doubling")).items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def folder(built, tmp_path):
    """Give a student's folder of its own."""
    return Path(shutil.copytree(built, tmp_path / built.name))


@pytest.fixture(scope="module")
def kernel(built, tmp_path_factory):
    """Start a kernel in a student's folder, as a front end of Jupyter does."""
    folder = Path(shutil.copytree(built, tmp_path_factory.mktemp("kernel") / built.name))
    home = tmp_path_factory.mktemp("home")
    manager = KernelManager(kernel_name="python3")
    environment = {**os.environ, "HOME": str(home), "AUTOGRADER_LANG": "en"}
    manager.start_kernel(cwd=str(folder), env=environment)
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=SECONDS)
        yield Cells(manager, client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
