"""A network's card for people and for programs."""

from typing import Any

from advgui.core.card import Card
from advgui.core.network import Network


def card_json(network: Network) -> dict[str, Any]:
    """The card as plain values, with the network's name."""
    return {"name": network.name, "output": network.output, **network.card.as_dict()}


def card_words(network: Network) -> str:
    """The card in a few lines; what it does not tell is left out."""
    card = network.card
    title = network.name if card.title in ("", network.name) else f"{network.name}: {card.title}"
    rows = {
        "Layers": card.architecture,
        "Weights": f"{card.parameters:,}" if card.parameters else "",
        "Training": card.training,
        "Data": card.data,
        "Seed": "" if card.seed is None else str(card.seed),
        "Time": "" if card.seconds is None else f"{card.seconds:.0f} s",
        "MNIST": _share(card.mnist, "of the test images are read correctly"),
        "Pen": _share(card.pen, f"of {card.pen_data or 'pen digits'} are read correctly"),
        "Fooled": _fooled(card),
        "About": card.about,
    }
    return "\n".join([title, *(f"  {name:10}{text}" for name, text in rows.items() if text)])


def _fooled(card: Card) -> str:
    if card.fooled is None:
        return ""
    mean = "" if card.l2 is None else f", at a mean L2 of {card.l2:.3f}"
    return f"{card.fooled:.1%} of {card.l2_data or 'the images'}{mean}"


def _share(value: float | None, of: str) -> str:
    return "" if value is None else f"{value:.2%} {of}"
