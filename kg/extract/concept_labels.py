"""TODO(graph): labels.py was overwritten by the entities' module of the same name; put Label, LabelIndex, LabelMatch back HERE (concepts.py imports them from here)."""
