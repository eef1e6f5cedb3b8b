from collections.abc import Callable
from typing import Any

from kg.resolve import read_decisions, resolve
from kg.resolve.unfollowed import unfollowed

Make = Callable[[str], Any]
HEADER = "décision;type;nom;où;autre;autre_où;par;pourquoi\n"


def _people(made: Make, names: dict[str, list[str]], decisions: str) -> list[tuple[str, int]]:
    found = []
    for source, listed in names.items():
        document = made(source)
        for name in listed:
            document.person(name)
        found.append(document.done())
    entities = resolve(found, decisions=read_decisions(HEADER + decisions))
    return sorted((entity.label, len(entity.mentions)) for entity in entities if entity.kind == "person")


def test_same_joins_all_the_forms_of_both(made: Make) -> None:
    names = {"a.txt": ["Claire Dubreuil", "Claire DUBREUIL"], "b.txt": ["Clara Vial", "Clara VIAL-MOREL"]}
    same = "même;personne;Claire Dubreuil;;Clara Vial;;;\n"
    assert [count for _, count in _people(made, names, same)] == [4]


def test_a_decision_survives_a_new_document_another_order_and_edits(made: Make) -> None:
    same = "même;personne;Claire Dubreuil;a.txt;Clara Vial;;;\n"
    before = _people(made, {"a.txt": ["Claire Dubreuil"], "b.txt": ["Clara Vial"]}, same)
    after = _people(made, {"0.txt": ["Zoé Petit"], "b.txt": ["Clara Vial"], "a.txt": ["Paul", "CLAIRE DUBREUIL"]}, same)
    assert [count for _, count in before] == [2]
    assert ("Zoé Petit", 1) in after
    assert max(count for _, count in after) == 2


def test_a_name_that_two_people_bear_joins_nobody_until_its_place_is_told(made: Make) -> None:
    def build(decision: str) -> int:
        first, second, third = made("a.txt"), made("b.txt"), made("c.txt")
        first.person("Claire Dubreuil", "Ville de Cahors")
        second.person("Claire Dubreuil", "Ville de Niort")
        third.person("Clara Vial")
        entities = resolve((first.done(), second.done(), third.done()), decisions=read_decisions(HEADER + decision))
        return sum(entity.kind == "person" for entity in entities)

    assert build("") == 3
    assert build("même;personne;Claire Dubreuil;;Clara Vial;;;\n") == 3
    assert build("même;personne;Claire Dubreuil;b.txt;Clara Vial;;;\n") == 2
    assert build("même;personne;Claire Dubreuil;niort;Clara Vial;;;\n") == 2


def test_different_parts_an_organisation(made: Make) -> None:
    document = made("a.txt")
    for name in ("Réseau Cigale", "RÉSEAU CIGALE", "Reseau cigale"):
        document.say("organisation", name)
    other = made("b.txt")
    other.say("organisation", "Réseau Cigale")
    told = (document.done(), other.done())
    assert len(resolve(told)) == 1
    apart = "différent;organisation;Réseau Cigale;a.txt;Réseau Cigale;b.txt;;\n"
    assert len(resolve(told, decisions=read_decisions(HEADER + apart))) == 2


def test_a_chain_that_comes_to_what_was_parted_is_told_by_name_and_not_followed() -> None:
    text = HEADER + (
        "même;personne;Ana Ruiz;;Ana Mora;;;\n"
        "même;personne;Ana Mora;;Ana Lopez;;;\n"
        "différent;personne;Ana Lopez;;Ana Ruiz;;;\n"
        "même;personne;Paul Vial;;P. Vial;;;\n"
    )
    told = read_decisions(text)
    assert [(decision.name, decision.other) for decision in told.decisions] == [("Paul Vial", "P. Vial")]
    (warning,) = told.warnings
    assert all(f"« {name} »" in warning for name in ("Ana Ruiz", "Ana Mora", "Ana Lopez"))


def test_two_labels_and_nothing_that_is_something_are_told() -> None:
    text = HEADER + (
        "renommer;personne;Ana Ruiz;;Anna Ruiz;;;\n"
        "renommer;personne;Ana Ruiz;;Hannah Ruiz;;;\n"
        "pas-une-entité;personne;Salle Blanche;;;;;\n"
        "même;personne;Salle Blanche;;Blanche Salle;;;\n"
    )
    told = read_decisions(text)
    assert told.decisions == ()
    assert len(told.warnings) == 2
    assert any("« Anna Ruiz », « Hannah Ruiz »" in warning for warning in told.warnings)
    assert any("« Salle Blanche » à la fois « pas-une-entité » et « même »" in warning for warning in told.warnings)


def test_a_decision_that_changes_nothing_is_told_by_name(made: Make) -> None:
    first, second, third = made("a.txt"), made("b.txt"), made("c.txt")
    first.person("Claire Dubreuil", "Ville de Cahors")
    second.person("Claire Dubreuil", "Ville de Niort")
    third.person("Clara Vial")
    told = (first.done(), second.done(), third.done())
    rows = (
        "même;personne;Claire Dubreuil;;Clara Vial;;;\n"
        "renommer;personne;Zoé Petit;;Zoé Grand;;;\n"
        "pas-une-entité;personne;Clara Vial;a.txt;;;;\n"
        "différent;personne;Claire Dubreuil;a.txt;Claire Dubreuil;b.txt;;\n"
        "renommer;organisation;Ville de Niort;b.txt;Niort;;;\n"
    )
    ruling = read_decisions(HEADER + rows)
    wrong = unfollowed(told, resolve(told, decisions=ruling), ruling)
    assert [words.split(" n'est pas suivie : ")[1].split(".")[0] for words in wrong] == [
        "plusieurs portent un de ces noms : dites où il se lit",
        "rien ne s'appelle « Zoé Petit » là où elle le dit",
        "rien ne s'appelle « Clara Vial » là où elle le dit",
    ]
