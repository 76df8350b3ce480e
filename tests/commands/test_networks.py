from dataclasses import fields

from advgui.core.nn.card import Card
from advgui.core.zoo import SHIPPED, load_shipped
from tests.commands.conftest import Run


def test_networks_lists_every_shipped_network_with_its_card(run: Run) -> None:
    told = run("networks", "--json").json
    assert told["default"] in SHIPPED
    assert [network["name"] for network in told["networks"]] == list(SHIPPED)
    for network in told["networks"]:
        card = load_shipped(network["name"]).card
        assert {name: network[name] for name in card.as_dict()} == card.as_dict()
        assert {field.name for field in fields(Card)} < set(network)


def test_people_are_told_how_well_each_network_reads(run: Run) -> None:
    told = run("networks").out
    for name in SHIPPED:
        card = load_shipped(name).card
        assert f"{name}: {card.title}" in told
        assert f"{100 * (card.mnist or 0):.2f} % of the test images" in told
        assert f"{card.parameters:,}" in told
