"""The shortcut of the report's descent: images as sums of a few patterns."""
