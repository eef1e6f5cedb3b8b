"""Which forms name one organisation: case, accents, kind and place of an authority, acronym and long form."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from kg.extract.acronyms import is_acronym
from kg.extract.body_keys import SMALL, body_key
from kg.extract.tokens import Token
from kg.lexicon.bodies import BODIES, KNOWN_BODIES
from kg.lexicon.body_slots import BARE_KINDS
from kg.lexicon.folding import fold, fold_words
from kg.lexicon.places import area_kind
from kg.regex import regex
from kg.types import Extraction, Mention


class Union:
    """Groups of keys that are merged two by two; the smallest key stands for its group."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def find(self, key: str) -> str:
        """Return the key that stands for a group."""
        while self._up.get(key, key) != key:
            self._up[key] = self._up.get(self._up[key], self._up[key])
            key = self._up[key]
        return key

    def join(self, left: str, right: str) -> None:
        """Merge the groups of two keys."""
        low, high = sorted((self.find(left), self.find(right)))
        self._up[high] = low


def body_groups(extractions: Sequence[Extraction]) -> dict[str, str]:
    """Return, for each mention of an organisation, the key of the group that it belongs to."""
    keys: dict[str, str] = {}
    union = Union()
    told = _told_acronyms(extractions)
    for short, long in KNOWN_BODIES.items():
        told.setdefault(body_key(short), set()).add(body_key(long))
    for extraction in extractions:
        mine = {m.id: body_key(m.name) for m in extraction.mentions if m.kind == "organisation"}
        _join_acting(extraction, mine)
        _join_slips(sorted(set(mine.values())), union)
        _join_short_towns(sorted(set(mine.values())), union)
        _join_without_kind(set(mine.values()), union)
        _join_with_place(extraction, set(mine.values()), union)
        keys.update(mine)
    _join_acronyms(extractions, keys, told, union)
    return {mention: union.find(key) for mention, key in keys.items()}


def _told_acronyms(extractions: Sequence[Extraction]) -> dict[str, set[str]]:
    """Return the long forms that documents give for each folded acronym."""
    told: dict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        by_id = {mention.id: mention for mention in extraction.mentions}
        for statement in extraction.statements:
            if statement.predicate == "skos:altLabel" and statement.subject in by_id:
                told[body_key(statement.object)].add(body_key(by_id[statement.subject].name))
    return told


def _join_acting(extraction: Extraction, keys: dict[str, str]) -> None:
    """Give a place that acts to the one authority that the document names for it, the city's first."""
    authorities: dict[str, set[str]] = defaultdict(set)
    acting = [m for m in extraction.mentions if m.rule.startswith("acting-place")]
    silent = {m.id for m in acting}
    for identifier, key in keys.items():
        if ":" in key and identifier not in silent:
            authorities[key.split(":", 1)[1]].add(key)
    for mention in extraction.mentions:
        bare = keys.get(mention.id, ":")
        if (
            ":" not in bare
            and mention.rule.startswith(("table-cell", "function-tail"))
            and len(authorities.get(bare, ())) == 1
        ):
            keys[mention.id] = next(iter(authorities[bare]))
    for mention in acting:
        canon, place = _acting_place(mention)
        known = authorities.get(place, set())
        own = f"{canon}:{place}"
        keys[mention.id] = own if own in known or len(known) != 1 else next(iter(known))


def _acting_place(mention: Mention) -> tuple[str, str]:
    if mention.name.startswith("Département : "):
        return "departement", " ".join(w for w in fold_words(mention.name.split(":", 1)[1]) if w not in SMALL)
    return tuple(body_key(mention.name).split(":", 1))  # type: ignore[return-value]


def _join_slips(keys: Sequence[str], union: Union) -> None:
    """Merge, within one document, names that one or two letters separate and that are no two known places."""
    from rapidfuzz.distance import Levenshtein

    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in keys:
        canon, _, rest = key.rpartition(":")
        if len(rest) >= 6:
            blocks[canon, rest[:2]].append(key)
    for block in blocks.values():
        for at, left in enumerate(block):
            for right in block[at + 1 :]:
                limit = 2 if min(len(left), len(right)) >= 16 else 1
                if Levenshtein.distance(left, right, score_cutoff=limit) <= limit and _may_slip(left, right):
                    union.join(left, right)


