"""Who holds an office, which body does what, how two people are linked: from sentences that no table repeats."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base

REPORTS = Path(__file__).parent / "bodies"


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of two reports about bodies, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("bodies") / "base"
    build([REPORTS], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Quel organisme achète le terrain et laisse acheter les murs ?", "Office du logement des Combes"),
        ("Quelle ville portugaise ouvre ses cantines aux anciens ?", "Vila Serena"),
        ("quelle commune étrangère ouvre ses cantines aux anciens", "Vila Serena"),
        ("Quel syndicat regrette la disparition des trains du soir ?", "Voix du rail"),
        ("De quelle ville vient Piotr Zielik ?", "Radowo"),
        ("Quelle librairie tient Paul Vallin ?", "Le Vent d'est"),
        ("la mutuelle qui a offert des vélos, c'est laquelle ?", "Harmonie du Val"),
    ],
)
def test_which_body_or_town(question: str, label: str, bodies: Library) -> None:
    found = answer(question, bodies)
    assert label in found.rows[0].label
    assert found.rows[0].evidence


@pytest.mark.parametrize(
    "question",
    [
        "Quelle ville japonaise ouvre ses cantines aux anciens ?",
        "Quelle banque a offert cent vélos ?",
        "Quelle université a offert cent vélos ?",
    ],
)
def test_a_body_of_another_kind_is_not_answered(question: str, bodies: Library) -> None:
    found = answer(question, bodies)
    assert (found.abstained, found.rows) == (True, ())


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Qui préside la ressourcerie de Brémoire ?", ["Denis Orsini"]),
        ("Qui a été élue trésorière des Lampes claires ?", ["Lucie Orsini"]),
        ("Qui a fondé les Lampes claires ?", ["Bertrand Lucas"]),
        ("Qui a été désignée secrétaire des Lampes claires ?", ["Nadia Belkacem"]),
        ("Qui préside les Lampes claires et qui les avait fondées ?", ["Denis Orsini", "Bertrand Lucas"]),
        ("directeur de l'Office du logement des Combes ?", ["Karim Sayad"]),
    ],
)
def test_who_holds_an_office_by_a_sentence(question: str, who: list[str], bodies: Library) -> None:
    assert [row.label for row in answer(question, bodies).rows] == who


@pytest.mark.parametrize(
    "question",
    [
        "Comment s'appelle le maire de Brémoire ?",
        "Qui est le maire de Radowo ?",
        "Quel âge a Karim Sayad ?",
        "Quel est le salaire de Karim Sayad ?",
    ],
)
def test_an_office_or_a_private_thing_that_nothing_tells_is_refused(question: str, bodies: Library) -> None:
    found = answer(question, bodies)
    assert (found.abstained, found.rows) == (True, ())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("c'est qui nadia belkacem", "secrétaire, Les Lampes claires"),
        ("Qui est Bertrand Lucas ?", "avait fondé l'association en 1999"),
        ("Que fait Paul Vallin ?", "tient la librairie Le Vent d'est"),
    ],
)
def test_who_somebody_is_by_a_sentence(question: str, told: str, bodies: Library) -> None:
    assert told in answer(question, bodies).text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Que promet la fondation Pierre vive ?", "s'engage à payer un second camion"),
        ("C'est quoi une ressourcerie ?", "La ressourcerie, c'est un lieu où l'on répare"),
        ("Pourquoi l'atelier du mercredi a-t-il été arrêté ?", "faute de bénévoles"),
        ("Que dit Hugo Pastourel du loyer ?", "alerte sur la hausse du loyer"),
    ],
)
def test_what_is_said_promised_meant_or_caused(question: str, told: str, bodies: Library) -> None:
    found = answer(question, bodies)
    assert told in found.text
    assert any(told[-20:] in proof.quote for row in found.rows for proof in row.evidence)


@pytest.mark.parametrize(
    "question", ["Que disent les documents sur les trains de nuit ?", "Que pense Hugo Pastourel du nucléaire ?"]
)
def test_words_on_another_subject_are_no_answer(question: str, bodies: Library) -> None:
    found = answer(question, bodies)
    assert (found.abstained, found.rows) == (True, ())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quel lien entre Éric Vallin et Paul Vallin ?", "père de l'animateur"),
        ("Denis et Lucie Orsini sont-ils de la même famille ?", "Oui"),
        ("Quel lien entre Hugo Pastourel et Solène Garric ?", "Hugo Pastourel et Solène Garric : tous deux à"),
    ],
)
def test_what_links_two_people_by_a_sentence(question: str, told: str, bodies: Library) -> None:
    assert told in answer(question, bodies).text


def test_kin_that_no_sentence_tells_is_refused(bodies: Library) -> None:
    assert answer("Marta Quental et Piotr Zielik sont-ils mariés ?", bodies).abstained


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("La table ronde de Brémoire a-t-elle eu lieu avant ou après l'assemblée générale ?", "après"),
        ("L'assemblée générale a-t-elle eu lieu avant la table ronde ?", "oui"),
        ("Est-ce que le conteur Amiel est venu à l'assemblée ?", "non"),
        ("La subvention du club a-t-elle été votée ?", "oui"),
        ("La vente du terrain a-t-elle été adoptée ?", "non"),
        ("Le second camion est-il arrivé dans les délais ?", "non"),
    ],
)
def test_a_verdict_is_what_the_sentence_says(question: str, verdict: str, bodies: Library) -> None:
    assert answer(question, bodies).rows[0].value == verdict


def test_who_is_kin_of_somebody_is_the_one_named_beside_the_word(bodies: Library) -> None:
    assert [row.label for row in answer("Qui est la fille de Denis Orsini ?", bodies).rows] == ["Lucie Orsini"]
    assert answer("Qui est le frère de Denis Orsini ?", bodies).abstained


@pytest.mark.parametrize("question", ["C'est quoi la fibre optique ?", "Pourquoi le tramway a-t-il déraillé ?"])
def test_what_no_report_speaks_of_has_no_definition_and_no_cause(question: str, bodies: Library) -> None:
    assert answer(question, bodies).abstained
