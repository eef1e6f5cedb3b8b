"""French sentences for answers: lists, elision, dates, numbers, ends of sentence."""

import re
from collections.abc import Sequence

from index import fold
from kg.lexicon.months import MONTHS as MONTHS
from kg.regex import regex

#: Longest text of an answer, in characters.
LONGEST = 600
#: « … ? Avec Claire Petit (Ville de Lens), … »: who speaks, behind the title of a session.
_WITH_NAMES = regex(r"(?:\.|(?<=[?!…»])) Avec (?=(?:(?:M\.|Mme|Dr|Pr) )?[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ýd-].*\().*$")
_NUMBERS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()


def join(names: Sequence[str], *, last: str = "et", most: int = 12) -> str:
    """Return « A, B et C »; past `most` names, « A, B et 7 autres »."""
    shown = list(names)
    if len(shown) > most:
        shown = [*shown[: most - 1], f"{len(names) - most + 1} autres"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {last} {shown[-1]}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return « 1 personne », « 3 personnes »: zero and one are singular in French."""
    return f"{number} {singular if abs(number) < 2 else plural or singular + 's'}"


def title(label: str) -> str:
    """Return the title of a session without the speakers that its line goes on with."""
    return _WITH_NAMES.sub("", label)


def of(name: str) -> str:
    """Return « d'Ana Belloir », « de Marc Touvet », « du Réseau » of « Le Réseau »."""
    article, _, rest = name.partition(" ")
    if rest and article in ("Le", "Les"):
        return f"{'du' if article == 'Le' else 'des'} {rest}"
    return f"d'{name}" if fold(name)[:1] in "aeiou" else f"de {name}"


def spelled(number: int, *, feminine: bool = False) -> str:
    """Return a small number in words, « une » for one in the feminine, digits above sixteen."""
    if number == 1 and feminine:
        return "une"
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def date(iso: str) -> str:
    """Return « 5 juillet 2018 », « mai 2024 », « 2015 » from an ISO date, without its hour."""
    day, *_ = iso.split("T")
    parts = day.split("-")
    if len(parts) == 1:
        return parts[0]
    month = MONTHS[int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    number = "1er" if int(parts[2]) == 1 else str(int(parts[2]))
    return f"{number} {month} {parts[0]}"


def hour(iso: str) -> str | None:
    """Return « 9 h », « 17 h 30 » from the hour of an ISO date, nothing when it has none."""
    if "T" not in iso:
        return None
    hours, minutes = iso.split("T")[1].split(":")[:2]
    return f"{int(hours)} h" + (f" {minutes}" if minutes != "00" else "")


def period(start: str | None, end: str | None) -> str:
    """Return « le 5 juillet 2018, de 9 h à 17 h », « du 20 au 21 juin 2022 », « en mai 2024 »; empty when unknown."""
    if not start:
        return ""
    first = date(start)
    day = start.split("T")[0]
    told = f"le {first}" if day.count("-") == 2 else f"en {first}"
    if end and end.split("T")[0] != day and day.count("-") == 2:
        told = f"du {_shortened(first, date(end))} au {date(end)}"
    begins, ends = hour(start), hour(end) if end else None
    if begins and ends and begins != ends:
        return f"{told}, de {begins} à {ends}"
    return f"{told}, à {begins}" if begins else told


def _shortened(first: str, last: str) -> str:
    """Leave out of a first date the month and year that the last one repeats."""
    shared = first.split(" ")
    other = last.split(" ")
    while len(shared) > 1 and shared[-1] == other[-1]:
        shared.pop()
        other.pop()
    return " ".join(shared)


def sentence(words: str) -> str:
    """Return the words as a sentence: a capital first, one final mark."""
    words = " ".join(words.split())
    if not words:
        return words
    whole = words[0].upper() + words[1:].rstrip(" ,;:")
    return whole if re.search(r"[.!?…]\s*[»”)]?$", whole) else whole + "."


def shortened(words: str, longest: int = LONGEST) -> str:
    """Cut words at a space so that they hold in `longest` characters, with « … » when something is left out."""
    words = " ".join(words.split())
    if len(words) <= longest:
        return words
    cut = words.rfind(" ", 0, longest - 1)
    return words[: cut if cut > longest // 2 else longest - 1].rstrip(" ,;:") + "…"


def quoted(words: str, longest: int = LONGEST) -> str:
    """Return words between marks, for the end of a sentence: « il n'est pas venu », without a stop of their own."""
    cut = shortened(words, longest)
    return f"« {cut[:-1] if cut.endswith('.') else cut} »"


def told(words: str) -> str:
    """Return the words as the text of an answer: a sentence, shortened."""
    return shortened(sentence(words))
