"""Thresholds by data set: ``accuracy_mnist`` is what ``accuracy`` must reach on MNIST."""

from autograder.course.manifest import Manifest


def thresholds_on(manifest: Manifest, data: str) -> set[str]:
    """Name the thresholds that the checks look up when they run on a data set.

    Parameters
    ----------
    manifest : Manifest
        With thresholds that end in the name of a data set, whichever it is; others hold on every
        data set and are left out.
    data : str
        Name of the data set.
    """
    from autograder.data.recipes import RECIPES  # needs numpy, and is seldom asked for

    # the longest first: accuracy_fashion_mnist is not about MNIST
    endings = sorted((f"_{name}" for name in RECIPES), key=len, reverse=True)
    stems = {
        threshold.removesuffix(next(ending for ending in endings if threshold.endswith(ending)))
        for threshold in manifest.thresholds
        if threshold.endswith(tuple(endings))
    }
    return {f"{stem}_{data}" for stem in stems}
