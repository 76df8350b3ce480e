"""What is said of work that was broken off, and can go on."""

from typing import Final

from advgui.core.language import tr

#: What the button is called that goes on with it.
GO_ON: Final = tr("Go on")
GOES_ON: Final = tr("“Go on” continues from there.")
#: Why it cannot be stopped.
GO_ON_FIRST: Final = tr("Go on first: then it can be stopped, and what it has learned kept")
