"""What an acronym stands for: the long form that stands beside it, by its initials or by its letters in order."""

import pytest

from kg.ask.sentences.acronym import long_form


@pytest.mark.parametrize(
    ("name", "before", "long"),
    [
        ("RVL", "Le projet est porté par le Réseau des villages du Lauzan", "Réseau des villages du Lauzan"),
        (
            "MEAE",
            "un courrier au ministère de l'Europe et des Affaires étrangères",
            "ministère de l'Europe et des Affaires étrangères",
        ),
        ("OFS", "Elle dirige l'Office foncier solidaire", "Office foncier solidaire"),
        (
            "Inravem",
            "suivi par l'Institut national de ravitaillement en mer",
            "Institut national de ravitaillement en mer",
        ),
        ("XYZ", "Elle dirige l'Office foncier solidaire", None),
    ],
)
def test_the_long_form_ends_just_before_the_acronym(name: str, before: str, long: str | None) -> None:
    found = long_form(name, before)
    assert (before[found[0] : found[1]] if found else None) == long


def test_the_long_form_begins_just_after_the_acronym() -> None:
    after = "Syndicat mixte du bassin, créé en 1998"
    found = long_form("SMB", after, whole=True)
    assert found is not None
    assert after[found[0] : found[1]] == "Syndicat mixte du bassin"
