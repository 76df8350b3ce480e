"""Networks: layers, losses, optimisers, architectures and their cards."""
