"""Words that a line end cuts: « dévelop-⏎pement » is one word, « peut-⏎être » keeps its hyphen."""

import re

from corpus.lexicon import french

_CUT = re.compile(
    r"(?<![^\W\d_])(?<![^\W\d_]-)((?:[^\W\d_]{1,20}-){0,3}[^\W\d_]{1,30})(-|\u00ad)\n[ \t]*"
    r"([^\W\d_]{2,30}(?:-[^\W\d_]{1,20})?)"
)
_END = re.compile("[-\u00ad]\n")
#: Most characters of a word, compounds included.
_LONGEST = 130
_SOFT = re.compile("\u00ad(?!\n)")


def joined(text: str) -> str:
    """Return a text whose words cut by a hyphen at a line end are whole; soft hyphens inside lines go.

    The hyphen goes when the joined word is French, stays when the compound is, or when both parts are words of their
    own and the joined word is unknown; else it goes after a lower-case letter and before another.
    """
    if "\u00ad" in text:
        text = _SOFT.sub("", text)
    if "-\n" not in text and "\u00ad\n" not in text:
        return text
    parts: list[str] = []
    at = 0
    for end in _END.finditer(text):
        match = _CUT.search(text, max(at, end.start() - _LONGEST), end.end() + _LONGEST)
        if match and match.start() < end.start():
            parts += [text[at : match.start()], _whole(match)]
            at = match.end()
    return "".join([*parts, text[at:]])


def _whole(match: re.Match[str]) -> str:
    before, hyphen, after = match.groups()
    if hyphen == "\u00ad":
        return before + after
    if not (before[-1].islower() and after[0].islower()):
        return f"{before}-{after}" if before.istitle() and after.istitle() else match[0]
    return before + after if not _keeps_hyphen(before, after) else f"{before}-{after}"


def _keeps_hyphen(before: str, after: str) -> bool:
    words = french()
    if f"{before}-{after}" in words or _COMPOUND.fullmatch(before):
        return True
    if before + after in words:
        return False
    return before in words and after in words and len(before) > 2 and len(after) > 2


_COMPOUND = re.compile(
    r"(?:.+-)?(?:peut|celui|celle|ceux|celles|vice|lui|eux|elle|dit|quasi|demi|rendez)", re.IGNORECASE
)
