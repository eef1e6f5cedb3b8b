"""Whether somebody came, was there or spoke at an event: from the words that tell of it, lists and quotations."""

import re
from collections.abc import Iterator

from corpus import Span
from index import fold
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import cited, quote_around, sentence_around
from kg.ask.answers.rows import verdict_row
from kg.ask.language import french
from kg.ask.language.words import speech_stems, stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.somebody import naming
from kg.lexicon.months import MONTHS, is_date_word
from kg.lookup import date_of_document, documents_of, event_chain
from kg.regex import regex
from kg.types import Answer, Entity, Event, Evidence, Part

KIND = "attendance"
EXAMPLES = (
    "Est-ce qu'Ana Belloir a pris la parole au forum ?",
    "Marc Touvet est-il venu à Morvillac ?",
    "Zoé Trivaux était-elle présente à l'assemblée ?",
)
_ASKED = regex(
    r"^(?:est-ce qu|dis-moi si|sait-on si)|\b\w+-(?:t-)?(?:ils?|elles?)\b|"
    r"\b(?:a|ont|est|sont|etai\w+|avai\w+)(?: t)? (?:ils?|elles?)\b|^(?!qu)[^?]*\b(?:etait|est|a ete|fut) [^?]*\?$"
)
_SPOKE = regex(r"\b(?:pri\w*|prend\w*) la parole|\bparle\b|\binterven\w+|\bs'est exprim\w+")
_CAME = regex(
    r"\bven(?:u|ait|ir)\w*|(?<!\bse )\bpresente?\b(?!-t-)|\bassist\w+|\bparticip\w+"
    r"|(?:-il|-elle|etait) la(?=\s*(?:[?,]|$|a |au |aux |pour |lors |ce |le \d))|\bexcusee?\b|\babsente?\b"
    r"|\bsur place\b"
    r"|\b(?:etait|etaient|est|fut)(?:-(?:il|elle|ils|elles))? "
    r"(?:bien |aussi |parmi |dans |lors )?(?:au|aux|a la|a l'|a cette) ?"
    r"(?:conseil|assises|assemblee|reunion|seance|rencontres?|seminaire|atelier|forum|colloque|journee|comite|copil|gt"
    r"|groupe|ag|table|congres|convention|bureau|commission|debat|soiree|lancement|inauguration)\b"
)
#: What follows « intervenir » or « parler » when the question is about a subject, not about being heard.
_SUBJECT = regex(r"\b(?:sur|a propos|au sujet|quant a|concernant)\b|\bparler? (?:de|du|des|d')\b")
_OF_VOTE = regex(r"\b(?:au|aux|le) (?:vote|scrutin)s?\b")
_MISSED = regex(
    r"\bn'(?:a|ont|avai\w+|est|sont|etai\w+|ayant|avoir)\s+(?:donc |finalement |malheureusement )?(?:(?:pas|point)\s+)?"
    r"(?:pu\b|venue?s?\b|assist|particip|pris la parole|(?:ete )?present)|\bexcus\w+|\babsente?s?\b|\bempeche\w*"
    r"|\bsouffrante?\b|\bretenue?s? (?:a|par|en|au)\b|\bfait faux bond|\bpas pu\b|\bpas venue?s?\b"
    r"|\bne (?:pourra|pouvait|pouvant|peut|viendra|vient|sera)\w* pas\b|\ben son absence\b|\bdesist\w+|\bdecommand\w+"
    r"|\bfaute de visa\b|\bpas (?:eu|obtenu) (?:son|leur|de|le) visa\b"
)
#: What a row of a list tells of one who does not come, or not in person; what tells it before a name.
_ROW_MISSED = regex(r"\bannul\w+|\babsente?\b|\bexcuse\w*|\bdesist\w+|\bne vien\w+ pas|\bpas venue?\b|\bdecommand\w+")
_ROW_REMOTE = regex(r"\ba distance\b|\ben visio\w*|\bpar telephone\b")
_IN_PERSON = regex(r"\bven(?:u|ir)\w*|\ben personne\b|\bsur place\b|\bdeplac\w+|\bpresente?\b")
_BEFORE = regex(
    r"^\W*(?:etai(?:en)?t )?(?:absente?s?|excusee?s?)\b[^:.]{0,40}:[^.]*$"
    r"|\b(?:empechee?|retenue?|souffrante?|absente?|excusee?|malade)\b[^.;:]{0,60}, (?:mme |m\. |mlle |le |la )?\w*\s*$"
)
_SILENT = regex(
    r"\b(?:n'a|n'ont|n'avait|sans) (?:rien|mot|pas (?:dit|pris|parle|souffle))\b"
    r"|\b(?:sans|pas) (?:rien )?(?:dire|prendre)\b"
    r"|\bsans un mot\b|\bs'est tue?\b|\bsilencieu\w+|\bne dit rien\b|\bn'est pas intervenue?\b"
    r"|\bne (?:prend|prit|prendra|prenait|prendrait|veut|voulait|souhaite|souhaitait|desire|desirait) (?:pas|point)"
    r" (?:prendre )?(?:la parole|parler|intervenir|s'exprimer)\b"
    r"|\b(?:ne (?:parlera|parlerait|s'exprimera|s'exprimerait)|n'(?:interviendra|interviendrait)) (?:pas|point)\b"
    r"|\bn'(?:a|avait|ont) (?:pas|point) (?:souhaite|voulu|desire|demande) (?:a )?(?:prendre )?"
    r"(?:la parole|parler|intervenir|s'exprimer)\b"
    r"|\b(?:renonc\w+|refus\w+) (?:a |de )?(?:prendre la parole|parler|intervenir|s'exprimer)\b"
)
#: Words that came without who wrote them.
_SENT = regex(
    r"\b(?:message|lettre|courrier|mot|texte|communique|video)s? (?:ecrite?s? )?(?:lue?s?|adresse\w*|envoye\w*"
    r"|transmis\w*|diffuse\w*|enregistre\w*)\b"
    r"|\bpar (?:ecrit|lettre|courrier|message|mail|telephone|visio\w*)\b|\bcontactee?\b"
)
_NOT_THERE: tuple[Part, ...] = ("excused", "absent")
_THERE: tuple[Part, ...] = ("present", "participant", "secretary")
#: Words of the question that name no meeting.
_PLAIN = "venu venue venir présent présente assisté assister participé participer excusé absent pris prendre parole"
#: How far from a name, in characters, words still tell of the person.
NEAR = 160


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « oui » or « non », with the words that tell; nothing for other questions or when no document tells."""
    people = query.entities("person")
    spoke = bool(_SPOKE.search(query.folded))
    if len(people) != 1 or not (spoke or _CAME.search(query.folded)) or not _ASKED.search(query.folded):
        return None
    if (
        _OF_VOTE.search(query.folded)
        or (spoke and _SUBJECT.search(query.folded))
        or re.match(r"pourquoi|comment|quand|ou\b", query.folded)
    ):
        return None
    documents = _documents(query, library, people[0])
    missed = _missed(library, people[0], documents, silent=spoke)
    found = missed or (_spoke if spoke else _came)(query, library, people[0], documents)
    if found is None:
        return None
    verdict, evidence, why = found
    told = why or f"« {library.reading(evidence.span)} »"
    row = verdict_row(verdict, (evidence,))
    facts = around_document(library, people[0], evidence.span.document_id)
    return Answer(query.text, KIND, french.shortened(f"{verdict.capitalize()} : {told}"), (row,), unique(facts))


_Verdict = tuple[str, Evidence, str]


def _documents(query: Query, library: Library, person: Entity) -> list[str]:
    """Return the documents to look into: those of the event asked about, else those that say what tells it."""
    own = {document.id for document in documents_of(library.knowledge, person)}
    return sorted(own & query.reports or (one for one in own if _tells(query, library, person, one)))


def _tells(query: Query, library: Library, person: Entity, document_id: str) -> bool:
    """Tell whether a document is of the year asked about and says the words that name the place or the meeting."""
    date = date_of_document(library.knowledge, document_id) or ""
    months = [f"{number:02}" for number, month in enumerate(MONTHS, 1) if f" {fold(month)}" in query.folded]
    if (query.years and date[:4] not in query.years) or (months and date[5:7] and date[5:7] not in months):
        return False
    document = library.knowledge.documents[document_id]
    said = library.stems(Span(document_id, 0, len(document.text))) | library.stems_of(document.title)
    terms = query.without(speech_stems() | stems_of(_PLAIN.split())).terms
    return all(term.strength(said) for term in terms if term.words != person.label and not is_date_word(term.words))


def _missed(library: Library, person: Entity, documents: list[str], *, silent: bool) -> _Verdict | None:
    """Return the sentence that says that somebody did not come, or, when words are asked for, said nothing."""
    for span, sentence in _telling(library, person, documents):
        beside = Span(span.document_id, span.start, min(sentence.end, span.end + NEAR))
        text = library.knowledge.documents[span.document_id].text
        near = fold(text[beside.start : beside.end])
        line = max(sentence.start, text.rfind("\n", 0, span.start) + 1)
        before = "" if "\t" in text[line : span.end] else fold(text[line : span.start])
        if _MISSED.search(near) or (silent and _SILENT.search(near)) or _BEFORE.search(before):
            return "non", cited(library, sentence), ""
    return None


def _telling(library: Library, person: Entity, documents: list[str]) -> Iterator[tuple[Span, Span]]:
    """Yield where some documents name a person, with the sentence around."""
    for mention, sentence in naming(library, person):
        if mention.span.document_id in documents:
            yield mention.span, sentence


def _spoke(query: Query, library: Library, person: Entity, documents: list[str]) -> _Verdict | None:
    """Say yes with the words of the person there; no when the person is named there and no word is told."""
    for document_id in documents:
        for quotation in library.knowledge.extraction_of[document_id].quotations:
            if library.knowledge.entity_of(quotation.speaker) == person and _at(
                library, quotation.session, query.event
            ):
                missed = _MISSED.search(fold(library.reading(quotation.span)))
                return "non" if missed else "oui", cited(library, quotation.span), ""
    for _, sentence in _telling(library, person, documents):
        named = "nommée" if person.gender == "f" else "nommé"
        why = f"{person.label} y est {named}, mais aucun de ses propos n'y est rapporté."
        return "non", cited(library, sentence, 0.5), why
    return None


def _came(query: Query, library: Library, person: Entity, documents: list[str]) -> _Verdict | None:
    """Say what the lists tell, else yes when words of the person are told there."""
    for document_id in documents:
        for participation in library.knowledge.extraction_of[document_id].participations:
            if library.knowledge.entity_of(participation.agent) != person:
                continue
            if participation.part in (*_THERE, *_NOT_THERE):
                line = _line(library, participation.provenance.span)
                there = participation.part in _THERE and not _is_cancelled(query, library, line)
                return "oui" if there else "non", library.evidence(line, 1.0), ""
    found = _spoke(query, library, person, documents)
    if found and _SENT.search(fold(library.reading(sentence_around(library, found[1].span)))):
        return None  # words that were read out or sent tell of nobody's presence
    return found if found and (found[0] == "oui" or not found[2]) else None


def _is_cancelled(query: Query, library: Library, line: Span) -> bool:
    """Tell a row of a list that says of somebody that he does not come, or not where the question asks."""
    words = library.knowledge.quote(line)
    if not re.search(r"[\t|]", words):
        return False
    plain = fold(words)
    remote = _ROW_REMOTE.search(plain) and _IN_PERSON.search(query.folded)
    return bool(remote or _ROW_MISSED.search(plain))


def _line(library: Library, span: Span) -> Span:
    """Return the sentence, list item or table row in which a span stands, short enough to be quoted."""
    return quote_around(library, sentence_around(library, span))


def _at(library: Library, session: str | None, event: Event | None) -> bool:
    """Tell whether words said at a session were said at an event: it, or one that it is part of."""
    if session is None or event is None:
        return True
    wanted = library.knowledge.entity_of(event.mention)
    return any(library.knowledge.entity_of(step.mention) == wanted for step in event_chain(library.knowledge, session))