def _join_short_towns(keys: Sequence[str], union: Union) -> None:
    """Merge, within one document, « Ville de Porto » with the only town that its name begins."""
    for key in keys:
        longer = [other for other in keys if other.startswith(f"{key} ")] if key.startswith("ville:") else []
        if len(longer) == 1:
            union.join(key, longer[0])


def _join_without_kind(keys: Collection[str], union: Union) -> None:
    """Merge, within one document, « Fondation Lire ici » with « Lire ici »."""
    for key in sorted(keys):
        kind, _, name = key.partition(" ")
        if kind in _SAID_OR_NOT and name in keys:
            union.join(key, name)


def _join_with_place(extraction: Extraction, keys: Collection[str], union: Union) -> None:
    """Merge, within one document, « Musée du verre » with « Musée du verre de Lens », the only one that it names."""
    placed = {body_key(m.name) for m in extraction.mentions if m.kind == "organisation" and _OF_TOWN.search(m.name)}
    for key in keys:
        kind = key in _KIND_KEYS
        named = (" " in key and ":" not in key) or kind
        longer = [other for other in keys if other.startswith(f"{key} ")] if named else []
        if len(longer) == 1 and (kind or longer[0] in placed) and len(longer[0].split()) <= len(key.split()) + 4:
            union.join(key, longer[0])


#: Kinds that stand for the only body of theirs: « (Écomusée) ».
_KIND_KEYS = frozenset(body_key(kind) for kind in BODIES)
#: The town at the end of a name.
_OF_TOWN = regex(r"\s(?:de |d'|du |à )[A-ZÀ-Ý][\w-]+(?:[\s-](?:[A-ZÀ-Ý]|sur|sous|en|les?|la)[\w-]*)*$")
#: Kinds, as keys write them, that a name is told with or without.
_SAID_OR_NOT = frozenset(body_key(kind) for kind in BARE_KINDS) | frozenset(
    "association collectif fondation cabinet agence cooperative syndicat ong mutuelle radio club".split()
)


def _may_slip(left: str, right: str) -> bool:
    """Refuse two known places, two numbers, and words that differ as a whole."""
    words = [(a, b) for a, b in zip(left.split(), right.split(), strict=False) if a != b]
    if len(left.split()) != len(right.split()) or len(words) != 1:
        return False
    a, b = (word.rpartition(":")[2] for word in words[0])
    if a.isdigit() or b.isdigit() or min(len(a), len(b)) < 6:
        return False
    return not (area_kind(a) and area_kind(b))


def _join_acronyms(
    extractions: Sequence[Extraction], keys: dict[str, str], told: dict[str, set[str]], union: Union
) -> None:
    """Give an acronym the long form of its document, else the only one told elsewhere, else the only one it fits.

    The same letters may stand for another body in another document: mentions change their key, keys are not merged.
    """
    initials = _by_initials(extractions, keys)
    for extraction in extractions:
        own = _told_acronyms((extraction,))
        for longs in own.values():
            for long in longs:
                union.join(min(longs), long)
        meant: dict[str, str] = {}
        for mention in (m for m in extraction.mentions if m.kind == "organisation"):
            key = keys[mention.id]
            if key not in meant:
                meant[key] = _meant(mention.name, own.get(key) or told.get(key, set()), (initials, union)) or key
            keys[mention.id] = meant[key]


def _meant(name: str, longs: set[str], known: tuple[dict[str, set[str]], Union]) -> str | None:
    """Return the key of the long form that an acronym stands for, if one alone is told or fits."""
    initials, union = known
    groups = {union.find(long) for long in longs}
    if not groups and " " not in name and is_acronym(Token(name, 0, len(name))):
        groups = {union.find(long) for long in initials.get(fold(name).replace("-", ""), ())}
    return min(longs) if len(groups) == 1 and longs else next(iter(groups)) if len(groups) == 1 else None


def _by_initials(extractions: Sequence[Extraction], keys: dict[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        for mention in extraction.mentions:
            if mention.kind == "organisation" and " " in mention.name:
                for letters in _initials(mention.name):
                    found[letters].add(keys[mention.id])
    return found


def _initials(name: str) -> set[str]:
    words = fold_words(name)
    content = [word for word in words if word not in SMALL]
    return {"".join(word[0] for word in content), "".join(word[0] for word in words)} if len(content) >= 2 else set()
