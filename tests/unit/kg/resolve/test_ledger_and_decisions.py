from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve import Ledger, read_decisions, read_ledger, resolve, resolve_with_ledger, write_ledger
from kg.resolve.ledger import Known, replaced
from kg.resolve.unfollowed import unfollowed

Make = Callable[[str], Any]
HEADER = "décision;type;nom;où;autre;autre_où;par;pourquoi\n"


def test_ids_hold_when_a_document_comes_first_with_a_namesake(made: Make) -> None:
    later, earlier = made("b.txt"), made("a.txt")
    later.person("Claire Dubreuil", "Ville de Cahors")
    earlier.person("Claire Dubreuil", "Ville de Niort")
    before, ledger = resolve_with_ledger((later.done(),))
    after = resolve((earlier.done(), later.done()), ledger=ledger)
    held = {mention: entity.id for entity in after for mention in entity.mentions}
    assert all(held[mention] == entity.id for entity in before for mention in entity.mentions)
    assert len({entity.id for entity in after if entity.kind == "person"}) == 2


NAMES = ["Claire Dubreuil", "Paul Vial", "Zoé Lempereur", "Idriss Benhadda", "Claire DUBREUIL"]


@given(st.lists(st.sampled_from(NAMES), min_size=1), st.lists(st.sampled_from(NAMES), min_size=1))
def test_adding_a_document_changes_no_id(made: Make, first: list[str], second: list[str]) -> None:
    old, new = made("m.txt"), made("a.txt")
    for name in first:
        old.person(name)
    for name in second:
        new.person(name)
    before, ledger = resolve_with_ledger((old.done(),))
    held = {m: e.id for e in resolve((new.done(), old.done()), ledger=ledger) for m in e.mentions}
    assert all(held[mention] == entity.id for entity in before for mention in entity.mentions)


def test_a_merged_id_tells_what_replaced_it(made: Make) -> None:
    first, second = made("a.txt"), made("b.txt")
    first.person("Claire Dubreuil", "Ville de Cahors")
    second.person("Claire Dubreuil", "Ville de Niort")
    _, ledger = resolve_with_ledger((first.done(), second.done()))
    same = read_decisions(HEADER + "même;personne;Claire Dubreuil;a.txt;Claire Dubreuil;b.txt;moi;vue deux fois\n")
    entities, kept = resolve_with_ledger((first.done(), second.done()), ledger=ledger, decisions=same)
    assert [entity.id for entity in entities if entity.kind == "person"] == ["person/claire-dubreuil"]
    assert list(replaced(kept)) == [("person/claire-dubreuil-2", "person/claire-dubreuil")]


def test_the_ledger_is_read_as_it_was_written() -> None:
    ledger = Ledger(
        {
            "person/a": Known("person/a", "person", "A ; b", ("x#a", "y#a")),
            "person/b": Known("person/b", "person", "B", (), "person/a"),
        }
    )
    assert read_ledger(write_ledger(ledger)) == ledger
    assert read_ledger("") == Ledger()


def test_decisions_part_join_drop_and_rename(made: Make) -> None:
    document = made("a.txt")
    for name in ("Claire Dubreuil", "Claire DUBREUIL-VIAL", "Salle Blanche", "Paul Vial"):
        document.person(name)
    text = HEADER + (
        "différent;personne;Claire Dubreuil;;Claire DUBREUIL-VIAL;;;\n"
        "pas-une-entité;personne;Salle Blanche;;;;;une salle\n"
        "renommer;personne;Paul Vial;;Paul-Émile Vial;;;\n"
    )
    labels = {entity.label for entity in resolve((document.done(),), decisions=read_decisions(text))}
    assert labels == {"Claire Dubreuil", "Claire DUBREUIL-VIAL", "Paul-Émile Vial"}


def test_decisions_on_organisations(made: Make) -> None:
    document = made("a.txt")
    for name in ("Réseau Cigale", "Les Cigales du Midi"):
        document.say("organisation", name)
    same = read_decisions(HEADER + "même;organisation;Réseau Cigale;;Les Cigales du Midi;;;\n")
    assert len(resolve((document.done(),), decisions=same)) == 1


def test_contradictory_and_unreadable_decisions_are_told_by_name() -> None:
    text = HEADER + (
        "même;personne;Claire Dubreuil;;Paul Vial;;;\n"
        "différent;personne;Paul Vial;;Claire Dubreuil;;;\n"
        "peut-être;personne;Zoé;;;;;\n"
    )
    told = read_decisions(text)
    assert told.decisions == ()
    assert len(told.warnings) == 3 or len(told.warnings) == 2
    assert any("« Claire Dubreuil » et « Paul Vial »" in warning for warning in told.warnings)
    assert any("ligne 4" in warning for warning in told.warnings)


def test_an_entry_of_a_gazetteer_is_decided_to_be_a_place_or_not(made: Make) -> None:
    document = made("a.txt")
    document.place("Cahors")
    document.place("Niort")
    told = "même;lieu;Cahors;;https://sws.geonames.org/1/;;;\ndifférent;lieu;Niort;;https://sws.geonames.org/2/;;;\n"
    decisions = read_decisions(HEADER + told)
    assert decisions.warnings == ()
    extraction = document.done()
    entities = resolve((extraction,), decisions=decisions)
    assert {e.label: (e.authorities, e.refused) for e in entities} == {
        "Cahors": (("https://sws.geonames.org/1/",), ()),
        "Niort": ((), ("https://sws.geonames.org/2/",)),
    }
    assert unfollowed((extraction,), entities, decisions) == ()


def test_one_entry_said_to_be_and_not_to_be_a_place_is_told_by_name(made: Make) -> None:
    told = "même;lieu;Cahors;;https://sws.geonames.org/1/;;;\ndifférent;lieu;Cahors;;https://sws.geonames.org/1/;;;\n"
    (warning,) = read_decisions(HEADER + told).warnings
    assert "« Cahors »" in warning and "https://sws.geonames.org/1/" in warning
