"""The networks that can be chosen, and what is said of them."""
