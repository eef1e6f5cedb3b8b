"""Authorities by the word that begins their name, and the place that they govern: « Ville de X », « X Métropole »."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.tokens import Token
from kg.lexicon.bodies import AUTHORITIES
from kg.lexicon.folding import fold
from kg.lexicon.functions import COURTESY, FUNCTIONS
from kg.lexicon.places import DEPARTMENTS, area_kind, usual_form

#: Longest kinds first: « communauté de communes » before « commune ».
_KINDS = sorted(
    (tuple(kind.replace("'", "' ").split()) for kind in AUTHORITIES), key=lambda words: (-len(words), words)
)
_FIRST_WORDS = frozenset(words[0] for words in _KINDS)


@dataclass(frozen=True, slots=True)
class Body:
    """A name found in tokens `first:last`; `kind` is the authority that it is, or nothing; `place` its place."""

    first: int
    last: int
    kind: str | None = None
    place: str = ""


def authority_at(tokens: Sequence[Token], at: int) -> Body | None:
    """Read « Ville d'Uzès », « métropole de Lille », « Conseil départemental du Gers » at a token."""
    if tokens[at].fold not in _FIRST_WORDS or (at and tokens[at - 1].fold in ("hotel", "centre", "en")):
        return None
    for words in _KINDS:
        after = at + len(words)
        if tuple(token.fold for token in tokens[at:after]) != words:
            continue
        canon = AUTHORITIES["".join(word if word.endswith("'") else word + " " for word in words).strip()]
        body = _place_of_authority(tokens, (at, after), canon)
        if body or canon != "ville":
            return body
    return None


def _place_of_authority(tokens: Sequence[Token], kind: tuple[int, int], canon: str) -> Body | None:
    at, after = kind
    shout = tokens[at].is_capital
    begin, linked = past_link(tokens, after)
    last = _end_of_place(tokens, begin, of_land=linked and canon in _OF_LANDS)
    if last == begin or tokens[begin].breaks or (canon in ("etat", "province") and not shout):
        return None
    if linked == (canon == "grand") and canon in ("grand", "ville"):
        return None
    if tokens[at].fold == "collectivite" and after == at + 1 and not shout:
        return None
    if last - begin > 3 and all(token.is_caps or len(token.text) < 2 for token in tokens[begin:last]):
        last = begin + 1
    place = " ".join(token.text for token in tokens[begin:last]).replace("' ", "'")
    if tokens[begin - 1].fold == "du" and tokens[begin - 1].start >= tokens[at].start and usual_form(f"Le {place}"):
        place = usual_form(f"Le {place}") or place
    if (
        tokens[after].fold == "de"
        and after + 1 < begin
        and tokens[after + 1].fold == "la"
        and usual_form(f"La {place}")
    ):
        place = usual_form(f"La {place}") or place
    if not _place_fits(canon, place, linked=linked, shout=shout):
        return None
    return Body(at, _past_country(tokens, last), canon, place)


#: Words that begin the name of a land: « du Val d'Aubin », « du Plateau de Millac ».
_LANDS = frozenset(
    """plateau val vallee vallees pays bassin monts mont coteaux rives portes bocage plaine gorges iles terres
    massif causse causses coeur coeurs marais littoral estuaire golfe canton collines
    sources confluent delta presqu'ile""".split()
)
#: Authorities of several towns, which a land in small letters may name: « Communauté de communes du plateau d'Orge ».
_OF_LANDS = frozenset("communaute agglomeration metropole territoire".split())


def _past_landform(tokens: Sequence[Token], begin: int, last: int) -> int:
    """Go past « d'Aubin » after « Val »."""
    if last != begin + 1 or tokens[begin].fold not in _LANDS:
        return last
    following, linked = past_link(tokens, last)
    end = proper_run(tokens, following) if linked and following < len(tokens) else last
    return end if linked and end > following else last


