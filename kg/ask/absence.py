"""Who says nothing about something: those whose words the reports quote, and of whom no quotation is about it."""

from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.language.words import ASKERS, speech_stems
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sentences.about import about
from kg.regex import regex
from kg.types import Answer, Entity, Quotation

KIND = "absence"
EXAMPLES = (
    "Qui n'a jamais parlé de la gratuité ?",
    "Quels intervenants n'ont pas évoqué le budget ?",
)
#: The verb that is denied is that of « qui », not one of what it says: « qui juge que rien n'a été dit ».
_ASKED = regex(
    rf"^(?:{ASKERS}|quels? participants?)\b(?:(?!\bqu(?:e\b|')|\bde n(?:e\b|')|\bs'est\b)[^?]){{0,60}}?\s?"
    r"(?:n'|\bne\s)(?:(?:a|ont|avait|avaient|s'est|se sont)\s)?"
    r"(?:\w+\s)?(?:pas|jamais|rien|point|aucun mot)\s(?!entendre\b)"
    r"(?:(?:\w+\s)?(?:parl|dit|evoqu|mention|abord|cit|trait|interven|exprim|pris la parole|pronon|sur\b)"
    r"|(?<=rien )d(?:e\b|')|(?<=mot )d(?:e\b|')|(?:\w+ )?(?:un )?(?:seul )?mot d(?:e\b|'))"
)
#: From this score or coverage on, a quotation may be about the subject: its speaker is not said to be silent.
SILENT = 0.18
MOST = 20


def answer(query: Query, library: Library) -> Answer | None:
    """Answer who is not quoted on a subject; nothing for other questions."""
    if not _ASKED.match(query.folded):
        return None
    topic = query.without(speech_stems())
    if not topic.terms:
        return None
    said = about(library.widened(topic), library, frozenset())
    heard = _heard(query, library)
    speaking = {
        entity.id
        for one in said
        if max(one.score, one.coverage) >= SILENT and (entity := library.knowledge.entity_of(one.quotation.speaker))
    }
    if not speaking:
        return None
    rows = tuple(
        entity_row(entity, (cited(library, q.span),)) for entity, q in heard.values() if entity.id not in speaking
    )
    if not rows:
        return None
    names = french.join([row.label for row in rows], most=MOST)
    number = french.count(len(rows), "personne est citée", "personnes sont citées")
    whose = "leurs" if len(rows) > 1 else "ses"
    told = f"{number} sans qu'aucun de {whose} propos ne porte sur ce sujet : {names}"
    missing = _unheard(query, library)
    searched = f"{french.count(len(said), 'citation proche', 'citations proches')} du sujet, {len(heard)} voix citées"
    searched += f" ; rapports qui ne citent personne : {french.join(missing, most=MOST)}" if missing else ""
    quotes = "ne cite" if len(missing) == 1 else "ne citent"
    aside = (
        f" {french.join(missing, most=3)} {quotes} personne : ce qui s'y est dit n'est pas connu." if missing else ""
    )
    text = french.shortened(french.sentence(told), french.LONGEST - len(aside)) + aside
    return Answer(query.text, KIND, text, rows[:MOST], certificate=searched)


def _unheard(query: Query, library: Library) -> list[str]:
    """Return the names of the reports, where the question looks, that tell of people and quote none of them."""
    read = [e for e in library.knowledge.extractions if not query.documents or e.document.id in query.documents]
    people = (e for e in read if any(mention.kind == "person" for mention in e.mentions))
    return [e.document.source for e in people if not any(quotation.speaker for quotation in e.quotations)]


def _heard(query: Query, library: Library) -> dict[str, tuple[Entity, Quotation]]:
    """Return the people whose words are quoted where the question looks, each with the first of them."""
    found: dict[str, tuple[Entity, Quotation]] = {}
    for quotation in library.knowledge.quotations():
        speaker = library.knowledge.entity_of(quotation.speaker)
        inside = not query.documents or quotation.span.document_id in query.documents
        if speaker and speaker.kind == "person" and inside:
            found.setdefault(speaker.id, (speaker, quotation))
    return dict(sorted(found.items()))
