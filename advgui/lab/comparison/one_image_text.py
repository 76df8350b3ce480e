"""What the Compare page says: of the drawing, of an attack's image, and of every network."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, assert_never

from advgui.core.nn.card import Card
from advgui.core.nn.network import Network, Reading
from advgui.lab.attack.phrases import counted, digit_words, percent, size
from advgui.lab.comparison.one_image import Compared, Made, Subject, Tally, Transfer, tally

NOTHING_DRAWN: Final = "Draw a digit, and every network reads it here at once."
THEN: Final = "Then attack it: the adversarial image is shown to every network, too."
NOTHING_MADE: Final = "Attack the drawing to see which other networks the same image fools."
EARLIER: Final = "The adversarial image is of an earlier drawing. Attack again to compare."
HINT: Final = "A click on a network chooses it, for the bars and the next attack."
READING: Final = "The networks are reading…"


def title_of(network: Network) -> str:
    """What people call a network."""
    return network.title


def figures(card: Card) -> str:
    """How well a network reads, as short as it can be said."""
    known = ((card.mnist, "MNIST"), (card.pen, "pen"))
    parts = [f"{percent(share)} {what}" for share, what in known if share is not None]
    return " · ".join(parts)


def drawing_words(rows: Sequence[Compared]) -> str:
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


def drawing_line(rows: Sequence[Compared]) -> str:
    """The same beside the drawing, in a few words."""
    labels = _labels(rows)
    if not labels:
        return ""
    (first, most), *_ = labels
    return f"{most} of {sum(number for _, number in labels)} read {first}"


def _labels(rows: Sequence[Compared]) -> list[tuple[int, int]]:
    """The digits that are read in the drawing, and by how many, the most frequent one first."""
    return Counter(row.drawing.label for row in rows if row.drawing is not None).most_common()


def headline(subject: Subject, rows: Sequence[Compared]) -> str:
    """The one sentence of the page."""
    made = subject.made
    if subject.drawing is None:
        return NOTHING_DRAWN
    if made is None:
        return NOTHING_MADE
    if subject.outdated:
        return EARLIER
    if not rows:
        return READING
    return f"{_made_words(made)} {_fools(tally(rows), running=made.running)}"


def _made_words(made: Made) -> str:
    toward = f"away from {made.label}" if made.goal is None else f"toward {made.goal}"
    vain = "" if made.fooled or made.running else " in vain"
    return f"Made against {title_of(made.against)} {toward}{vain}:"


def _fools(found: Tally, *, running: bool) -> str:
    if not found.others:
        return "no other network can read it."
    so_far = " so far" if running else ""
    return f"fools {found.fooled} of {counted(found.others, 'other')}{so_far}."


def details(subject: Subject, rows: Sequence[Compared]) -> str:
    """What stands below the headline: how the others are fooled, or how they read."""
    made = subject.made
    if subject.drawing is None:
        return THEN
    if made is None or subject.outdated:
        return drawing_words(rows)
    found, parts = tally(rows), []
    if found.fooled and made.goal is not None:
        parts.append(f"{found.toward} toward {made.goal}, {found.astray} into another digit")
    if found.unmoved:
        parts.append(f"{found.unmoved} not fooled")
    if found.misread:
        verb = "does" if found.misread == 1 else "do"
        parts.append(f"{found.misread} {verb} not read {digit_words(made.label)} to begin with")
    said = "; ".join(parts)
    return f"{said}." if said else ""


def made_lines(subject: Subject) -> tuple[str, str]:
    """What stands beside the adversarial image."""
    made = subject.made
    if made is None:
        return "", ""
    if subject.outdated:
        return "of an earlier drawing", ""
    toward = "any other digit" if made.goal is None else f"toward {made.goal}"
    return toward, f"{size(made.l2)} · step {made.step:,}"


def verdict_words(verdict: Transfer, made: Made) -> str:
    """What the image does to one network, in a word or two."""
    match verdict:
        case "fooled":
            return "fooled"
        case "wrong class":
            return "other digit"
        case "not fooled" | "already":
            return "not fooled"
        case "misread":
            return f"not {made.label} before"
        case never:
            assert_never(never)


def row_words(title: str, row: Compared | None, problem: str) -> str:
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
    made = row.subject.made
    if row.verdict is not None and made is not None:
        said.append(verdict_words(row.verdict, made))
    if row.attacked:
        said.append("the network that was attacked")
    return ", ".join(said)


def _reading(reading: Reading) -> str:
    return f"{reading.label}, {percent(reading.confidences[reading.label])}"
