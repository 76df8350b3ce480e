"""What leaves the window of runs: a figure, an animation, a page, a command."""
