"""Who wrote a book, made a film or an exhibition: the name beside its title, after « de », or before « publie »."""

from collections.abc import Iterator

from corpus import Span
from index import fold_evenly, tokens
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import cited, sentence_around
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.regex import regex
from kg.types import Answer, Entity

_WORK = (
    r"(?:livre|ouvrage|roman|essai|recueil|bd|bande dessinee|film|documentaire|chanson|piece|these|guide|etude"
    r"|exposition|spectacle|podcast|album|poeme|conte)"
)
_ARTICLE = r"(?:le |la |les |l'|un |une |ce |cet |cette |son |sa )?"
#: « Qui a écrit « T » ? », « l'auteure du livre T », « de qui est le film T ».
_ASKED = tuple(
    regex(shape)
    for shape in (
        r"^(?:et |alors )?(?:qui|quelle personne) (?:a |avait )?(?:ecrit|publi\w+|realis\w+|compos\w+|sign\w+)e? "
        rf"{_ARTICLE}(?:{_WORK} )?(?P<title>[^?]{{4,100}})",
        r"\b(?:auteure?|autrice|realisat\w+|composit\w+) (?:de |du |d')"
        rf"{_ARTICLE}(?:{_WORK} )?(?:intitulee? )?(?P<title>[^?]{{4,100}})",
        rf"^de qui (?:est|sont) {_ARTICLE}(?:{_WORK} )?(?P<title>[^?]{{4,100}})",
    )
)
#: What stands between a title and who made it, and between who made it and its title, folded.
_AFTER = regex(r"[\W_]*,?\s*(?:(?:\w+ ){0,2}(?:de |d')|par )(?:m\. |mme |dr )?$")
_BEFORE = regex(
    r"^[^.!?]{0,60}?\b(?:publi\w+|ecrit|a signe|signe|auteure?|autrice|realis\w+|fait paraitre"
    rf"|{_ARTICLE}{_WORK}|compos\w+)\b[^.!?]{{0,30}}$"
)
#: How many characters from a title to who made it, and how many words a title has when no mark tells it is one.
NEAR, FEWEST = 120, 2


def maker(query: Query, library: Library, kind: str) -> Answer | None:
    """Answer who made the work whose title a question writes; nothing when it writes none that the corpus holds."""
    asked = next((found for shape in _ASKED if (found := shape.search(query.folded))), None)
    if asked is None:
        return None
    title = query.quoted or asked["title"].strip(" ?.«»\"'")
    if len(tokens(title)) < FEWEST and not query.quoted:
        return None
    for person, span in _named(library, title):
        proof = cited(library, sentence_around(library, span))
        text = french.sentence(f"{person.label} : « {proof.quote} »")
        facts = unique(around_document(library, person, span.document_id))
        return Answer(query.text, kind, french.shortened(text), (entity_row(person, (proof,)),), facts)
    return None


def _named(library: Library, title: str) -> Iterator[tuple[Entity, Span]]:
    """Yield those whom the words beside a title say to have made it, with the slice that says so."""
    for span in library.find_phrase(title):
        text = fold_evenly(library.knowledge.documents[span.document_id].text)
        around = Span(span.document_id, max(0, span.start - NEAR), min(len(text), span.end + NEAR))
        found = sorted(library.mentions_in(around, "person"), key=lambda pair: pair[0].span.start)
        for mention, person in found:
            begin, end = mention.span.start, mention.span.end
            told = Span(span.document_id, min(begin, span.start), max(end, span.end))
            if (begin >= span.end and _AFTER.match(text[span.end : begin])) or (
                end <= span.start and _BEFORE.match(text[end : span.start])
            ):
                yield person, told
