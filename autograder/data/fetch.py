"""Fetching the original files of an image data set from its mirrors."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from autograder.data.dataset import title
from autograder.data.folders import cache_unwritable, fetched_folder
from autograder.data.upstream import ORIGINALS
from autograder.errors import KitError
from autograder.i18n import _

_CHUNK_BYTES = 64 * 1024

# pooch wants `total`, `update(n)`, `reset()` and `close()` of what is made
MakeBar = Callable[[str], Any]


def fetch(name: str, bar: MakeBar | None = None) -> Path:
    """Download the missing original files of a data set into the cache.

    Each file is taken from the first mirror that serves it with the right checksum.

    Parameters
    ----------
    name : str
        One of :data:`ORIGINALS`.
    bar : callable, optional
        Makes the progress bar of a file, given its name; pooch drives it.

    Returns
    -------
    Path
        The folder that holds the files.

    Raises
    ------
    KitError
        If the data set is not one to fetch, no mirror serves a file, or the cache cannot be
        written to.
    """
    if name not in ORIGINALS:
        raise KitError(
            _("{name} cannot be downloaded; available: {known}.").format(
                name=name, known=", ".join(ORIGINALS)
            )
        )
    folder = fetched_folder(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cache_unwritable(error) from error
    for part in ORIGINALS[name].compressed:
        _fetch_file(name, f"{part}.gz", folder, bar)
    return folder


def _fetch_file(name: str, file: str, folder: Path, bar: MakeBar | None) -> None:
    import pooch

    pooch.get_logger().setLevel("ERROR")  # it would write of each file between our own lines
    refusals = []
    for mirror in ORIGINALS[name].mirrors:
        downloader = pooch.HTTPDownloader(
            progressbar=bar(file) if bar else False, chunk_size=_CHUNK_BYTES
        )
        try:
            pooch.retrieve(
                url=mirror + file,
                known_hash=f"sha256:{ORIGINALS[name].checksums[file]}",
                fname=file,
                path=folder,
                downloader=downloader,
            )
        except (OSError, ValueError) as error:
            refusals.append(f"{mirror} ({_reason(error)})")
        else:
            return
    raise KitError(
        _(
            "{file} of {title} could not be downloaded. Tried: {refusals}. Check the "
            "network connection and try again."
        ).format(file=file, title=title(name), refusals="; ".join(refusals))
    )


def _reason(error: Exception) -> str:
    """Describe briefly why a mirror failed."""
    from requests import HTTPError, RequestException, Timeout

    if isinstance(error, HTTPError) and error.response is not None:
        return _("responded with status {status}").format(status=error.response.status_code)
    if isinstance(error, Timeout):
        return _("did not respond in time")
    if isinstance(error, RequestException):
        return _("the connection failed")
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return _("served a file with a wrong checksum")
