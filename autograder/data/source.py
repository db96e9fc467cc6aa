"""What a report says about the data: kept as numbers, rendered in the reader's language."""

import msgspec

from autograder.i18n import _


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many samples of a whole were taken."""

    taken: int
    whole: int

    def __str__(self) -> str:
        if self.taken == self.whole:
            return f"{self.whole:,}"
        return _("{taken} of {whole}").format(taken=f"{self.taken:,}", whole=f"{self.whole:,}")


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data set, and how much of it was taken; ``test`` is None where it is not split."""

    name: str
    train: Share
    test: Share | None = None

    @property
    def stratified(self) -> bool:
        """Whether a part was taken, with the classes in the proportions of the whole."""
        return any(share.taken < share.whole for share in (self.train, self.test) if share)

    def __str__(self) -> str:
        if self.test is None:
            sentence = _("{title}, {train} samples")
        elif self.stratified:
            sentence = _("{title}, {train} training and {test} test samples, stratified")
        else:
            sentence = _("{title}, {train} training and {test} test samples")
        return sentence.format(title=title(self.name), train=self.train, test=self.test)


def title(name: str) -> str:
    """Return the name by which people know a data set."""
    return {
        "breast_cancer": _("Breast cancer (Wisconsin)"),
        "diabetes": _("Diabetes"),
        "digits": _("Digits (8×8)"),
        "mnist": "MNIST",
        "fashion_mnist": "Fashion-MNIST",
    }[name]
