"""The attack that is shown: its state, its transitions, its words and its files."""
