"""What the Compare page says: of the drawing, of an attack's image, and of every network."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, assert_never

from advgui.core.language import tr
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

NOTHING_DRAWN: Final = tr("Draw a digit, and every network reads it here at once.")
THEN: Final = tr("Then attack it: the adversarial image is shown to every network, too.")
NOTHING_MADE: Final = tr("Attack the drawing to see which other networks the same image fools.")
EARLIER: Final = tr("The adversarial image is of an earlier drawing. Attack again to compare.")
HINT: Final = tr("A click on a network chooses it, for the bars and the next attack.")
ALONE: Final = tr("Each row is a network alone, without the defence.")
READING: Final = tr("The networks are reading…")


def figures(card: Card) -> str:
    """How well a network reads, as short as it can be said."""
    known = ((card.mnist, tr("{share} MNIST")), (card.pen, tr("{share} pen")))
    parts = [words.format(share=percent(share)) for share, words in known if share is not None]
    return " · ".join(parts)


def drawing_words(rows: Sequence[NetworkReadings]) -> str:
    """How far the networks agree about the drawing."""
    labels = _labels(rows)
    if not labels:
        return READING
    (first, most), rest = labels[0], labels[1:]
    if not rest:
        return tr("Every network reads the drawing as {label}.").format(label=first)
    as_label = tr("{number} as {label}")
    others = ", ".join(as_label.format(number=number, label=label) for label, number in rest)
    networks = counted(sum(number for _, number in labels), "network")
    return tr("{most} of {networks} read the drawing as {first}, {others}.").format(
        most=most, networks=networks, first=first, others=others
    )


def drawing_line(rows: Sequence[NetworkReadings]) -> str:
    """The same beside the drawing, in a few words."""
    labels = _labels(rows)
    if not labels:
        return ""
    (first, most), *_ = labels
    all_read = sum(number for _, number in labels)
    return tr("{most} of {all} read {label}").format(most=most, all=all_read, label=first)


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
    found = count_transfers(rows)
    return f"{_made_words(example)} {_fools(found, running=example.running)}"


def _made_words(example: AdversarialExample) -> str:
    toward = tr("away from {label}").format(label=example.label)
    if example.goal is not None:
        toward = tr("toward {goal}").format(goal=example.goal)
    words = tr("Made against {network} {toward} in vain:")
    if example.fooled or example.running:
        words = tr("Made against {network} {toward}:")
    return words.format(network=example.against.title, toward=toward)


def _fools(found: TransferCounts, *, running: bool) -> str:
    if not found.others:
        return tr("no other network can read it.")
    words = (
        tr("fools {fooled} of {others} so far.") if running else tr("fools {fooled} of {others}.")
    )
    return words.format(fooled=found.fooled, others=counted(found.others, "other"))


def details(images: ComparedImages, rows: Sequence[NetworkReadings]) -> str:
    """What stands below the headline: how the others are fooled, or how they read."""
    example = images.example
    if images.drawing is None:
        return THEN
    if example is None or images.outdated:
        return drawing_words(rows)
    found, parts = count_transfers(rows), []
    if found.fooled and example.goal is not None:
        words = tr("{count} toward {goal}, {elsewhere} into another digit")
        counts = {"count": found.at_goal, "elsewhere": found.elsewhere}
        parts.append(words.format(goal=example.goal, **counts))
    if found.not_fooled:
        parts.append(tr("{count} not fooled").format(count=found.not_fooled))
    if found.misread:
        words = tr("{count} do not read {digit} to begin with")
        if found.misread == 1:
            words = tr("{count} does not read {digit} to begin with")
        parts.append(words.format(count=found.misread, digit=digit_words(example.label)))
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
        return tr("of an earlier drawing"), ""
    toward = tr("any other digit")
    if example.goal is not None:
        toward = tr("toward {goal}").format(goal=example.goal)
    return toward, tr("{size} · step {step:,}").format(size=size(example.l2), step=example.step)


def verdict_words(verdict: TransferVerdict, example: AdversarialExample) -> str:
    """What the image does to one network, in a word or two."""
    match verdict:
        case "fooled":
            return tr("fooled")
        case "wrong class":
            return tr("other digit")
        case "not fooled" | "already":
            return tr("not fooled")
        case "misread":
            return tr("not {label} before").format(label=example.label)
        case never:
            assert_never(never)


def row_words(title: str, row: NetworkReadings | None, problem: str) -> str:
    """All that a row shows, for those who hear it."""
    if problem:
        return f"{title}: {problem}"
    if row is None:
        return tr("{title}: not read yet").format(title=title)
    said = [title]
    if row.drawing is not None:
        said.append(tr("the drawing: {reading}").format(reading=_reading(row.drawing)))
    if row.adversarial is not None:
        said.append(
            tr("the adversarial image: {reading}").format(reading=_reading(row.adversarial))
        )
    example = row.images.example
    if row.verdict is not None and example is not None:
        said.append(verdict_words(row.verdict, example))
    if row.attacked:
        said.append(tr("the network that was attacked"))
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
