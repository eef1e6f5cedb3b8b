"""Under what conditions something is done or accepted: the sentence about what is named that sets one."""

from kg.ask.answers.proofs import Proof, prove
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.semantic import tell
from kg.ask.sentences.nearest import sure
from kg.ask.sentences.replied import replies
from kg.regex import regex
from kg.types import Answer

KIND = "condition"
EXAMPLES = (
    "À quelle condition Marc Touvet croit-il au budget ?",
    "Sous quelle condition le budget avance-t-il, d'après Marc Touvet ?",
)
_ASKED = regex(r"\b(?:a|sous|avec|dans) quelles? (?:conditions?|reserves?)\b|^quelles? conditions?\b")
#: What the words of the question tell of nothing but its form.
_FORM = (
    "condition conditions réserve réserves dit disent dire accepte accepter accepterait croit croire avance peut "
    "pourrait doit faut"
)

#: What sets a condition; how many sentences are read, and how much of what is asked one must say.
_SETS = regex(r"\b(?:si|s'il|conditions?|pourvu|sous reserve|a moins|des lors|tant que|sans|sauf|seulement|exige\w*)\b")
READ, SAYS = 20, 0.35


def answer(query: Query, library: Library) -> Answer | None:
    """Answer with the sentences that set a condition to what is asked; nothing for other questions."""
    if not _ASKED.search(query.folded):
        return None
    about = query.without(stems_of(_FORM.split()))
    about = about if about.terms else query
    proofs = replies(about, library) or sure(about, library) or _setting(about, library)
    return tell(query, library, proofs, "what-is-said-about") if proofs else None


def _setting(query: Query, library: Library) -> list[Proof]:
    """Return the sentences that set a condition among those that say most of what is asked."""
    found = prove(query, library)[:READ]
    return [one for one in found if one.coverage >= SAYS and _SETS.search(one.sentence.folded)]
