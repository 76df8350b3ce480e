"""What the Compare page says: of the drawing, of an attack's image, and of every network."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, assert_never

from advgui.core.nn.card import Card
from advgui.core.nn.network import Reading
from advgui.lab.attack.phrases import counted, digit_words, percent, size
from advgui.lab.comparison.readings import (
    AdversarialExample,
    ComparedImages,
    NetworkReadings,
    TransferCounts,
    TransferVerdict,
    count_transfers,
)

NOTHING_DRAWN: Final = "Draw a digit, and every network reads it here at once."
THEN: Final = "Then attack it: the adversarial image is shown to every network, too."
NOTHING_MADE: Final = "Attack the drawing to see which other networks the same image fools."
EARLIER: Final = "The adversarial image is of an earlier drawing. Attack again to compare."
HINT: Final = "A click on a network chooses it, for the bars and the next attack."
ALONE: Final = "Each row is a network alone, without the defence."
READING: Final = "The networks are reading…"


def figures(card: Card) -> str:
    """How well a network reads, as short as it can be said."""
    known = ((card.mnist, "MNIST"), (card.pen, "pen"))
    parts = [f"{percent(share)} {what}" for share, what in known if share is not None]
    return " · ".join(parts)


def drawing_words(rows: Sequence[NetworkReadings]) -> str:
    """How far the networks agree about the drawing."""
    labels = _labels(rows)
    if not labels:
        return READING
    (first, most), rest = labels[0], labels[1:]
    if not rest:
        return f"Every network reads the drawing as {first}."
    others = ", ".join(f"{number} as {label}" for label, number in rest)
    networks = counted(sum(number for _, number in labels), "network")
    return f"{most} of {networks} read the drawing as {first}, {others}."


def drawing_line(rows: Sequence[NetworkReadings]) -> str:
    """The same beside the drawing, in a few words."""
    labels = _labels(rows)
    if not labels:
        return ""
    (first, most), *_ = labels
    return f"{most} of {sum(number for _, number in labels)} read {first}"


def _labels(rows: Sequence[NetworkReadings]) -> list[tuple[int, int]]:
    """The digits that are read in the drawing, and by how many, the most frequent one first."""
    return Counter(row.drawing.label for row in rows if row.drawing is not None).most_common()


def headline(images: ComparedImages, rows: Sequence[NetworkReadings]) -> str:
    """The one sentence of the page."""
    example = images.example
    if images.drawing is None:
        return NOTHING_DRAWN
    if example is None:
        return NOTHING_MADE
    if images.outdated:
        return EARLIER
    if not rows:
        return READING
    return f"{_made_words(example)} {_fools(count_transfers(rows), running=example.running)}"


def _made_words(example: AdversarialExample) -> str:
    toward = f"away from {example.label}" if example.goal is None else f"toward {example.goal}"
    vain = "" if example.fooled or example.running else " in vain"
    return f"Made against {example.against.title} {toward}{vain}:"


def _fools(found: TransferCounts, *, running: bool) -> str:
    if not found.others:
        return "no other network can read it."
    so_far = " so far" if running else ""
    return f"fools {found.fooled} of {counted(found.others, 'other')}{so_far}."


def details(images: ComparedImages, rows: Sequence[NetworkReadings]) -> str:
    """What stands below the headline: how the others are fooled, or how they read."""
    example = images.example
    if images.drawing is None:
        return THEN
    if example is None or images.outdated:
        return drawing_words(rows)
    found, parts = count_transfers(rows), []
    if found.fooled and example.goal is not None:
        parts.append(f"{found.at_goal} toward {example.goal}, {found.elsewhere} into another digit")
    if found.not_fooled:
        parts.append(f"{found.not_fooled} not fooled")
    if found.misread:
        verb = "does" if found.misread == 1 else "do"
        parts.append(f"{found.misread} {verb} not read {digit_words(example.label)} to begin with")
    said = "; ".join(parts)
    return f"{said}." if said else ""


def hint(images: ComparedImages) -> str:
    """What stands over the names of the networks."""
    return ALONE if images.defended else HINT


def example_lines(images: ComparedImages) -> tuple[str, str]:
    """What stands beside the adversarial image."""
    example = images.example
    if example is None:
        return "", ""
    if images.outdated:
        return "of an earlier drawing", ""
    toward = "any other digit" if example.goal is None else f"toward {example.goal}"
    return toward, f"{size(example.l2)} · step {example.step:,}"


def verdict_words(verdict: TransferVerdict, example: AdversarialExample) -> str:
    """What the image does to one network, in a word or two."""
    match verdict:
        case "fooled":
            return "fooled"
        case "wrong class":
            return "other digit"
        case "not fooled" | "already":
            return "not fooled"
        case "misread":
            return f"not {example.label} before"
        case never:
            assert_never(never)


def row_words(title: str, row: NetworkReadings | None, problem: str) -> str:
    """All that a row shows, for those who hear it."""
    if problem:
        return f"{title}: {problem}"
    if row is None:
        return f"{title}: not read yet"
    said = [title]
    if row.drawing is not None:
        said.append(f"the drawing: {_reading(row.drawing)}")
    if row.adversarial is not None:
        said.append(f"the adversarial image: {_reading(row.adversarial)}")
    example = row.images.example
    if row.verdict is not None and example is not None:
        said.append(verdict_words(row.verdict, example))
    if row.attacked:
        said.append("the network that was attacked")
    return ", ".join(said)


def drawing_cell(row: NetworkReadings | None) -> str:
    """What a network reads in the drawing, as a cell says it."""
    return _reading(row.drawing) if row is not None and row.drawing is not None else ""


def adversarial_cell(row: NetworkReadings | None) -> str:
    """What it reads in the adversarial image, and what that means."""
    if row is None or row.adversarial is None:
        return ""
    example, said = row.images.example, _reading(row.adversarial)
    if row.verdict is None or example is None:
        return said
    return f"{said}, {verdict_words(row.verdict, example)}"


def _reading(reading: Reading) -> str:
    return f"{reading.label}, {percent(reading.confidences[reading.label])}"
