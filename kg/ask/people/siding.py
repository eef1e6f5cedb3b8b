"""Who agrees or disagrees with somebody, by the sentences that tell the stand taken on his words."""

from collections.abc import Sequence

from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import entity_row, refused
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.links.stands import Stand, stands
from kg.ask.question.query import Query
from kg.ask.verdicts.agreed import SUBJECT, asks_against, asks_of_two, reports_on, sides_of, told_of
from kg.regex import regex
from kg.types import Answer

KIND = "who-spoke-about"
_WHO = regex(
    r"^(?:[^,?]{3,60}, )?(?:qui|quels?|quelles?|lequel|laquelle|lesquel(?:le)?s)\b(?! (?:lien|rapport|est (?:le|la) ))"
)
#: What two people are to each other: whom somebody objects to does not agree with him.
_MUTUAL = regex(r"\b(?:accord|desaccord|avis|oppos\w*)\b")
#: « Qui est contre M. Roy ? », which asks no portrait of him.
_WHO_SIDES = regex(
    r"^qui (?:est|sont|etait|etaient|serait) (?:contre|(?:en )?(?:des)?accord|d'accord|hostiles?|opposee?s?|du cote"
    r"|(?:du meme|de l'|d'un autre) avis|favorables?)\b"
)
_WITH_WHOM = regex(r"^(?:[^,?]{3,60}, )?(?:avec|contre|de|a) (?:qui|quels?|quelles?)\b")


def siding(query: Query, library: Library) -> Answer | None:
    """Answer with those who side with somebody or against; nothing for other questions, or where no sentence tells."""
    sides, asked, whom = sides_of(query), asks_of_two(query), _WITH_WHOM.match(query.folded) is not None
    if len(sides) != 1 or asked is None or not (whom or _WHO.match(query.folded)):
        return None
    named = next(one.start for one in query.named if one.entity.kind == "person")
    if not whom and named < asked.start():
        return None  # « Quelle idée M. Roy approuve-t-il ? »
    told = [
        one
        for one in stands(library, reports_on(library, sides[0]))
        if one.person and one.other and one.agrees != asks_against(query) and told_of(query, one) >= SUBJECT
    ]
    kept = [one for one in told if (one.person if whom else one.other) in sides[0]]
    if not kept and asks_against(query) and _MUTUAL.search(query.folded):
        whom, kept = not whom, [one for one in told if (one.other if whom else one.person) in sides[0]]
    if kept:
        return _told(query, library, kept, whom=whom)
    why = "aucune phrase ne dit avec qui, ni contre qui"
    return refused(query, KIND, why, "phrases où l'on prend parti") if whom else None


def asks_sides(query: Query) -> bool:
    """Tell a question on who sides with somebody, or with whom he sides: no portrait of him answers it."""
    with_whom = _WITH_WHOM.match(query.folded) and asks_of_two(query)
    return len(sides_of(query)) == 1 and bool(with_whom or _WHO_SIDES.match(query.folded))


def _told(query: Query, library: Library, kept: Sequence[Stand], *, whom: bool) -> Answer:
    best = max(told_of(query, one) for one in kept)
    first: dict[str, Stand] = {}
    for one in (one for one in kept if told_of(query, one) == best):
        first.setdefault(one.other if whom else one.person, one)
    rows, told = [], []
    for entity_id, stand in first.items():
        entity, evidence = library.knowledge.by_id[entity_id], cited(library, stand.sentence.span)
        rows.append(entity_row(entity, (evidence,)))
        told.append(f"{entity.label} : « {library.reading(evidence.span)} »")
    facts = [fact for one in first.values() for fact in around_document(library, None, one.sentence.span.document_id)]
    return Answer(query.text, KIND, french.shortened(" ".join(told)), tuple(rows), unique(facts))
