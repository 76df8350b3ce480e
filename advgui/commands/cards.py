"""A network's card for people and for programs."""

from typing import Any

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
    }
    return "\n".join([title, *(f"  {name:10}{text}" for name, text in rows.items() if text)])


def _share(value: float | None, of: str) -> str:
    return "" if value is None else f"{value:.2%} {of}"
