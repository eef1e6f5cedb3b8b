"""Whether something is done that an item of minutes is entitled by: the decision at the end of that item tells."""

from collections.abc import Sequence
from itertools import islice

from index import fold, tokens
from kg.ask.answers.proofs import prove
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.search.things import Sentence
from kg.ask.sentences.told import Wanted, names_of, says, truly
from kg.ask.sessions.minutes import cut
from kg.ask.verdicts.decided import BARE, by_the_body, counts, decides, verdict_told
from kg.ask.verdicts.predicates import Asked, parts
from kg.lookup import opening_of
from kg.regex import regex
from kg.types import Answer

#: Who decides in minutes, or what is done to a thing by nobody named.
_BODY = regex(
    r"^(?:est-ce qu(?:e |'))?(?:le |la |l'|les )?"
    r"(?:conseil\w*|commune|ville|mairie|municipalite|communaute|agglo\w*|syndicat|departement|region|on)\b"
    r"|\b(?:sera|seront|va|vont)-(?:t-)?(?:il|elle|ils|elles)\b|\bete \w+e(?:e|s|es)?\b"
)
#: Titles of items whose adoption does not do what they name.
_ABOUT = regex(
    r"\b(?:contre|motion|voeu|refus|opposition|etude|demande|avis|report|debat|orientation\w*|annulation|abrogation"
    r"|information|point sur|avenir)\b"
)
_VOTE = regex(r"\W*(?:vote|adopt\w*|approuv\w*|delibere|decision|resultat\w*)\b")
#: Words for the body itself, that titles need not say.
_PLAIN = frozenset("conseil municipal commune ville mairie municipalite communaute syndicat".split())
#: Least share of what is asked that a title must say; how many reports are read; how many characters of an
#: item are its title.
SAYS, REPORTS, TITLE = 0.75, 6, 90


def entitled(query: Query, library: Library) -> Answer | None:
    """Answer whether a body does what an item of its minutes is entitled by; nothing for other questions."""
    asked = parts(query)
    if asked.predicate is None or query.entities("person"):
        return None
    body = any(one.start < asked.end and one.entity.kind in ("place", "organisation") for one in query.named)
    if not body and not _BODY.search(query.folded):
        return None
    names = names_of(query)
    things = tuple(one for one in (*asked.subject, *asked.object) if fold(one.words) not in _PLAIN)
    if not things and not any(named.start > asked.end for named in query.named):
        return None
    near = dict.fromkeys(proof.passage.span.document_id for proof in prove(query, library))
    for document_id in islice(near, REPORTS):
        for title, sentences in cut(library, document_id):
            here = all(_is_named(library, name, title, sentences) for name in names)
            if here and _entitles(asked, title, sentences) and _share(things, title) >= SAYS:
                at = next((at for at in reversed(range(len(sentences))) if _settles(query, sentences[at])), None)
                if at is not None and by_the_body(query, library, sentences, at):
                    return verdict_told(query, library, "adopte", sentences, at)
    return None


def _share(things: Sequence[Term], title: frozenset[str]) -> float:
    """Return how much of some ideas a title says (0..1), in words that mean the same too."""
    said = sum(one.weight * says(one, title)[0] for one in things)
    return said / (sum(one.weight for one in things) or 1.0) if things else 1.0


def _entitles(asked: Asked, title: frozenset[str], sentences: list[Sentence]) -> bool:
    """Tell an item whose title says the predicate, in the sense of the question."""
    assert asked.predicate is not None
    said, contrary = says(asked.predicate, title)
    return (
        said > 0 and not contrary and truly(asked.predicate, title) and not _ABOUT.search(sentences[0].folded[:TITLE])
    )


def _settles(query: Query, sentence: Sentence) -> bool:
    """Tell a sentence that counts the votes, or settles in a few words."""
    short = len(sentence.words.split()) <= BARE or _VOTE.match(sentence.folded)
    return decides(query, sentence) and bool(short or counts(sentence.words))


def _is_named(library: Library, name: Wanted, title: frozenset[str], sentences: list[Sentence]) -> bool:
    """Tell whether an item, its title or the opening of its report names a thing."""
    document = library.knowledge.documents[sentences[0].span.document_id]
    text = " ".join((opening_of(document), *(one.words for one in sentences)))
    entitled_so = any(frozenset(tokens(way)) <= title for way in name.names)
    return entitled_so or name.told(set(), " ".join(fold(text).split()))
