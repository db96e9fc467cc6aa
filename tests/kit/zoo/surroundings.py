"""An instructor's machine in small: course, submissions, home, a process, a port, a socket."""

import hashlib
import os
import secrets
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

TINY_COURSE = Path(__file__).parents[1] / "tiny_course"
SHARED_FOLDERS = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))
# an attack that hangs costs the class 1 s a call
LIMITS = "[limits]\ncall_seconds = 1\nsubmission_seconds = 60\nmemory_mb = 512\n\n"
_LARGE = 10 << 20

Snapshot = dict[str, tuple[int, int, str]]


class Surroundings:
    """All that an attack could harm; everybody may read and write it, so only isolation helps."""

    def __init__(self) -> None:
        self._exits = ExitStack()
        self.root = Path(tempfile.mkdtemp(prefix="zoo-"))
        self._exits.callback(shutil.rmtree, self.root)
        self.course = self.root / "course"
        self.submitted = self.root / "submitted"
        self.out = self.root / "reports"
        self.home = self.root / "home"
        self.token = f"zoo-{secrets.token_hex(4)}"
        self._furnish()
        self.victim = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        self._exits.callback(self.victim.wait)
        self._exits.callback(self.victim.kill)
        self.port = self._exits.enter_context(socket.create_server(("127.0.0.1", 0)))
        self.service = self._exits.enter_context(socket.socket(socket.AF_UNIX))
        self.service.bind(str(self.root / "service"))
        self.service.listen()
        self.port.setblocking(False)
        self.service.setblocking(False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._exits.close()

    @property
    def known(self) -> dict[str, Any]:
        """What attackers are told: more than any student could find out."""
        return {
            "COURSE": str(self.course),
            "SUBMITTED": str(self.submitted),
            "OUT": str(self.out),
            "HOME": str(self.home),
            "VICTIM": self.victim.pid,
            "PORT": self.port.getsockname()[1],
            "SOCKET": str(self.root / "service"),
            "TOKEN": self.token,
        }

    def hand_in(self, student: str, text: str) -> None:
        """Put a submission where it is graded."""
        folder = self.submitted / student
        folder.mkdir(parents=True)
        (folder / "doubling.py").write_text(text, encoding="utf-8")

    def open_to_everybody(self) -> None:
        """Take all protection away that permissions give."""
        for path in [self.root, *self.root.rglob("*")]:
            if not path.is_symlink():
                path.chmod(0o777)

    def snapshot(self) -> Snapshot:
        """Describe every file outside the folder of the reports."""
        paths = [path for path in self.root.rglob("*") if not path.is_relative_to(self.out)]
        return {str(path): _description(path) for path in paths}

    def left_behind(self) -> list[Path]:
        """List files of attacks in the folders that everybody may write to."""
        return [path for folder in SHARED_FOLDERS for path in folder.glob(f"{self.token}*")]

    def visited(self) -> bool:
        """Tell whether anybody has connected to the port or the socket."""
        return _has_caller(self.port) or _has_caller(self.service)

    def _furnish(self) -> None:
        shutil.copytree(TINY_COURSE, self.course)
        manifest = self.course / "solutions" / "01_doubling" / "assignment.toml"
        text = manifest.read_text(encoding="utf-8")
        manifest.write_text(text.replace("[thresholds", LIMITS + "[thresholds"), encoding="utf-8")
        (self.course / ".autograder-secret").write_text("zoo", encoding="utf-8")
        self.home.mkdir()
        (self.home / "diary.txt").write_text("Dear diary", encoding="utf-8")


def _description(path: Path) -> tuple[int, int, str]:
    status = path.lstat()
    plain = stat.S_ISREG(status.st_mode)
    content = path.read_bytes() if plain and status.st_size < _LARGE else b""
    return status.st_mode, status.st_mtime_ns if plain else 0, hashlib.sha256(content).hexdigest()


def _has_caller(server: socket.socket) -> bool:
    try:
        caller, _address = server.accept()
    except BlockingIOError:
        return False
    caller.close()
    return True


def environment(surroundings: Surroundings, level: str) -> dict[str, str]:
    """Return the variables under which the instructor grades; one of them is a secret."""
    return {
        **os.environ,
        "HOME": str(surroundings.home),
        "AUTOGRADER_CACHE": str(surroundings.out / "cache"),
        "AUTOGRADER_LANG": "en",
        "AUTOGRADER_ISOLATION": level,
        "PYTHONUTF8": "1",
        "ZOO_PASSWORD": "hunter2",
    }
