"""The bodies or towns that a list names one by one: « quelles communes ont témoigné »."""

from corpus import Span
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import told_at
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.lists.groups import best_group
from kg.ask.lists.reading import Group
from kg.ask.question.kinds import VERY_LIKE, fit
from kg.ask.question.query import Query
from kg.ask.question.sought import Sought
from kg.types import Answer, Entity

KIND = "which-organisation"
#: Least share of the question that a list and what announces it say.
LEAST = 0.6
#: Most characters of an item beside the name of the body that it is.
BESIDE = 12


def listed(query: Query, library: Library, asked: Sought) -> Answer | None:
    """Answer with the items of the list of which each is a body of the kind that is sought."""
    if not asked.many or asked.area:
        return None

    def named(group: Group) -> bool:
        return all(_body(library, asked, item) for item in group.items)

    group = best_group(query, library, least=LEAST, fits=named)
    found = [(body, item) for item in (group.items if group else ()) if (body := _body(library, asked, item))]
    if not found:
        return None
    rows = {body.id: entity_row(body, (told_at(library, item),)) for body, item in found}
    text = french.sentence(french.join([row.label for row in rows.values()]))
    facts = around_document(library, None, found[0][1].document_id)
    return Answer(query.text, KIND, french.shortened(text), tuple(rows.values()), unique(facts))


def _body(library: Library, asked: Sought, item: Span) -> Entity | None:
    """Return the body of the kind sought that an item names, and names alone."""
    for mention, body in library.mentions_in(item, "organisation", "place"):
        alone = item.end - item.start - (mention.span.end - mention.span.start) <= BESIDE
        if alone and fit(asked, library, body) >= VERY_LIKE:
            return body
    return None
