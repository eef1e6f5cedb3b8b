"""Who spoke first of something, or most often: the voices about it in the order of time, or counted."""

from collections import defaultdict

from index import tokens
from kg.ask.answers.context import around_quotation, unique
from kg.ask.answers.proofs import cited, coverage
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.language.words import ASKERS, speech_stems
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sentences.about import Said, about, least
from kg.regex import regex
from kg.types import Answer, Entity, Row

KIND = "who-spoke-most"
EXAMPLES = (
    "Qui a parlé en premier de la gratuité ?",
    "Qui a le plus parlé au forum du Morbois ?",
)
_SPEAKS = r"(?:parl|evoqu|mention|abord|interven|exprim|cit|pris la parole|prend la parole|prise? de parole|defend)"
_ASKED = regex(rf"^[^?]{{0,40}}?(?:{ASKERS}|quel(?:le)? (?:personne|elue?|intervenante?|orat\w+))\b[^?]*?{_SPEAKS}")
_MOST = regex(r"\ble plus (?!grand|petit|gros|long|cher|important|jeune|vieux)")
_FIRST = regex(
    r"\b(?:en premier|(?:le|la|les) premiere?s?\b(?! (?:session|seance|journee|atelier|table|partie|jour))\b)"
)
_OWN = frozenset(tokens("premier première premiers plus souvent longtemps fois fut été"))
#: The least share of the best score that a voice must reach, and how many voices are shown.
SHARE, SHOWN = 0.6, 5
#: How much of the subject words must say by themselves to be the first on it, where any do.
SAYS = 0.6


def answer(query: Query, library: Library) -> Answer | None:
    """Answer who spoke first, or most, of a subject or where the question looks; nothing for other questions."""
    if not _ASKED.search(query.folded) or query.quoted:
        return None
    if _FIRST.search(query.folded):
        return _first(query, library)
    return _most(query, library) if _MOST.search(query.folded) else None


def _topic(query: Query) -> Query:
    return query.without(_OWN | speech_stems())


def _voices(query: Query, library: Library) -> list[tuple[Said, Entity]]:
    """Return the quotations of somebody named that are about the subject, or all of them where it names none."""
    topic = _topic(query)
    if (topic.documents and not topic.scoped) or not topic.terms:
        inside = topic.documents or library.knowledge.documents.keys()
        told = [Said(q, 1.0, 1.0) for q in library.knowledge.quotations() if q.span.document_id in inside]
    else:
        said = about(topic, library, frozenset())
        floor = max(least(topic, library), SHARE * said[0].score if said else 0.0)
        told = [one for one in said if one.score >= floor and one.coverage > 0]
    pairs = [(one, library.knowledge.entity_of(one.quotation.speaker)) for one in told]
    return [(one, speaker) for one, speaker in pairs if speaker is not None and speaker.kind == "person"]


def _first(query: Query, library: Library) -> Answer | None:
    documents = library.knowledge.documents
    dated = [
        (documents[one.quotation.span.document_id].date or "", one.quotation.span, one, speaker)
        for one, speaker in _voices(query, library)
    ]
    terms = _topic(query).inside().terms
    own = [told for told in dated if coverage(terms, library.stems(told[1])) >= SAYS]
    dated = [told for told in own or dated if told[0]]
    if not dated:
        return None
    date, span, one, speaker = min(dated, key=lambda told: told[:2])
    proof = cited(library, span, one.score)
    row = entity_row(speaker, (proof,), score=one.score)
    when = french.period(date, None)
    text = french.told(f"{speaker.label}, {when} : « {library.reading(proof.span)} »")
    certificate = (
        f"{french.count(len(dated), 'citation datée', 'citations datées')} sur le sujet, la plus ancienne d'abord"
    )
    facts = unique(around_quotation(library, one.quotation, speaker))
    return Answer(query.text, KIND, text, (row,), facts, certificate=certificate)


def _most(query: Query, library: Library) -> Answer | None:
    """Count the quotations of each voice; of those alone that the question names, « de X ou de Y », all they said."""
    heard: dict[str, list[tuple[Said, Entity]]] = defaultdict(list)
    among = query.entities("person")
    if len(among) > 1:
        inside = query.documents or library.knowledge.documents.keys()
        said = [(q, one) for one in among for q in library.said_by(one) if q.span.document_id in inside]
        pairs = [(Said(quotation, 1.0, 1.0), speaker) for quotation, speaker in said]
    else:
        pairs = _voices(query, library)
    for one, speaker in pairs:
        heard[speaker.id].append((one, speaker))
    if not heard:
        return None
    ranked = sorted(heard.values(), key=lambda told: (-len(told), told[0][1].label))
    rows = tuple(
        Row(
            told[0][1].id,
            told[0][1].label,
            told[0][1].kind,
            1.0,
            str(len(told)),
            tuple(cited(library, one.quotation.span, one.score) for one, _ in told[:3]),
        )
        for told in ranked[:SHOWN]
    )
    most = len(ranked[0])
    first = [row.label for row in rows if row.value == str(most)]
    rest = [f"{row.label} ({row.value})" for row in rows if row.value != str(most)]
    told = f"{french.join(first)}, {french.count(most, 'citation', 'citations')}"
    told += f" ; puis {french.join(rest)}" if rest else ""
    searched = (
        f"{sum(map(len, heard.values()))} citations de {french.count(len(heard), 'personne', 'personnes')} comptées"
    )
    return Answer(query.text, KIND, french.told(told), rows, certificate=searched)
