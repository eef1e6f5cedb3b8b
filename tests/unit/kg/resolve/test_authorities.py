import pytest

from kg.resolve.authorities import Candidate, candidates
from kg.types import Entity, Kind


def _of(kind: Kind, label: str) -> list[Candidate]:
    return list(candidates([Entity(f"{kind}/x", kind, label)]).get(f"{kind}/x", ()))


@pytest.mark.parametrize(
    ("kind", "label", "iri"),
    [
        ("place", "Sénégal", "https://sws.geonames.org/2245662/"),
        ("place", "République tchèque", "https://sws.geonames.org/3077311/"),
        ("place", "Bretagne", "http://id.insee.fr/geo/region/53"),
        ("place", "Haute-Corse", "http://id.insee.fr/geo/departement/2B"),
        ("place", "Val-d'Oise", "http://id.insee.fr/geo/departement/95"),
        ("place", "Mayotte", "http://id.insee.fr/geo/departement/976"),
        ("place", "EVREUX", "https://sws.geonames.org/3019265/"),
        ("organisation", "Ville de Rennes", "https://sws.geonames.org/2983990/"),
        ("organisation", "Département de la Vienne", "http://id.insee.fr/geo/departement/86"),
        ("organisation", "Région Bretagne", "http://id.insee.fr/geo/region/53"),
    ],
)
def test_the_surest_candidate(kind: Kind, label: str, iri: str) -> None:
    found = _of(kind, label)
    assert found[0].iri == iri
    assert 0.6 < found[0].score < 1


def test_a_name_that_several_bear_is_sure_of_none() -> None:
    found = _of("place", "Saint-Denis")
    assert [candidate.label for candidate in found] == ["Saint-Denis (RE)", "Saint-Denis (FR)"]
    assert sum(candidate.score for candidate in found) < 0.92
    assert {candidate.kind for candidate in _of("place", "Vienne")} == {"department", "town"}
    assert all(candidate.score < 0.7 for candidate in _of("place", "Vienne"))


def test_people_associations_and_unknown_places_have_none() -> None:
    assert _of("person", "Rennes") == []
    assert _of("organisation", "Association Rennes en fête") == []
    assert _of("place", "Morvillac-les-Étangs") == []
