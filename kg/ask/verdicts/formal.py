"""What stands in minutes as a form: those present, the approval of the minutes, the words of a proposal, a vote."""

from index import fold
from kg.ask.question.query import Query
from kg.regex import regex

#: The list of those who are there, and the approval of the minutes: they tell of nothing else.
_PRESENT = regex(
    r"\W*(?:etai(?:en)?t |sont |est )?(?:presente?s?|excusee?s?|absente?s?|pouvoirs?|assist\w+|invitee?s?"
    r"|assise?s?)\b[^:.]{0,50}:"
)
_OF_PRESENCE = regex(
    r"(?<!\bse )\b(?:presente?s?(?!-t-)|excusee?s?|absente?s?|pouvoir|procuration|venu\w*"
    r"|assist\w+|particip\w+|secretaire)\b"
)
_MINUTES = regex(r"\b(?:proces-verb\w+|compte[- ]rendu|pv|cr)\b")
_APPROVED = regex(r"\b(?:adopt|approuv|valid)\w*")
#: What takes up a proposal.
TAKES_UP = regex(
    r"\W*(?:la|cette|sa|l'|cet|ce|le) ?(?:proposition|demande|idee|suggestion|motion|requete|voeu|souhait)\b"
)

#: Questions whether two people agree, and the words that tell that somebody does or does not.
_AGREE = regex(r"\bd'accord avec\b|\b(?:meme|memes) avis\b|\bpartage\w*(?:-t-\w+)? l'avis\b")
_ACCORD = regex(
    r"\b(?:accord|avis|partag\w+|rejoin\w+|approuv\w+|contredi\w+|contest\w+|oppos\w+|abond\w+|dout\w+|nuanc\w+"
    r"|temper\w+|object\w+|repliqu\w+|retorqu\w+|soutien\w*)\b"
)


def lists_people(words: str) -> bool:
    """Tell a line that lists those who are there, excused or invited."""
    return _PRESENT.match(fold(words)) is not None


def is_formal(query: Query, words: str) -> bool:
    """Tell the list of those who are there, or the approval of the minutes, of which the question does not ask.

    A vote tells nothing of two people who agree, unless its words say so.
    """
    plain = fold(words)
    if _AGREE.search(query.folded) and len(query.entities("person")) > 1 and not _ACCORD.search(plain):
        return True
    if lists_people(words):
        return not _OF_PRESENCE.search(query.folded)
    return bool(_APPROVED.search(plain) and _MINUTES.search(plain) and not _MINUTES.search(query.folded))
