"""Who wrote a letter, a report or notes: by the words that say so, else by who signs at the end."""

import re
from collections.abc import Iterator

from corpus import Document, Span
from index import fold, fold_evenly, vocabulary
from kg.ask import doers
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import coverage, prove, sentence_around
from kg.ask.answers.rows import entity_row, refused
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.people.works import maker
from kg.ask.question.query import Query
from kg.ask.sentences.slots import after
from kg.regex import regex
from kg.types import Answer, Entity

KIND = "authors"
EXAMPLES = (
    "Qui a rédigé le compte rendu de l'assemblée générale ?",
    "Qui est l'auteur du procès-verbal de l'assemblée du Réseau Altis ?",
)
_PAPERS = (
    "lettre|courrier|compte[- ]rendu|cr|pv|proces[- ]verbal|rapport|notes?|actes|synthese|releve|article|billet"
    "|communique|bulletin|newsletter|document"
)
_ARTICLE = r"(?:le |la |les |l'|un |une |ce |cet |cette |ces |des )?"
_WRITES = r"(?:redig|ecri[tv]|sign|pri[st]|etabli|tenu)\w*"
#: « Qui a écrit la lettre… », « l'auteur du rapport… », « De qui est la lettre… », « Par qui le PV a-t-il été écrit ».
_ASKED = tuple(
    regex(shape)
    for shape in (
        rf"^(?:et |alors )?(?:qui|quelle personne)\b[^?]{{0,12}}\b{_WRITES} {_ARTICLE}(?P<paper>{_PAPERS})\b",
        r"^(?:(?:et |alors )?(?:qui|quel(?:le)?s?|c'est qui) (?:est|sont|etai\w+|fut)?|nom |le nom |les noms )[^?]{0,8}"
        r"\b(?:auteure?s?|autrice|redact(?:eur|rice)s?|signataires?) (?:de |du |des |d')"
        rf"{_ARTICLE}(?P<paper>{_PAPERS})\b(?! (?:cite|mentionne|evoque)e?s?\b)",
        rf"^de qui (?:est|sont|vien\w+) {_ARTICLE}(?P<paper>{_PAPERS})\b",
        rf"^par qui {_ARTICLE}(?P<paper>{_PAPERS})\b[^?]*\b{_WRITES}",
    )
)
_WORDS = "écrire écrit écrite rédiger rédigé signer signé prendre pris prise notes établir établi tenu auteur auteure "
_WORDS += "autrice rédacteur rédactrice signataire lettre courrier compte rendu procès-verbal rapport actes synthèse "
_WORDS += "relevé article billet communiqué bulletin newsletter document"
#: What makes a letter of a text, folded.
_LETTER = regex(r"\bagreer\b|\bsalutations\b|\bcordialement\b|^\s*objet ?:|\bpar courrier\b", re.MULTILINE)
#: What leads to who wrote, folded, and what comes behind the name.
_LED = regex(
    r"\b(?:redige|ecrit|etabli|mis en forme|mise en forme|transcrit|retranscrit|pris|prise)e?s?(?: [a-z ]{2,16})? par\b"
    r"|\b(?:redaction|redac\.?|redact(?:eur|rice)|secretaires?(?: de seance)?|notes?(?: [a-z]+)?|auteure?s?|autrice"
    r"|prise de notes|cr)(?: redigee?)? ?[:,–—]"
    r"|^[ \t*_]*par(?= [a-z])",
    re.MULTILINE,
)
_BEHIND = regex(r"\s*(?:,[^,;\n]{3,60})?\s*\((?:redact(?:eur|rice)|secretaire(?: de seance)?|prise de notes|notes)\)")
_CIVIL = regex(r"[\W_]*(?:(?:M|Mme|Dr|Pr)\b\.?)?[\W_]*|(?:Pour|La?e?) [^.!?]{3,40}[,:] *")
_ROLE = regex(r"(?:[a-zà-ÿ][^.!?;:]{0,70})?")
#: How much of the subject a paper must say, in its first characters; what it is worth to be of the kind asked for;
#: how far the best must be from the next; how many proofs lead to papers; how many papers are few.
SAYS, OPENING, OF_KIND, APART, DEPTH, FEW = 0.5, 700, 0.3, 0.05, 40, 60
#: How many characters begin and end a paper, where its author is told, and how many lines sign it.
HEAD, TAIL, SIGNING = 2500, 900, 8


