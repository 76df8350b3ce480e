"""In the world: what is said of prints, photos and survival."""
