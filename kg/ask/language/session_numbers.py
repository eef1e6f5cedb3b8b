"""Sessions by their numbers: « session 2 », « SESSION II », « la troisième table ronde »."""

import re

from kg.regex import regex

#: « la troisième table ronde » is the « table ronde 3 ».
_ORDINALS = {
    word: str(number)
    for number, words in enumerate(
        ("premiere? 1ere? 1er", "deuxieme seconde? 2e 2nde? 2eme", "troisieme 3e 3eme", "quatrieme 4e 4eme",
         "cinquieme 5e", "sixieme 6e", "septieme 7e"), 1)
    for word in words.split()
}  # fmt: skip
_KINDS = (
    "session|atelier|table ronde|table|sequence|temps|seance|groupe|mouvement|acte|volet|panel|plateau|debat|cercle"
)
_ORDINAL = regex(rf"\b(?P<rank>{'|'.join(_ORDINALS)}) (?P<kind>{_KINDS})\b")
RANK = regex(rf"\b(?:{'|'.join(_ORDINALS)})(?= $)")
NUMBERED = regex(
    rf"\b(?P<kind>{_KINDS}) "
    r"(?:n[o°] ?)?(?P<number>\d{1,2}|x{0,3}(?:i[xv]|vi{0,3}|i{1,3})|x{1,3}|[b-h])\b(?!')"
)
_ROMAN = {"i": 1, "v": 5, "x": 10}


def with_numbers(folded: str) -> str:
    """Write « troisième table ronde » as « table ronde 3 »."""

    def number(match: re.Match[str]) -> str:
        rank = next(value for word, value in _ORDINALS.items() if re.fullmatch(word, match["rank"]))
        return f"{match['kind']} {rank}"

    return _ORDINAL.sub(number, folded)


def number_of(words: str) -> tuple[str, int] | None:
    """Return the kind and the number of a session that bears one: « session 2 », « SESSION II »."""
    found = NUMBERED.search(words)
    return (found["kind"], _number(found["number"])) if found else None


def has_same_number(words: str, others: str) -> bool | None:
    """Tell whether folded words name a session by the number that others bear; nothing when the first bear none."""
    asked = number_of(with_numbers(words))
    return asked == number_of(with_numbers(others)) if asked else None


def _number(written: str) -> int:
    """Return a number, 8 for « viii »; for a letter one beyond all of these."""
    if written[0] not in _ROMAN:
        return int(written) if written.isdigit() else ord(written)
    values = [_ROMAN[letter] for letter in written]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
