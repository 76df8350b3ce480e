"""A network's card for people and for programs."""

from typing import Any

from advgui.core.nn.network import Network
from advgui.lab.networks.card_text import card_rows


def card_json(network: Network) -> dict[str, Any]:
    """The card as plain values, with the network's name."""
    stored = {"stored_name": network.stored_name} if network.stored_name else {}
    return {"name": network.name, **stored, "output": network.output, **network.card.as_dict()}


def card_words(network: Network) -> str:
    """The card in a few lines; what it does not tell is left out."""
    card = network.card
    title = network.name if card.title in ("", network.name) else f"{network.name}: {card.title}"
    rows = [f"  {name:10}{text}" for name, text in card_rows(card).items()]
    return "\n".join([title, *rows])
