"""A run that is still going on whenever a test comes to stop it."""

from advgui.ui.session.controller import Controller


def make_it_long(controller: Controller) -> None:
    """A hundred thousand short steps, for which nobody waits."""
    controller.choose_attack("cw")
    controller.set_parameter("searches", 20)
    controller.set_parameter("steps", 5000)
