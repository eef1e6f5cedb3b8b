"""How many people spoke, of something or at an event, and how often somebody did: the quotations, counted."""

import re
from collections import defaultdict
from dataclasses import replace

from index import fold
from kg.ask import speech
from kg.ask.answers.proofs import cited, told_at
from kg.ask.answers.rows import entity_row, number_row, refused
from kg.ask.language import french
from kg.ask.language.words import plain_stems, speech_stems, stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.regex import regex
from kg.types import Answer, Entity, Quotation, Row

KIND = "voices-counted"
EXAMPLES = (
    "Combien de personnes ont parlé de la gratuité ?",
    "Combien de personnes s'expriment au forum du Morbois ?",
    "Combien de citations d'Ana Belloir ?",
)
_VOICES = (
    r"(?:personnes?|intervenante?s?|orateurs?|oratrices?|participante?s?|elue?s?|voix|gens|maires?|adjointe?s?"
    r"|conseill\w+|chercheu\w+|habitante?s?|femmes?|hommes?)"
)
_HEARD = (
    r"(?:(?:ont|a|avaient|se sont|s'y sont) )?(?:s'|s'y )?(?:parl|dit|dis(?!cut)|evoqu|mention|abord|trait|interv"
    r"|exprim|defend|critiqu|denonc|souten|plaid|insist|regrett|deplor|propos|demand|pris la parole|prennent la parole"
    r"|prend la parole|cit|soulign|rappel|rest|alert|inquiet)\w*"
)
_COUNTED = regex(rf"^(?:sur )?combien d(?:e |')(?P<who>{_VOICES}) (?P<said>(?:ne )?{_HEARD}\b.*)$")
_LISTED = regex(
    r"^(?:donne\w*(?:[- ]moi)? |fai\w+(?:[- ]moi)? |cite\w* |liste\w* |enumere\w* |je veux |il me faut "
    r"|quel(?:le)?s sont )?"
    rf"(?:(?:la )?liste (?:complete )?(?:de |des |d'))?(?:tou(?:te)?s )?(?:les |ceux|celles|des )?(?P<who>{_VOICES}|)"
    rf"\s?qui (?P<said>{_HEARD}\b.*)$"
)
_ANYBODY = regex(r"(?:personnes?|gens|voix|femmes?|hommes?)$|orat")
_OFTEN = regex(
    r"^combien (?:de fois|d'interventions?|de (?:citations?|propos|prises? de parole|declarations?|paroles?))\b"
)
_NAMED = regex(r"\b(?:mentionn|nomm|apparai|figur|est-il cite|est-elle cite|est cite|sont cite)\w*")
_OWN = stems_of(
    "combien fois intervention interventions citation citations propos prise prises parole paroles déclaration "
    "déclarations apparaître apparaît nommé nommée figurer figure corpus documents rapports".split()
)
#: How many voices are shown.
SHOWN = 20


def answer(query: Query, library: Library) -> Answer | None:
    """Answer how many, or which people are heard, and how often somebody is; nothing for other questions."""
    if query.quoted or len(query.text) != len(query.folded):
        return None
    if _OFTEN.match(query.folded):
        return _often(query, library)
    asked = _COUNTED.match(query.folded)
    listed = None if asked else _LISTED.match(query.folded)
    found = asked or listed
    if found is None or query.folded.startswith("qui "):
        return None
    who = query.text[slice(*found.span("who"))]
    noun = "intervenants" if not who or _ANYBODY.match(fold(who)) else who
    said = library.understand(f"Quels {noun} {query.text[slice(*found.span('said'))].rstrip(' ?')} ?")
    if _speaks_only(said):  # where nobody is quoted, the reports may say how many spoke
        heard = _all_heard(said, library)
        return _of_gender(query, library, heard, who, counting=asked is not None) if heard.rows else None
    told = speech.answer(said, library)
    if told is None or told.abstained or not told.rows or not told.rows[0].id:
        return _unheard(query)
    return _of_gender(query, library, told, who, counting=asked is not None)


def _of_gender(query: Query, library: Library, told: Answer, who: str, *, counting: bool) -> Answer:
    """Tell those who are women, or men, when the question asks for them."""
    gender = {"f": "f", "h": "m"}.get(who[:1].lower()) if re.match(r"(?i)(?:femme|homme)s?$", who) else None
    rows = tuple(row for row in told.rows if gender in (None, _gender(library, row)))
    return _told(query, replace(told, rows=rows), counting=counting) if rows else _unheard(query)


