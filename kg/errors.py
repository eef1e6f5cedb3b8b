"""What can go wrong with a base or a question: told in French, with what was expected and what to do."""


class KnowledgeError(Exception):
    """A base cannot be built, opened or asked; the message is complete and in French."""

    exit_code = 1


class UsageError(KnowledgeError):
    """The request itself is wrong: unknown ending, syntax error, unknown name."""

    exit_code = 2


class MissingPartError(KnowledgeError):
    """Something that the request needs is not installed."""

    exit_code = 3
