"""The language of the window: how it is found, chosen, and spoken by Qt itself."""
