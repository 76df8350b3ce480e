"""A network on disk: safetensors and ONNX."""
