"""Under what conditions something is done or accepted: the sentence about what is named that sets one."""

from dataclasses import replace

from kg.ask.library import Library
from kg.ask.nearest import sure
from kg.ask.query import Query
from kg.ask.replied import replies
from kg.ask.semantic import tell
from kg.ask.words import stems_of
from kg.regex import regex
from kg.types import Answer

KIND = "what-is-said-about"
EXAMPLES = ("À quelle condition Ana Belloir accepte-t-elle la navette ?",)
_ASKED = regex(r"\b(?:a|sous|avec|dans) quelles? (?:conditions?|reserves?)\b|^quelles? conditions?\b")
#: What the words of the question tell of nothing but its form.
_FORM = "condition conditions réserve réserves dit disent dire accepte accepter accepterait peut pourrait doit faut"


def answer(query: Query, library: Library) -> Answer | None:
    """Answer with the sentences that set a condition to what is asked; nothing for other questions."""
    if not _ASKED.search(query.folded):
        return None
    about = query.without(stems_of(_FORM.split()))
    about = about if about.terms else query
    proofs = replies(replace(about, quoted=None), library) or sure(about, library)
    return tell(query, library, proofs, KIND) if proofs else None
