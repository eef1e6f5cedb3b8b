"""IRIs of what a base holds: made from ids alone, so that whoever has an id can write a query about it."""

import hashlib
from urllib.parse import quote

from kg.errors import UsageError

#: Left as they are; everything else, non-ASCII letters included, is percent-encoded.
_SAFE = "-._~"


def iri(base_iri: str, *parts: str) -> str:
    """Return `<base_iri>part/part…`; a `/` or `:` inside an id separates two steps of the path."""
    steps = [step for part in parts for step in part.replace(":", "/").split("/")]
    return base_iri + "/".join(quote(_step(step), safe=_SAFE) for step in steps)


def entity_iri(base_iri: str, identifier: str) -> str:
    """Return the IRI of an entity or of a quotation by its id (`person/…`, `concept/…`, `quotation:…`)."""
    return iri(base_iri, identifier)


def document_iri(base_iri: str, document_id: str) -> str:
    """Return the IRI of a document."""
    return base_iri + "document/" + quote(_step(document_id), safe=_SAFE)


def mention_iri(base_iri: str, mention_id: str) -> str:
    """Return the IRI of a mention by its id (`person:document:12-20`)."""
    return iri(base_iri, "mention", mention_id)


def passage_iri(base_iri: str, document_id: str, start: int, end: int) -> str:
    """Return the IRI of a passage by its place."""
    return f"{iri(base_iri, 'passage', document_id)}/{start}-{end}"


def fact_iri(base_iri: str, kind: str, document_id: str, *key: str) -> str:
    """Return the IRI of a fact that has no id of its own; two facts with the same key are the same fact."""
    digest = hashlib.sha256("\x1f".join(key).encode("utf-8", "backslashreplace")).hexdigest()[:16]
    return f"{iri(base_iri, kind, document_id)}/{digest}"


def checked_base(base_iri: str) -> str:
    """Return a base IRI that can be used as it is.

    Raises `UsageError` when it is not an absolute IRI that ends in `/` or `#`, or holds what an IRI may not.
    """
    scheme, colon, rest = base_iri.partition("://")
    if not (colon and scheme.isalnum() and scheme.isascii() and rest[:-1]) or base_iri[-1:] not in "/#":
        wrong = True
    else:
        wrong = any(c in '<>"{}|^`\\%' or ord(c) <= 32 or ord(c) > 126 for c in base_iri)
    if wrong:
        raise UsageError(
            f"La racine des identifiants « {base_iri} » ne convient pas. Une adresse complète, sans espace, qui finit "
            "par « / » ou « # » était attendue. Donnez par exemple https://exemple.fr/id/"
        )
    return base_iri


def _step(step: str) -> str:
    """Keep a step from being read as « here » or « above », and lone surrogates from breaking the encoding."""
    step = step.encode("utf-8", "replace").decode("utf-8")
    return {"": "_", ".": "_.", "..": "_.."}.get(step, step)
