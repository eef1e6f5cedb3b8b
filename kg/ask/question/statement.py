"""What a question in « qui » tells as said, without the words that ask: « la rue se vide » of « Qui craint que… »."""

import re
from functools import lru_cache
from itertools import islice

from index import fold, tokens
from kg.ask.language.words import WHO_SAID, reports, speech_stems
from kg.regex import regex

#: « Quelle élue étrangère explique que… »: a verb of speech follows closely whom it asks for.
_WHICH, _FIRST = regex(r"(?:[^,?]{3,60}, )?quel(?:le)?s? [\w'-]+ "), 5
#: A question that closes with whom it asks for: « le pain local, qui en a parlé ? ».
_LAST = regex(r"\s*[,:;–-]+\s*(?:de |par )?qui\b(?P<rest>(?: \S+){0,5})\s*$")
#: A clause that a verb introduces, whatever the verb: « qui a découvert que… ».
_CLAUSE = regex(r"(?:(?!qu|une?\b|l[ea]s?\b|d[ue]s?\b)\S+ ){1,4}?(?:que |qu'(?!est))")
#: Small words between what asks and what is told, folded; what joins both, which is no part of what is told.
_AUXILIARIES = frozenset(
    "a ont avait avaient aurait est sont etait etaient s'est s'etait se sont s s' ne n' n'a n'ont n'est n'etait pas "
    "plus jamais en y l' l'a l'ont ete bien deja toujours aussi c'est qui s'en ca cela".split()
)
_LINK = regex(r"(?:que |qu'|de |d'|sur |contre )+")


@lru_cache(maxsize=64)
def statement(question: str) -> str:
    """Return what is told as said, in the question's own words; nothing of a question that asks nobody's words."""
    written = question.replace("’", "'").rstrip(" ?!.")
    plain = fold(written)
    if len(plain) != len(written):
        return ""
    closing = _LAST.search(plain)
    if closing and closing.start() > 0 and all(_asks(word, "") for word in closing["rest"].split()):
        return written[: closing.start()]
    asks = _asked_until(plain)
    if asks is None:
        return ""
    clause = _CLAUSE.match(plain, asks)
    start = clause.end() if clause else _told_from(written, asks)
    link = _LINK.match(plain, start)
    return written[link.end() if link else start :]


def _asked_until(plain: str) -> int | None:
    """Return where the verb of a question may begin that asks who said something; nothing for other questions."""
    asks = WHO_SAID.match(plain)
    if asks:
        return asks.end()
    which = _WHICH.match(plain)
    if which is None:
        return None
    words = islice(re.finditer(r"\S+", plain[which.end() :]), _FIRST)
    verbs = (word for word in words if reports(word[0], plain[which.end() + word.end() :]))
    return next((which.end() + verb.start() for verb in verbs), None)


def _told_from(written: str, start: int) -> int:
    """Return where what is told begins: after the verb that asks, with the small words around it."""
    for word in re.finditer(r"\S+", written[start:]):
        if not _asks(word[0], written[start + word.end() :]):
            return start + word.start()
    return len(written)


def _asks(word: str, after: str) -> bool:
    """Tell an auxiliary, or a word of speech, by what follows it."""
    stems = tokens(word)
    return fold(word).strip(",;:") in _AUXILIARIES or bool(
        stems and (speech_stems().issuperset(stems) or reports(word, after))
    )
