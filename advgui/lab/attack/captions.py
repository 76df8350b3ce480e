"""The small words beside what is shown: below networks, bars, tiles and the strip."""

from collections.abc import Sequence
from typing import Final

from advgui.core.attacks.objective import NORMS
from advgui.core.images import LABELS
from advgui.core.language import as_title, tr
from advgui.core.lists import all_of
from advgui.core.nn.card import Card
from advgui.core.nn.network import Reading
from advgui.lab.attack.phrases import (
    aim_words,
    change,
    own_size,
    percent,
    raw_words,
    reads,
    running_words,
    short_size,
    stuck_in_short,
    threshold_words,
    verdict_words,
)
from advgui.lab.attack.view import EarlierGoals, View, lanes
from advgui.lab.runs.shown_run import ShownRun

SIGMOID_NOTE: Final = tr("Ten sigmoid activations: they need not sum to one.")
SOFTMAX_NOTE: Final = tr("A softmax: the ten confidences sum to one.")


def accuracy_words(card: Card, *, alone: bool = False) -> str:
    """How well a network reads, so far as measured; ``alone`` is without what it is behind."""
    figures = (
        (tr("{share} of MNIST's test set"), card.mnist),
        (tr("{share} of pen digits"), card.pen),
    )
    known = all_of([words.format(share=percent(share)) for words, share in figures if share])
    if not known:
        return tr("How well it reads was not measured.")
    return (tr("Alone reads {figures}.") if alone else tr("Reads {figures}.")).format(figures=known)


def bars_words(reading: Reading | None, step: int | None) -> str:
    """What the bars are about: the drawing, or the adversarial image of a step.

    So short that it never wraps: the bars below must not move.
    """
    if reading is None:
        return tr("Nothing drawn yet.")
    if step is None:
        return tr("Reads the drawing as {label}.").format(label=reading.label)
    return tr("Reads step {step:,} as {label}.").format(step=step, label=reading.label)


def tile_lines(shown: View) -> tuple[str, str, str, str]:
    """The lines of the original, the perturbation, the adversarial and the thresholded tile."""
    before, after, thresholded = shown.readings
    return (
        reads(before),
        change(shown.l2, shown.linf, shown.pixels if shown.norm == "l0" else None),
        reads(after),
        reads(thresholded),
    )


def pixel_words(pixel: tuple[int, int], values: Sequence[int | None]) -> str:
    """A pixel's row and column, and its value in the original, in the change, and after both.

    Values are of bytes, 0 to 255, of the four tiles; None where there is no image yet.
    """
    row, column = pixel
    original, change, adversarial, thresholded = values
    if original is None:
        return tr("Row {row}, column {column}.").format(row=row, column=column)
    if change is None:
        return tr("Row {row}, column {column}: original {original}.").format(
            row=row, column=column, original=original
        )
    sign = "\u2212" if change < 0 else "+"
    words = tr(
        "Row {row}, column {column}: original {original} {sign} {change} = "
        "adversarial {adversarial}, thresholded {thresholded}."
    )
    return words.format(
        row=row,
        column=column,
        original=original,
        sign=sign,
        change=abs(change),
        adversarial=adversarial,
        thresholded=thresholded,
    )


def verdict_line(shown: View) -> str:
    """What the step that is looked at means, with what the valid image lost, if anything.

    While the steps follow one another it says what this one is read as, and judges nothing.
    """
    if not shown.judged:
        label = shown.readings.after.label
        step, aim = running_words(shown.step, None), aim_words(shown.goal)
        return tr("{step} {aim} reads {label}").format(step=step, aim=aim, label=label)
    verdict = verdict_words(shown.verdict, shown.goal, shown.readings.after, shown.budget)
    if shown.stuck:
        verdict = stuck_in_short(shown.stuck)
    defence = threshold_words(*shown.readings)
    lost = raw_words(outside=shown.outside, raw_reached=shown.raw_reached, fooled=shown.fooled)
    known = tr("aware of the defence") if shown.aware else tr("not aware of the defence")
    behind = tr("behind the defence: {label}")
    parts = (
        as_title(verdict),
        tr("threshold: {outcome}").format(outcome=defence),
        "" if shown.aware is None else known,
        behind.format(label=shown.through.label) if shown.through else "",
        lost,
    )
    return " · ".join(part for part in parts if part)


def strip_lines(run: ShownRun, earlier: EarlierGoals | None = None) -> tuple[str, ...]:
    """How far each goal's image is changed, below it; empty where there is none.

    Of an earlier run that kept another norm small, that norm is told, too.
    """
    lines, norm = [""] * LABELS, run.request.attack.norm
    for goal, (_, _, _, known, other) in (earlier or {}).items():
        said = short_size if other == norm else own_size
        lines[goal] = said(other, known.distance).strip() if known.fooled else "\u2013"
    for goal, lane in zip(run.goals, lanes(run), strict=False):
        lines[goal] = short_size(norm, lane.distance) if lane.fooled else "\u2013"
    return tuple(lines)


def strip_norm(run: ShownRun) -> str:
    """What these are in; of a number of pixels nothing, which says so itself."""
    norm = run.request.attack.norm
    return "" if norm == "l0" else NORMS[norm]
