"""The view that tells why an attack fools."""
