"""The main verb of a question, « Quand l'enquête paraîtra-t-elle », and whether words tell what it says."""

from index import fold, tokens
from kg.ask.question.query import Query, Term
from kg.ask.sentences.told import says
from kg.regex import regex

_PRONOUN = r"(?:il|elle|ils|elles|on)"
_AUXILIARY = (
    r"(?:est|sont|sera|seront|etait|etaient|serait|a|ont|avait|avaient|aura|auront|fut|va|vont|doit|doivent|devait"
    r"|devra|peut|pourra|faut)"
)
#: Before the verb: « quand », « où », « jusqu'à quelle date », « dans quelle salle ».
_ASKS = (
    r"^(?:(?:vers|jusqu'a|jusqu'|depuis|de|d'|des|a|en|dans|a partir de|a compter de|pour) ?)?"
    r"(?:ou|quand|quel(?:le)?s? (?:\w+ )?\w+)"
)
_HELPING = r"(?:s'|se |y |ete |etre |d'abord |finalement |enfin |bien |deja |aussi )*"
#: A verb after its auxiliary, after the subject and a pronoun, just after what asks, or last of the question.
_SHAPES = (
    regex(rf"{_ASKS} {_AUXILIARY}(?:-t)?(?:-{_PRONOUN})? {_HELPING}(?P<verb>[a-z]{{4,}})\b"),
    regex(rf"{_ASKS} [^?]*?\b{_AUXILIARY}(?:-t)?-{_PRONOUN} {_HELPING}(?P<verb>[a-z]{{4,}})\b"),
    regex(rf"{_ASKS} (?:est-ce qu(?:e |'))?(?:se |s')?(?P<verb>[a-z]{{4,}})(?:-t-(?:il|elle|on)|-ils|-elles)?\b"),
    regex(rf"{_ASKS} [^?]*? (?P<verb>[a-z]{{4,}})-(?:t-)?{_PRONOUN} ?\??$"),
)
#: What ends a clause: a mark, or what leads to another subject, « et elle », « puis la soirée s'est… ».
_ENDS = regex(
    r"[;:!?«»()]|\.\s|,? (?:et|puis|mais|(?:tandis|alors) qu[e'’]) ?(?=(?:ils?|elles?|on)\b"
    r"|(?:le |la |les |l['’])[\w-]+ (?:s['’]|se |(?:est|sont|a|ont|sera|seront|aura|auront|avait|était)\b))"
)


def main_verb(query: Query) -> Term | None:
    """Return the idea of the main verb of a question of time or place, when its words hold one."""
    for shape in _SHAPES:
        found = shape.match(query.folded)
        term = next((one for one in query.terms if found and fold(one.words).startswith(found["verb"])), None)
        if term is not None and not term.words[:1].isupper():
            return term
    return None


def tells(verb: Term, words: str) -> float:
    """Return how surely (0..1) some words say an idea: that of a verb, in the clause where a date or a place stands."""
    said, contrary = says(verb, frozenset(tokens(words)))
    return 0.0 if contrary else said


def clause(words: str, at: tuple[int, int]) -> str:
    """Return the clause of a sentence around a slice: between two marks, or where another subject has its verb."""
    before = _ENDS.split(words[: at[0]])[-1]
    after = _ENDS.split(words[at[1] :])[0]
    return f"{before}{words[at[0] : at[1]]}{after}"
