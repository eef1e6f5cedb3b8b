"""What was said at a session: questions for those who said something there, and the words of the session alone."""

from index import fold, tokens
from kg.ask.language.words import reports, speech_stems
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sentences.about import Said, least
from kg.ask.sessions.asked import ASKING_PARTS
from kg.ask.sessions.parts import taking_part
from kg.regex import regex

#: Whom a question asks for among those of a session, folded.
_AMONG = regex(
    r"^(?:et |alors )?(?:quel(?:le)?s? (?:intervenant|orat|participant|invite)\w*"
    r"|(?:parmi|entre|chez) (?:les |ceux |tous )[^?]{3,120}?\b(?:qui|lesquel(?:le)?s?)\b"
    r"|(?:qui|lesquel(?:le)?s?),? parmi (?:les |ceux |tous ))"
)
_WORD = regex(r"\w[\w'-]*")
#: What is announced of somebody is no speech: « qui était annoncé ».
_PASSIVE = frozenset("est sont etait etaient ete fut furent".split())
#: Words before a noun.
_LEADS = frozenset("le la les l un une des de d du au aux ce cette ces sur pour en".split())


def asks_what_is_said(query: Query) -> bool:
    """Tell a question for those of an event who spoke of something: « parmi ses orateurs, qui parle d'eau ? »."""
    among = _AMONG.match(query.folded)
    at = _speaking(query.folded, among.end()) if among else None
    if at is None:
        return False
    known = ASKING_PARTS | speech_stems() | frozenset(tokens(query.event.label) if query.event else ())
    subject = [term for term in query.terms if not known.issuperset(tokens(term.words))]
    return any(query.folded.find(fold(term.words), at) >= 0 for term in subject)


def _speaking(folded: str, start: int) -> int | None:
    """Return where the first verb of speech ends, from a place of a folded question; nothing when none is said."""
    before = ""
    for word in _WORD.finditer(folded, start):
        if word[0] in _PASSIVE:
            return None
        stems = tokens(word[0])
        speaks = bool(stems) and speech_stems().issuperset(stems) and not ASKING_PARTS.issuperset(stems)
        if before not in _LEADS and (speaks or reports(word[0], " que") or word[0].startswith("parl")):
            return word.end()
        before = word[0]
    return None


def inside(query: Query, library: Library, said: list[Said]) -> list[Said]:
    """Keep what is said at the session that a question names, or by those who have a part there, when some is near."""
    if query.event is None or query.event.kind != "session" or not said:
        return said
    session = library.knowledge.entity_of(query.event.mention)
    people = {agent.id for agent, _ in taking_part(library, query.event, ("speaker", "moderator"))}
    speakers = {one.quotation.id: library.knowledge.entity_of(one.quotation.speaker) for one in said}
    kept = [
        one
        for one in said
        if library.knowledge.entity_of(one.quotation.session) == session
        or ((speaker := speakers[one.quotation.id]) and speaker.id in people)
    ]
    return kept if kept and kept[0].score >= least(query, library) else said
