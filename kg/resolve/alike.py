"""How alike two names are that resolution kept apart: looser than what it merges, for a human to judge."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.extract.body_keys import SMALL, body_key
from kg.lexicon.given_names import is_given_name
from kg.lexicon.places import area_kind
from kg.resolve.forms import Form
from kg.resolve.slips import distance

_MOST_KEYS = 4


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """How alike two names are, in 0..1, and why: which two values matched."""

    score: float
    reason: str


def people_alike(left: Form, right: Form) -> Likeness | None:
    """Compare two forms of people that are two entities; nothing when nobody would take them for one."""
    if left.gender and right.gender and left.gender != right.gender:
        return None
    short, long = sorted((left.words, right.words), key=lambda words: (len(words), words))
    found = _same_words(short, long) or _same_surname(short, long) or _slip(short, long)
    if found is None:
        return None
    score, why = found
    if len(short) == 1 and left.document != right.document and not left.bodies & right.bodies:
        return None
    score += 0.1 * bool(left.bodies & right.bodies) - 0.1 * bool(left.bodies and right.bodies)
    score += 0.05 * (left.document == right.document)
    return Likeness(round(min(score, 0.95), 2), f"{why} : « {left.name} » et « {right.name} »")


def _same_words(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[float, str] | None:
    if short == long:
        return 0.75, "même nom, tenu pour deux homonymes"
    if sorted(short) == sorted(long) or "".join(short) == "".join(long):
        return 0.8, "mêmes mots, dans un autre ordre ou coupés autrement"
    return None


def _same_surname(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[float, str] | None:
    if len(short) == 1:
        return (0.5, "nom seul") if short[0] in long[1:] else None
    first, other = short[0], long[0]
    if not set(short[1:]) & set(long[1:]):
        return None
    if first == other:
        whole = set(short[1:]) <= set(long[1:])
        return (0.7, "nom plus court") if whole else (0.5, "même prénom, un nom en commun")
    if short[-1] != long[-1]:
        return None
    if min(len(first), len(other)) == 1:
        return (0.65, "initiale") if first[0] == other[0] else None
    if is_given_name(first) and is_given_name(other):
        return None
    if _one_letter(first, other):
        return 0.6, "prénoms à une lettre près"
    return (0.5, "prénom abrégé") if _begins(first, other) else None


def _slip(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[float, str] | None:
    """Tell names of which one word differs by one letter, or by two when it is long."""
    if len(short) != len(long) or len(short) < 2:
        return None
    different = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
    if len(different) != 1 or all(is_given_name(word) for word in different[0]):
        return None
    a, b = different[0]
    if _one_letter(a, b):
        return 0.65, "une lettre d'écart"
    return (0.5, "deux lettres d'écart") if min(len(a), len(b)) >= 7 and distance(a, b) <= 2 else None


def _one_letter(left: str, right: str) -> bool:
    return min(len(left), len(right)) >= 3 and distance(left, right) <= 1


def _begins(left: str, right: str) -> bool:
    low, high = sorted((left, right), key=len)
    return len(low) >= 3 and high.startswith(low)


def person_blocks(form: Form) -> list[str]:
    """Return the keys of the blocks of a person: surname with the initial of the given name, names that slip apart."""
    words = form.words
    if len(words) == 1:
        return [f"seul:{words[0]}"]
    keys = {f"{words[0][0]}:{word}" for word in words[1:]} | {f"seul:{word}" for word in words[1:]}
    keys |= {f"{words[0]}:{word[:2]}" for word in words[1:]}
    return sorted(keys | {f"={''.join(sorted(words))}"})


def bodies_alike(left: Form, right: Form) -> Likeness | None:
    """Compare two forms of organisations that are two entities."""
    found = _acronym(left, right) or _same_place(left, right) or _near_bodies(left, right)
    if found is None:
        return None
    score, why = found
    score += 0.1 * (left.document == right.document)
    return Likeness(round(min(score, 0.95), 2), f"{why} : « {left.name} » et « {right.name} »")


def _acronym(left: Form, right: Form) -> tuple[float, str] | None:
    for short, long in ((left, right), (right, left)):
        letters = short.name.replace(".", "").replace("-", "")
        if (
            " " not in short.name
            and letters.isupper()
            and len(letters) > 2
            and letters.lower() in _initials(long.words)
        ):
            return 0.65, "sigle et nom qui a ces initiales"
    return None


def _same_place(left: Form, right: Form) -> tuple[float, str] | None:
    """Tell a bare place from an authority of that place; two authorities of one place are two bodies."""
    kinds = [body_key(form.name).rpartition(":") for form in (left, right)]
    if kinds[0][2] != kinds[1][2]:
        return None
    return (0.6, "même lieu, collectivité non dite") if (not kinds[0][0]) != (not kinds[1][0]) else None


def _near_bodies(left: Form, right: Form) -> tuple[float, str] | None:
    kinds = {body_key(form.name).rpartition(":")[0] for form in (left, right)} - {""}
    short, long = sorted((_content(left.words), _content(right.words)), key=lambda words: (len(words), words))
    if len(kinds) == 2 or not short:
        return None
    if sorted(short) == sorted(long):
        return 0.75, "mêmes mots"
    if len(short) == len(long):
        different = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
        slipped = len(different) == 1 and _slipped_word(*different[0])
        return (0.65, "une ou deux lettres d'écart") if slipped else None
    if len(short) >= 2 and len(long) - len(short) <= 3 and set(short) <= set(long):
        return round(0.35 + 0.3 * len(short) / len(long), 2), "nom contenu dans l'autre"
    return None


def _slipped_word(left: str, right: str) -> bool:
    if left.isdigit() or right.isdigit() or (area_kind(left) and area_kind(right)):
        return False
    return min(len(left), len(right)) >= 5 and distance(left, right) <= (2 if min(len(left), len(right)) >= 10 else 1)


def body_blocks(names: Iterable[tuple[str, ...]]) -> Callable[[Form], list[str]]:
    """Return the function that gives the keys of an organisation: its rarest words, their beginnings, its initials."""
    counts = Counter(word for words in names for word in set(_content(words)))

    def keys(form: Form) -> list[str]:
        content = sorted(set(_content(form.words)), key=lambda word: (counts[word], word))[:_MOST_KEYS]
        found = set(content) | {f"{word[:4]}…" for word in content if len(word) >= 5}
        return sorted(found | {f"={letters}" for letters in _initials(form.words)} | {f"={''.join(form.words)}"})

    return keys


def _content(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in SMALL)


def _initials(words: tuple[str, ...]) -> set[str]:
    content = _content(words)
    return {"".join(w[0] for w in content), "".join(w[0] for w in words)} if len(content) >= 2 else set()
