"""How alike the names of two places, or of two meetings of one day, are that resolution kept apart."""

from kg.extract.body_keys import SMALL
from kg.lexicon.places import area_kind
from kg.resolve.alike import Likeness
from kg.resolve.events import own_words, titles_alike
from kg.resolve.forms import Form
from kg.resolve.slips import distance

#: Words of rooms and buildings: shared, they say nothing.
_BUILDINGS = frozenset(
    "salle amphi amphitheatre auditorium espace palais hotel maison cite centre chateau theatre gymnase halle".split()
)


def places_alike(left: Form, right: Form) -> Likeness | None:
    """Compare two places: one letter apart, or one name inside the other; two places of the gazetteers are two."""
    if area_kind(left.name) and area_kind(right.name):
        return None
    short, long = sorted((_content(left), _content(right)), key=lambda words: (len(words), words))
    found: tuple[float, str] | None = None
    if len(short) == len(long):
        different = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
        slipped = len(different) == 1 and min(map(len, different[0])) >= 5 and distance(*different[0]) <= 1
        found = (0.65, "une lettre d'écart") if slipped else (0.75, "mêmes mots") if not different else None
    elif len(set(short) - _BUILDINGS) >= 2 and set(short) <= set(long):
        found = (0.5, "nom contenu dans l'autre")
    return Likeness(found[0], _told(found[1], left, right)) if found else None


def meetings_alike(left: Form, right: Form) -> Likeness | None:
    """Compare two meetings of one day, told by two documents: words of their own in common."""
    words, others = frozenset(left.words), frozenset(right.words)
    if left.document == right.document or not left.separate or left.separate != right.separate:
        return None
    shared = own_words(words) & own_words(others)
    if titles_alike(words, others) or not shared:
        return None
    share = len(shared) / min(len(own_words(words)), len(own_words(others)))
    score = round(0.4 + 0.4 * share, 2)
    return Likeness(score, _told("même jour, des mots en commun", left, right)) if share >= _LEAST else None


_LEAST = 0.34


def _told(why: str, left: Form, right: Form) -> str:
    first, second = sorted((left.name, right.name))
    return f"{why} : « {first} » et « {second} »"


def _content(form: Form) -> tuple[str, ...]:
    return tuple(word for word in form.words if word not in SMALL)