def _end_of_place(tokens: Sequence[Token], begin: int, *, of_land: bool) -> int:
    """Return where a place ends; `of_land` says that a land in small letters may begin it: « plateau d'Orge »."""
    last = proper_run(tokens, begin)
    small = last == begin and begin < len(tokens) and tokens[begin].fold in _LANDS and not tokens[begin].breaks
    if small and of_land:
        end = _past_landform(tokens, begin, begin + 1)
        return end if end > begin + 1 else begin
    return _past_landform(tokens, begin, last)


def _past_country(tokens: Sequence[Token], last: int) -> int:
    """Go past « au Bénin », « à Malte » after a city."""
    if last + 1 < len(tokens) and tokens[last].fold in ("a", "au", "en", "aux"):
        end = proper_run(tokens, last + 1)
        if end > last + 1 and area_kind(" ".join(token.text for token in tokens[last + 1 : end])) == "country":
            return end
    return last


def _place_fits(canon: str, place: str, *, linked: bool, shout: bool) -> bool:
    kind = area_kind(place)
    if kind in ("country", "area") and canon != "etat" and canon != "province":
        return kind == "country" and usual_form(place) == "Luxembourg"
    if fold(place) in ("france", "etat") or fold(place.split()[0]) in FUNCTIONS:
        return False
    if canon == "departement":
        return fold(place).replace("-", " ") in DEPARTMENTS or (linked and shout)
    return linked or shout or kind is not None


def past_link(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """Skip « de », « de la », « d' » after a kind; tell whether there was such a link."""
    begin = at
    while (
        begin < len(tokens)
        and begin < at + 2
        and tokens[begin].fold in ("de", "du", "des", "d'", "la", "l'", "le", "les", "d", "'")
    ):
        if tokens[begin].fold in ("la", "le", "les") and begin == at:
            break
        begin += 1
    return begin, begin > at


def proper_run(tokens: Sequence[Token], first: int) -> int:
    """Return where the proper name that begins at a token ends (excluded): capitals, and « Pont de Claix »."""
    at = first
    while (
        at < len(tokens)
        and is_proper(tokens[at])
        and (at == first or (tokens[at].start - tokens[at - 1].end <= 1 and not tokens[at].breaks))
    ):
        at += 1
        if (
            at > first
            and at + 1 < len(tokens)
            and tokens[at].fold in ("de", "du", "des", "la", "sur", "les", "d'", "del")
        ):
            longer = " ".join(token.text for token in tokens[first : at + 2])
            if is_proper(tokens[at + 1]) and usual_form(longer):
                at += 1
    return at


def is_proper(token: Token) -> bool:
    """Tell a word with a capital that is neither an elision nor an abbreviation nor a title: « Monsieur »."""
    return token.is_word and token.is_capital and not token.text.endswith(("'", ".")) and token.fold not in COURTESY


def suffixed_authority(tokens: Sequence[Token], at: int) -> Body | None:
    """Read « Nantes métropole », « Cap Atlantique Agglomération » at its first token."""
    if not is_proper(tokens[at]) or tokens[at].fold in FUNCTIONS or tokens[at].fold in ("la", "le", "les", "cette"):
        return None
    if at and is_proper(tokens[at - 1]) and tokens[at].start - tokens[at - 1].end <= 1:
        return None
    last = at
    while last < len(tokens) and last < at + 5 and (is_proper(tokens[last]) or tokens[last].fold in ("metropole",)):
        last += 1
        if tokens[last - 1].fold in ("metropole", "agglomeration", "agglo") or tokens[last - 1].fold.endswith(
            "-metropole"
        ):
            place = " ".join(token.text for token in tokens[at : last - 1]) or tokens[at].text
            return Body(at, last, "metropole", place) if last - at >= 2 or "-" in tokens[at].text else None
    return None


def two_trades(tokens: Sequence[Token], at: int, j: int) -> bool:
    """Tell « Syndicat des cafetiers et restaurateurs de la Brie »: two plurals whom one place follows."""
    link = tokens[j + 2].fold in ("de", "du", "des", "d'")
    begin = past_link(tokens, j + 2)[0] if link else len(tokens)
    plural = all(tokens[k].text.islower() and tokens[k].text.endswith(("s", "x")) for k in (j - 1, j + 1))
    return tokens[at].is_capital and plural and begin < len(tokens) and is_proper(tokens[begin])
