"""The marks inside a line: emphasis, links, tags, calls of notes; they go and the words stay.

Every pattern is bounded, so that a line of half a megabyte of marks takes no more than a second.
"""

import re

_MARKS = re.compile(r"[*_<\[\\`]")
_TAGS = (
    "a|abbr|article|aside|b|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption"
    "|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|main|mark|nav|ol|p|pre|q|s|samp|section|small|span|strike"
    "|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|o:p"
)
#: A pattern, what stays of it, and a sign without which it cannot be found.
_INLINE = [
    ("`", re.compile(r"`{1,3}"), ""),
    ("<", re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>"), r"\1"),
    ("<", re.compile(r"<sup>\s{0,5}[\[(]?\d{1,3}[\])]?\s{0,5}</sup>"), ""),
    # Raised letters stay a word of their own, as the source has them: « 1 ère ».
    ("<", re.compile(r"(?<=\d)<sup>(?=\s{0,5}[^\W\d_])"), " "),
    ("<", re.compile(r"<br\s{0,5}/?>", re.IGNORECASE), " "),
    ("<", re.compile(rf"(?<!<)</?(?:{_TAGS})(?:[\s/][^<>\n]{{0,200}})?>(?!>)", re.IGNORECASE), ""),
    ("[", re.compile(r"\[\^[^\]\[\s]{1,40}\]"), ""),
    ("[", re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)"), ""),
    ("[", re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)"), r"\1"),
    ("*", re.compile(r"\*(?<=\S\*)\*{0,2}|\*{1,3}(?=\S)"), ""),
    ("_", re.compile(r"_(?<!\w_)_?(?=\S)|_(?<=\S_)_?(?!\w)"), ""),
    ("  ", re.compile(r" {2,}"), " "),
]
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
#: Private characters stand for what is escaped while the marks go.
_PRIVATE = 0xE100
_HIDDEN = re.compile(f"[{chr(_PRIVATE + 0x21)}-{chr(_PRIVATE + 0x7E)}]")


def clean(text: str, *, escapes: bool = False) -> str:
    """Return a text without its marks, with runs of spaces folded; a backslash escapes a sign when `escapes`."""
    if "  " not in text and not _MARKS.search(text):
        return text
    hidden = escapes and "\\" in text
    if hidden:
        text = _ESCAPED.sub(lambda match: chr(_PRIVATE + ord(match[1])), text)
    for sign, pattern, kept in _INLINE:
        if sign in text:
            text = pattern.sub(kept, text)
    return _HIDDEN.sub(lambda match: chr(ord(match[0]) - _PRIVATE), text) if hidden else text


def without_comments(text: str) -> str:
    """Return a text without its `<!-- comments -->`; one that is never closed stays."""
    if "<!--" not in text:
        return text
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join([*kept, text[at:]])
