"""What can go wrong with an ontology or a thesaurus."""


class OntologyError(Exception):
    """A Turtle or SKOS file cannot be used; the message is complete and in French."""

    exit_code = 1
