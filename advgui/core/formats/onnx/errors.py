"""Why a graph is no network of ours."""


class GraphError(ValueError):
    """What is wrong with a graph or a node, without the file's name and without a full stop."""
