"""What a manifold, or one automaton out of it, offers when it is exported."""


def ncam_signatures(model) -> tuple:
    """Returns the signatures of a `ManifoldCA`."""
    return ()
