"""Prove a base: every span quotes its document, every reference leads somewhere, every view is of the build."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from corpus import Span
from index import SearchIndexError
from kg.base import VIEWS, Base
from kg.errors import KnowledgeError
from kg.knowledge import Knowledge
from kg.types import Extraction
from kg.views import indexed_texts


def verify(base: Base) -> Iterator[str]:
    """Yield each problem of a base, in French, with the name of what is wrong; nothing when it is whole."""
    for view in VIEWS:
        try:
            base.view(view)
        except KnowledgeError as error:
            yield str(error)
    knowledge = base.record.knowledge()
    for extraction in knowledge.extractions:
        yield from _spans(extraction)
        yield from _references(extraction, knowledge)
    yield from _keys(base, knowledge)


def _spans(extraction: Extraction) -> Iterator[str]:
    """Check that every span of a document's record lies in its document and is not empty."""
    document = extraction.document
    for part in fields(Extraction):
        items = getattr(extraction, part.name)
        for item in items if isinstance(items, tuple) else (items,):
            for span in _spans_of(item):
                whole = span.document_id == document.id and 0 <= span.start < span.end <= len(document.text)
                if not whole or not document.quote(span).strip():
                    yield f"{document.source} : {part.name} : {span.start}-{span.end} ne cite rien de ce document."


def _spans_of(item: object) -> Iterator[Span]:
    if isinstance(item, Span):
        yield item
    elif is_dataclass(item):
        for field in fields(item):
            yield from _spans_of(getattr(item, field.name))
    elif isinstance(item, tuple):
        for value in item:
            yield from _spans_of(value)


def _references(extraction: Extraction, knowledge: Knowledge) -> Iterator[str]:
    """Check that what is said of a mention is said of one that exists."""
    source = extraction.document.source
    known = {mention.id for mention in extraction.mentions}
    for quotation in extraction.quotations:
        elsewhere = quotation.provenance.rule.partition("/")[0].endswith("elsewhere")
        told = knowledge.mentions if elsewhere else known  # another document may say who it is
        if quotation.speaker is not None and quotation.speaker not in told:
            yield f"{source} : la citation {quotation.id} a un locuteur qui n'est pas mentionné : {quotation.speaker}."
    for role in extraction.roles:
        if role.person not in known:
            yield f"{source} : un rôle est donné à {role.person}, qui n'est pas mentionné."
    for participation in extraction.participations:
        if participation.event not in knowledge.events:
            yield f"{source} : une participation à {participation.event}, qui n'est pas un événement."


def _keys(base: Base, knowledge: Knowledge) -> Iterator[str]:
    """Check that both indexes hold as many texts as the record; a view that is missing has been told already."""
    expected = sum(len(texts) for texts in indexed_texts(knowledge))
    for name in ("vectors", "lexical"):
        try:
            found = len(getattr(base, name))
        except (KnowledgeError, SearchIndexError) as error:
            if isinstance(error, SearchIndexError):
                yield str(error)
            continue
        if found != expected:
            yield f"L'index « {name} » compte {found} textes ; {expected} étaient attendus. Reconstruisez la base."