def _gender(library: Library, row: Row) -> str | None:
    entity = library.knowledge.by_id.get(row.id)
    return entity.gender if entity else None


def _speaks_only(query: Query) -> bool:
    """Tell a question that asks nothing but who speaks, there or anywhere."""
    rest = query.scoped if query.documents or query.event else query.terms
    return {stem for term in rest for stem in term.alternatives[0][0]} <= speech_stems() | plain_stems()


def _all_heard(query: Query, library: Library) -> Answer:
    """Return everybody who is quoted where a question looks, in the order of their first words."""
    first: dict[str, tuple[Entity, Quotation]] = {}
    quotations = speech.heard_in(query, library, query.reports or library.knowledge.extraction_of)
    for quotation in quotations:
        speaker = library.knowledge.entity_of(quotation.speaker)
        if speaker and speaker.kind == "person":
            first.setdefault(speaker.id, (speaker, quotation))
    rows = tuple(entity_row(one, (cited(library, said.span),)) for one, said in first.values())
    read = french.count(len(quotations), "citation lue", "citations lues")
    return Answer(query.text, KIND, "", rows, certificate=read)


def _told(query: Query, told: Answer, *, counting: bool) -> Answer:
    number = len(told.rows)
    people = all(row.kind == "person" for row in told.rows)
    plain = "personne" if people else "voix"
    noun = plain if number < 2 or plain == "voix" else "personnes"
    names = french.join([row.label for row in told.rows], most=SHOWN)
    text = french.told(f"{number} {noun} : {names}")
    rows = told.rows
    if counting:
        rows = (number_row(number, rows[0].evidence), *rows)
    kind = KIND if counting else told.kind
    return Answer(query.text, kind, text, rows, told.context, certificate=told.certificate, trace=told.trace)


def _often(query: Query, library: Library) -> Answer | None:
    """Answer how many quotations of somebody there are, about a subject too, or how often the reports name him."""
    speaker = next(iter(query.outside("person", "organisation")), None)
    if speaker is None:
        return None
    if _NAMED.search(query.folded):
        return _mentioned(query, library, speaker)
    inside = query.reports
    said = [one for one in library.said_by(speaker) if not inside or one.span.document_id in inside]
    topic = query.without(speech_stems() | _OWN).inside()
    names = {fold(name) for named in query.named for name in (named.entity.label, named.words)}
    terms = [term for term in topic.terms if fold(term.words) not in names]
    if terms:
        said = [one for one in said if all(term.strength(library.stems(one.span)) > 0 for term in terms)]
    if not said:
        return None
    by_report: dict[str, int] = defaultdict(int)
    for one in said:
        by_report[library.knowledge.documents[one.span.document_id].file_name] += 1
    where = french.join([f"{source} ({number})" for source, number in sorted(by_report.items())], most=6)
    proofs = tuple(cited(library, one.span) for one in said[:3])
    number = len(said)
    text = f"{french.count(number, 'citation')} {french.of(speaker.label)}, dans {where}"
    rows = (
        number_row(number, proofs),
        entity_row(speaker, proofs),
    )
    about = f" qui disent : {', '.join(term.words for term in terms)}" if terms else ""
    certificate = f"citations dont la voix est {speaker.label}{about}"
    return Answer(query.text, KIND, french.told(text), rows, certificate=certificate)


def _mentioned(query: Query, library: Library, entity: Entity) -> Answer:
    spans = [library.knowledge.mentions[mention].span for mention in entity.mentions]
    spans = [span for span in spans if not query.reports or span.document_id in query.reports]
    documents = len({span.document_id for span in spans})
    number = len(spans)
    proofs = tuple(told_at(library, span) for span in spans[:3])
    text = f"{entity.label} est nommé{'e' if entity.gender == 'f' else ''} {number} fois, dans "
    text += french.count(documents, "document")
    rows = (number_row(number, proofs),)
    return Answer(
        query.text, KIND, french.sentence(text), rows, certificate=f"mentions {french.of(entity.label)} comptées"
    )


def _unheard(query: Query) -> Answer:
    return refused(query, KIND, "personne n'est cité là-dessus", "citations cherchées par les mots et par le sens")