def answer(query: Query, library: Library) -> Answer | None:
    """Answer who wrote the paper that a question names; nothing for other questions."""
    asked = next((found for shape in _ASKED if (found := shape.search(query.folded))), None)
    if asked is None:
        return maker(query, library, KIND)
    document = _paper(query, library, asked["paper"])
    written = next(_authors(library, document), None) if document else None
    if document is None or written is None:
        why = "aucun document n'en nomme l'auteur"
        return doers.answer(query, library) or refused(query, KIND, why, "rédactions et signatures cherchées")
    people, span = written
    proof = (library.evidence(span, 1.0),)
    text = french.sentence(f"{french.join([one.label for one in people])} : « {library.reading(span)} »")
    facts = around_document(library, people[0], document.id)
    rows = tuple(entity_row(one, proof) for one in people)
    return Answer(query.text, KIND, french.shortened(text), rows, unique(facts))


def _paper(query: Query, library: Library, kind: str) -> Document | None:
    """Return the paper of which the title and first lines say what a question tells of it; nothing when two do."""
    topic = query.without(stems_of(_WORDS.split()))
    found = dict.fromkeys(
        [*sorted(query.reports), *(p.sentence.span.document_id for p in prove(topic, library)[:DEPTH])]
    )
    few = library.knowledge.documents if len(library.knowledge.documents) <= FEW else ()
    scored = []
    for document in (library.knowledge.documents[one] for one in {**found, **dict.fromkeys(few)}):
        opening = document.text[:OPENING]
        said = coverage(topic.terms, vocabulary(f"{document.title} {document.file_name} {opening}"))
        of_kind = _is_of_kind(document, kind)
        if (said >= SAYS or not topic.terms or document.id in query.reports) and (of_kind or not _is_letter(kind)):
            scored.append((said + OF_KIND * of_kind + OF_KIND * (document.id in query.reports), document))
    scored.sort(key=lambda one: -one[0])
    sure = scored and (len(scored) == 1 or scored[0][0] - scored[1][0] >= APART)
    return scored[0][1] if sure else None


def _is_letter(kind: str) -> bool:
    return kind in ("lettre", "courrier")


def _is_of_kind(document: Document, kind: str) -> bool:
    """Tell a paper that is of a kind by its own words: a letter by its layout, others by name."""
    if _is_letter(kind):
        return _LETTER.search(fold(document.text[:OPENING] + "\n" + document.text[-HEAD:])) is not None
    words = re.sub(r"\W+", " ", fold(f"{document.title} {document.file_name} {document.text[:OPENING]}"))
    return re.search(rf"\b{re.sub(r'[- ]', ' ', kind.rstrip('s'))}s?\b", words) is not None


def _authors(library: Library, document: Document) -> Iterator[tuple[list[Entity], Span]]:
    """Yield those whom a paper says to have written it, with the words that say so; then who signs it."""
    plain = fold_evenly(document.text)
    for begin, end in [(0, HEAD), (max(HEAD, len(plain) - TAIL), len(plain))]:
        for led in _LED.finditer(plain, begin, end):
            line = library.line_at(Span(document.id, led.start(), led.end()))
            found = [(one.span, one.entity) for one in after(library, line, led.end(), "person") if one.entity]
            if found:
                words = Span(document.id, led.start(), found[-1][0].end)
                yield [person for _, person in found], sentence_around(library, words)
        for mention, person in library.mentions_in(Span(document.id, begin, min(end, len(plain))), "person"):
            if _BEHIND.match(plain, mention.span.end):
                yield [person], sentence_around(library, mention.span)
    yield from _signed(library, document)


def _signed(library: Library, document: Document) -> Iterator[tuple[list[Entity], Span]]:
    """Yield those whose names are lines of their own at the end of a paper, with the line below that tells a role."""
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", document.text))[-SIGNING:]
    for line, below in zip(reversed(lines), [None, *reversed(lines)], strict=False):
        named = library.mentions_in(Span(document.id, line.start(), line.end()), "person")
        if len(named) == 1 and _signs(line, named[0][0].span):
            role = below is not None and _ROLE.fullmatch(below[0].strip())
            yield [named[0][1]], Span(document.id, line.start(), below.end() if below and role else line.end())


def _signs(line: re.Match[str], name: Span) -> bool:
    """Tell a line that is a name, with a civility before it and a role behind it at most."""
    before, behind = line[0][: name.start - line.start()], line[0][name.end - line.start() :]
    return _CIVIL.fullmatch(before) is not None and _ROLE.fullmatch(behind.strip(" ,*_–—-")) is not None
