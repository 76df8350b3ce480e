"""MNIST and the pen digits: found, downloaded, checked and read."""
