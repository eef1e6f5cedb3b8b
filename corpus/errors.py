"""What can go wrong with a source: told in French, with its name, what was expected and what to do."""


class CorpusError(Exception):
    """A source cannot be read; the message is complete and in French."""

    exit_code = 1
