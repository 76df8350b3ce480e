"""How a network is trained: data, augmentation, the loop and the whole pipeline."""
