"""A network's card in words and as plain values, for the commands and the window alike."""

from textwrap import fill
from typing import Any

from advgui.core.choices import choice_words
from advgui.core.defences import Defence
from advgui.core.defences.defended import defences_of
from advgui.core.language import in_sentence, numeral, tr
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network
from advgui.core.parameters import Value, parameter_table
from advgui.lab.attack.phrases import behind, percent

WIDTH = 72


def card_rows(card: Card) -> dict[str, str]:
    """What the card tells, by short names; what it does not tell is left out."""
    card = card.said
    rows = {
        tr("Layers"): card.architecture,
        tr("Weights"): numeral(card.parameters, ",") if card.parameters else "",
        tr("Training"): card.training,
        tr("Data"): card.data,
        tr("Seed"): "" if card.seed is None else str(card.seed),
        tr("Time"): _time(card.seconds),
        "MNIST": _read(card.mnist, tr("the test images")),
        tr("Pen"): _read(card.pen, card.pen_data or tr("pen digits")),
        tr("Fooled"): _fooled(card),
        tr("Unaware"): _read(card.unaware, card.unaware_data or tr("attacked images")),
        tr("Robust"): _read(card.robust, card.robust_data or tr("attacked images")),
        tr("Proven"): _proven(card),
        tr("About"): card.about,
    }
    return {name: text for name, text in rows.items() if text}


def card_tip(card: Card) -> str:
    """The whole card as lines that are short enough for a tip."""
    return "\n".join(
        fill(f"{name}: {text}", WIDTH, subsequent_indent="   ", break_on_hyphens=False)
        for name, text in card_rows(card).items()
    )


def card_json(network: Network) -> dict[str, Any]:
    """The card as plain values, with the network's name and what it stands behind."""
    stored = {"stored_name": network.stored_name} if network.stored_name else {}
    told = {**stored, **defences_json(network), "output": network.output}
    return {"name": network.name, **told, **network.card.as_dict()}


def defences_json(network: Network) -> dict[str, Any]:
    """What it stands behind as plain values; nothing where that is nothing."""
    defences = [defence.as_dict() for defence in defences_of(network)]
    return {"defences": defences} if defences else {}


def behind_words(network: Network) -> str:
    """What it stands behind, to be set after its name; empty where that is nothing."""
    defences = defences_of(network)
    return tr(" behind {defences}").format(defences=behind(defences)) if defences else ""


def defence_words(defence: Defence) -> str:
    """A defence with its parameters."""
    return f"{defence.title} ({settings_words(defence)})"


def settings_words(defence: Defence) -> str:
    """Its parameters by their titles."""
    rows = parameter_table(defence)
    return ", ".join(
        f"{in_sentence(row.title)} {_value(getattr(defence, row.name))}" for row in rows
    )


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return numeral(value, "g") if isinstance(value, float) else choice_words(str(value))


def card_words(network: Network) -> str:
    """The card in a few lines; what it does not tell is left out."""
    card = network.card.said
    title = network.name if card.title in ("", network.name) else f"{network.name}: {card.title}"
    chain = tr("; then ").join(map(defence_words, defences_of(network)))
    told = ({tr("Behind"): chain} if chain else {}) | card_rows(card)
    rows = [f"  {name:10}{text}" for name, text in told.items()]
    return "\n".join([title, *rows])


def in_use_words(network: Network) -> str:
    """Which network reads the drawing, and how it came about."""
    card = network.card.said
    words = tr("The network in use is “{network}”.")
    if card.training:
        words = tr("The network in use is “{network}”: {training}.")
    return words.format(network=network.title, training=card.training)


def _time(seconds: float | None) -> str:
    if seconds is None:
        return ""
    return numeral(seconds, ".0f" if seconds >= 10 else ".1f") + " s"


def _read(share: float | None, images: str) -> str:
    if share is None:
        return ""
    return tr("{share} of {images} are read correctly").format(
        share=percent(share, 2), images=images
    )


def _proven(card: Card) -> str:
    if card.proven is None:
        return ""
    return tr("{share} of {images} are proven to be").format(
        share=percent(card.proven, 2), images=card.proven_data or tr("images")
    )


def _fooled(card: Card) -> str:
    if card.fooled is None:
        return ""
    words = tr("{share} of {images}")
    if card.l2 is not None:
        words = tr("{share} of {images}, at a mean L2 of {l2:.3f}")
    images = card.l2_data or tr("the images")
    return words.format(share=percent(card.fooled), images=images, l2=card.l2)
