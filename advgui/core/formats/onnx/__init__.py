"""Networks as ONNX graphs, both ways; it needs the package ``onnx``."""
