"""The network that reads, and its ten bars."""
