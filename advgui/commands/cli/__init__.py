"""What the commands share: their arguments, what they write, and how they are run."""
