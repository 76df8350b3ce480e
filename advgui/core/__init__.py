"""Networks, gradients, attacks and ink, in numpy alone: nothing here imports Qt."""
