"""``autograder verify``: check that assignments are ready for release."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import indent

import click

from autograder.authoring.summary import Summary
from autograder.authoring.verify import KINDS, QUICK, Options, verify_all
from autograder.build import check
from autograder.cli.options import course_option, lang_option
from autograder.course.root import Assignment, Course, find_course
from autograder.i18n import _


@click.command(
    help=_(
        "Check assignments before they are released: the model answer passes, every known "
        "misconception is caught and named, other correct solutions pass."
    )
)
@click.argument("names", nargs=-1, metavar="[ASSIGNMENT]...")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(list(KINDS)),
    help=_("Run only this kind of check; may be repeated.  [default: {kinds}]").format(
        kinds=", ".join(QUICK)
    ),
)
@click.option("--thorough", is_flag=True, help=_("Run all kinds of checks, the long ones too."))
@click.option(
    "--seeds",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help=_("Number of sets of random inputs for each misconception and variant."),
)
@click.option(
    "--update",
    is_flag=True,
    help=_("Write the points that each mistake earns into its file."),
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    metavar="N",
    help=_("Number of processes.  [default: one per core]"),
)
@click.option(
    "--figures",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=_("Write what was counted into a JSON file; other counts in it are kept."),
)
@click.option(
    "--kernels",
    is_flag=True,
    help=_(
        "Grade the mistakes as other processors would, and compare the points; with --thorough "
        "all kinds of checks but the mutants."
    ),
)
@course_option
@lang_option
def command(
    names: tuple[str, ...],
    course: Path | None,
    only: tuple[str, ...],
    thorough: bool,
    seeds: int,
    update: bool,
    jobs: int | None,
    figures: Path | None,
    kernels: bool,
) -> None:
    """Exit 0 if nothing is wrong, 1 if something is, 2 if it could not run."""
    opened = find_course(course)
    assignments = [opened.assignment(name) for name in names] or opened.assignments
    if kernels:
        sys.exit(1 if _print_kernels(opened, assignments, jobs, thorough=thorough) else 0)
    kinds = _kinds(only, thorough=thorough, update=update)
    options = Options(seeds, update)
    processes = min(jobs or len(os.sched_getaffinity(0)), len(kinds) * len(assignments))
    wrong = False
    for assignment, results in verify_all(assignments, kinds, options, processes):
        wrong |= _print(assignment, results)
        if figures is not None:
            _write(figures, assignment, results, seeds)
    stale = check(opened) if "release" in kinds else []
    for sentence in stale:
        click.echo(sentence)
    if stale:
        click.echo(_("assignments/ is out of date; run `autograder build`"))
    sys.exit(1 if wrong or stale else 0)


def _print_kernels(
    course: Course, assignments: Sequence[Assignment], jobs: int | None, *, thorough: bool
) -> bool:
    """Print what mistakes earn on other processors; return whether something differs."""
    from autograder.authoring.kernels import differences, grade_under, settings

    names = [assignment.name for assignment in assignments]
    chosen = settings(thorough=thorough)
    processes = jobs or len(os.sched_getaffinity(0))
    results = []
    for result in grade_under(course.root, names, chosen, thorough=thorough, jobs=processes):
        results.append(result)
        text = _("{setting}: {n} results, {seconds:.0f} s")
        if result.absent:
            text = _("{setting}: not compared, because {reason}")
        click.echo(
            text.format(
                setting=result.setting,
                n=len(result.earned),
                seconds=result.seconds,
                reason=result.absent,
            )
        )
    found = list(differences(results))
    for sentence in found or [_("Points are equal under all of them.")]:
        click.echo(sentence)
    return bool(found)


def _kinds(only: tuple[str, ...], *, thorough: bool, update: bool) -> list[str]:
    """Return the kinds of checks to run, in their order."""
    wanted = set(only) or (set(KINDS) if thorough else set(QUICK))
    if update:
        wanted.add("mistakes")
    return [kind for kind in KINDS if kind in wanted]


def _print(assignment: Assignment, results: Mapping[str, Summary]) -> bool:
    """Print the results of an assignment; return whether something is wrong."""
    findings = [sentence for result in results.values() for sentence in result.findings]
    click.echo(f"{'✘' if findings else '✔'} {assignment.name}")
    for kind, result in results.items():
        if any(result.figures.values()):
            click.echo(indent(_summary(kind).format(**result.figures), "    "))
    for sentence in findings:
        click.echo(indent(sentence, "    "))
    return bool(findings)


def _summary(kind: str) -> str:
    return {
        "misconceptions": _(
            "misconceptions: {planted}; caught {caught}, named {named}, misnamed {misnamed}"
        ),
        "variants": _("other correct solutions: {variants}; passed {passed}"),
        "mistakes": _("mistakes: {mistakes}; as expected {as_expected}"),
        "mutants": _(
            "mutants: {mutants}; killed {killed}, equivalent {equivalent}, surviving {surviving}"
        ),
    }[kind]


def _write(path: Path, assignment: Assignment, results: Mapping[str, Summary], seeds: int) -> None:
    """Put what was counted into a file of figures."""
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for kind, result in results.items():
        if result.figures:
            known.setdefault(kind, {})[assignment.name] = {**result.figures, "seeds": seeds}
    path.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", encoding="utf-8")
