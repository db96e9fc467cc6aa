"""Code of a student who attacks the machine that grades it; it is never imported here."""

# ruff: noqa: D101, D103, PTH123, PTH208, SIM105

import ctypes
import gc
import json
import os
import resource
import signal
import socket
import struct
import sys
import threading
import time

import numpy as np

LIBC = ctypes.CDLL(None, use_errno=True)


def answer():
    return 42.0


def refused(action):
    """Tell how the system refuses an action; an empty string if it does not."""
    try:
        action()
    except OSError as error:
        return error.strerror or type(error).__name__
    return ""


def loop_deaf_to_signals():
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass


def loop_untied_from_parent():
    LIBC.prctl(1, 0, 0, 0, 0)
    while True:
        pass


def loop_in_c():
    return len(str(7 ** (10**8)))


def take_memory():
    return np.ones(1_000_000_000).size


def take_memory_outside_the_limit():
    return refused(lambda: os.memfd_create("hoard"))


def fork():
    return refused(os.fork)


def thread():
    results = []
    worker = threading.Thread(target=lambda: results.append(answer()))
    worker.start()
    worker.join()
    return results


def exit_at_once():
    os._exit(0)


def crash():
    ctypes.string_at(0)


def recurse():
    return recurse()


def read(path):
    return refused(lambda: open(path, "rb").read(1))


def list_folder(path):
    return refused(lambda: os.listdir(path))


def write(path):
    return refused(lambda: open(path, "ab").close())


def fill(path):
    def action():
        for number in range(40):
            with open(f"{path}/{number}", "wb") as file:
                file.write(bytes(10 << 20))

    return refused(action)


def environment():
    return dict(os.environ)


def connect(port):
    return refused(lambda: socket.socket().connect(("127.0.0.1", port)))


def kill_parent():
    return refused(lambda: os.kill(os.getppid() or 1, signal.SIGKILL))


def starve(process):
    return refused(lambda: resource.prlimit(process, resource.RLIMIT_CPU, (0, 0)))


def become_root():
    return refused(lambda: os.setresuid(0, 0, 0))


def users():
    return [*os.getresuid(), *os.getresgid(), *os.getgroups()]


def is_open(number):
    return not refused(lambda: os.fstat(number))


def open_descriptors():
    return [number for number in range(256) if is_open(number)]


def flood_descriptor():
    while True:
        os.write(1, b"x" * (1 << 20))


def flood_print():
    for _ in range(50):
        print("y" * (1 << 20))
    return answer()


def change(array):
    array[:] = -1.0
    return answer()


def write_at(number):
    return refused(lambda: os.pwrite(number, b"x", 0))


def write_to_descriptors():
    return [write_at(number) for number in range(3, 256)]


class Liar(np.ndarray):
    def __eq__(self, other):
        return np.ones(self.shape, bool)

    def __array_ufunc__(self, *arguments, **keywords):
        return np.True_

    def __array_function__(self, *arguments):
        return True

    def __reduce__(self):
        return os.system, ("true",)


class LyingFloat(float):
    def __eq__(self, other):
        return True

    __hash__ = None


class Anything:
    def __eq__(self, other):
        return True

    def __array__(self, *arguments, **keywords):
        return np.array(7.0)

    def __float__(self):
        return 1.0

    __hash__ = None


def lie(kind):
    cycle = []
    cycle.append(cycle)
    return {
        "ndarray": np.zeros(3).view(Liar),
        "float": LyingFloat(1.5),
        "object": Anything(),
        "objects": np.array([Anything(), 1], object),
        "broadcast": np.broadcast_to(np.float64(0), (10**6, 10**6)),
        "records": np.zeros(2, [("a", "f8")]),
        "dates": np.array(["2020"], "M8[D]"),
        "cycle": cycle,
        "integer": 10**5000,
        "generator": (number for number in range(3)),
        "bytes": b"abc",
        "set": {1, 2},
        "list": [0.5] * 2_000_000,
    }[kind]


def request():
    """Find the judge's request in the worker's own memory."""
    for thing in gc.get_objects():
        if type(thing) is dict and thing.get("op") == "call" and "id" in thing:
            return thing
    return None


def frame(header, body=b"", body_length=None, magic=b"nn01"):
    length = len(body) if body_length is None else body_length
    return struct.pack("<4sIQ", magic, len(header), length) + header + body


def reply(value, identity=None):
    return json.dumps({"id": identity or request()["id"], "value": value}).encode()


def pipes():
    """Find the ends of the judge's pipes in the frames above: requests, replies."""
    frame = sys._getframe()
    while "channel" not in frame.f_locals:
        frame = frame.f_back
    channel = frame.f_locals["channel"]
    return channel._requests, channel._replies


def forge(kind):
    _, replies = pipes()
    frames = {
        "own answer": lambda: frame(reply(9.75)),
        "other id": lambda: frame(reply(9.75, "0" * 16)),
        "huge body": lambda: frame(b"{}", body_length=1 << 40),
        "huge header": lambda: struct.pack("<4sIQ", b"nn01", 0xFFFFFFFF, 0),
        "bad magic": lambda: frame(reply(9.75), magic=b"NOPE"),
        "object dtype": lambda: frame(reply(["a", "|O", [1]]), bytes(8)),
        "overflow": lambda: frame(reply(["a", "<f8", [2**40, 2**40]]), bytes(8)),
        "negative": lambda: frame(reply(["a", "<f8", [-1]]), bytes(8)),
        "left over": lambda: frame(reply(1.0), bytes(8)),
        "deep": lambda: frame(b"[" * 200_000),
        "digits": lambda: frame(b"1" * 500_000),
        "garbage": lambda: os.urandom(4096),
    }
    os.write(replies, frames[kind]())
    return -1.0


def drip():
    _, replies = pipes()
    for byte in frame(reply(9.75)):
        os.write(replies, bytes([byte]))
        time.sleep(0.1)


def close_pipes():
    for descriptor in pipes():
        os.close(descriptor)
    return answer()


def stop_reading():
    os.readv = lambda *arguments: time.sleep(1000)
    return answer()


def patch_numpy():
    np.allclose = np.array_equal = lambda *arguments, **keywords: True
    return bool(np.allclose(0, 1))
