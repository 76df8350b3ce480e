"""Certificates: a radius inside which no image is read otherwise, proven for one image."""
