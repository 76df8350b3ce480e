"""All that a person made, as one file: read by limits, written whole, run again."""
