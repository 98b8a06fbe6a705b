"""Many machines: the stages of a collection done by the workers of a Ray cluster."""
