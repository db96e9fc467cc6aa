"""What a command costs: seconds, CPU of all processes that it starts, and memory.

Linux only. The kernel adds up what processes used when their parents wait for them. Processes whose
parents are gone come to this one.
"""

import contextlib
import ctypes
import os
import platform
import resource
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# as the kit sets for its own processes: two that each take all cores get in each other's way
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "OMP", "MKL")}

_PR_SET_CHILD_SUBREAPER = 36
_SECONDS_BETWEEN_LOOKS = 0.1


@dataclass(frozen=True)
class Cost:
    """Wall-clock seconds, CPU seconds, and megabytes: of the command itself, and of all."""

    seconds: float
    cpu: float
    own_mb: float
    all_mb: float


def measured(
    command: Sequence[str | Path], cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Cost:
    """Run a command to its end; it must succeed."""
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    others = _children(os.getpid())
    before, start = _cpu(), time.perf_counter()
    with subprocess.Popen(
        command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        watch = _Watch(process.pid)
        output, _ = process.communicate()
    seconds = time.perf_counter() - start
    watch.stop()
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}:\n{output[-3000:]}")
    while left := _children(os.getpid()) - others:
        for pid in left:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)
    return Cost(seconds, _cpu() - before, watch.own_mb, watch.all_mb)


def machine() -> str:
    """Describe the machine in words."""
    info = Path("/proc/cpuinfo").read_text()
    names = {line.partition(":")[2].strip() for line in info.splitlines() if "model name" in line}
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    load = os.getloadavg()[0]
    return (
        f"{cores} cores of {', '.join(names) or platform.machine()}, {total:.0f} GB of memory, "
        f"Linux {platform.release().split('-')[0]}, Python {platform.python_version()}; "
        f"load when it began: {load:.1f}"
    )


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Watch:
    """Looks at a process and its descendants while it runs; keeps the highest figures."""

    def __init__(self, root: int) -> None:
        self.own_mb = 0.0
        self.all_mb = 0.0
        self._root = root
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._stopped.wait(_SECONDS_BETWEEN_LOOKS):
            family = list(_family(self._root))
            self.own_mb = max(self.own_mb, _megabytes(self._root, "VmHWM"))
            self.all_mb = max(self.all_mb, sum(_megabytes(pid, "Pss") for pid in family))


def _family(root: int) -> Iterator[int]:
    yield root
    for child in _children(root):
        yield from _family(child)


def _children(pid: int) -> set[int]:
    found: set[int] = set()
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            found.update(map(int, (thread / "children").read_text().split()))
    return found


def _megabytes(pid: int, field: str) -> float:
    """Read a field of the kernel's account; pages that processes share are divided in Pss."""
    source = "smaps_rollup" if field == "Pss" else "status"
    with contextlib.suppress(OSError, StopIteration):
        lines = Path(f"/proc/{pid}/{source}").read_text().splitlines()
        return int(next(line for line in lines if line.startswith(field)).split()[1]) / 1024
    return 0.0
