"""Fuzz one target with inputs that reach ever more of its code, for as long as wanted.

    pip install -c constraints.txt -e ".[dev,fuzz]"
    python tests/kit/fuzz/guided.py TARGET [--seconds N] [--keep FOLDER]

It ends with 0 when nothing was found. Otherwise the input lies in ``tests/kit/fuzz/found``, where
``pytest tests/kit/fuzz`` tries it from then on. ``--keep`` names a folder for the inputs that
reached something new: the next run starts from them.
"""

import argparse
import hashlib
import json
import os
import sys
import tempfile
from pathlib import Path

import atheris

sys.path.append(str(Path(__file__).parents[1]))
with atheris.instrument_imports(include=["autograder", "zipfile", "tomllib", "json"]):
    from fuzz.targets import FOUND, TARGETS, WORDS

_OPTIONS = ("-timeout=30", "-rss_limit_mb=4096", "-max_len=4096", "-print_final_stats=1")


def main() -> None:
    """Run until the time is over or something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    corpus = options.keep or Path(tempfile.mkdtemp(prefix="fuzz-"))
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in TARGETS[options.target].seeds:
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    words = corpus.with_suffix(".words")
    words.write_text("\n".join(json.dumps(word) for word in WORDS), encoding="ascii")
    prefix = f"-artifact_prefix={FOUND}{os.sep}{options.target}-"
    limit = f"-max_total_time={options.seconds}"
    atheris.Setup(
        [sys.argv[0], *_OPTIONS, prefix, limit, f"-dict={words}", str(corpus)],
        watch(options.target),
    )
    atheris.Fuzz()


def watch(name: str):
    """Return what fails on an input with which something is wrong."""
    target = TARGETS[name]

    def check(data: bytes) -> None:
        assert not (wrong := target.wrong_with(data)), wrong

    return check


if __name__ == "__main__":
    main()
