"""The training that is shown: its state, its transitions and its words."""
