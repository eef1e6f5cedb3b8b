"""What fills the slot of a question: a former trade, a birthplace, the doer of any verb, what « ses » goes back to."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base

TYPED = Path(__file__).parent / "typed"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of a report on mills, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("typed") / "base"
    build([TYPED], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Où est née Odile Garnault ?", "Quillac"),
        ("De quelle ville Odile Garnault est-elle originaire ?", "Quillac"),
        ("Quand l'étude sur les anguilles paraîtra-t-elle ?", "12 octobre 2019"),
        ("Quelle coalition plaide auprès des parlements ?", "Mouvance"),
        ("Quelle entreprise a taillé les meules neuves ?", "Pierreclaire"),
        ("Comment s'appelait le rapporteur des journées des moulins ?", "Firmin Lescoat"),
    ],
)
def test_what_fills_the_slot_is_told_first(question: str, told: str, library: Library) -> None:
    assert told in answer(question, library).rows[0].label


@pytest.mark.parametrize(
    ("question", "trade"),
    [
        ("Quel était le métier d'Odile Garnault avant de fonder Mouvance ?", "Tourneuse de porcelaine"),
        ("Que faisait Lise Aubrun avant d'être élue ?", "institutrice, puis caviste"),
        ("ancien métier de Lise Aubrun", "institutrice, puis caviste"),
    ],
)
def test_a_former_trade_is_no_office(question: str, trade: str, library: Library) -> None:
    assert answer(question, library).rows[0].value == trade


@pytest.mark.parametrize(
    "question",
    ["Que signifie le bief pour Odile Garnault ?", "Pour Odile Garnault, c'est quoi un bief ?"],
)
def test_what_something_means_to_somebody_is_in_their_words(question: str, library: Library) -> None:
    assert "appris à attendre" in answer(question, library).text


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("Quand le Cercle des vanniers de Trévarec a-t-il été fondé ?", ""),
        ("En quelle année est né le syndicat du bief ?", "1931"),
        ("De quand date le lavoir de Trévarec ?", "1823"),
        ("Dans quelle salle se sont tenues les journées des moulins ?", ""),
        ("Où Yvan Pradel est-il né ?", ""),
    ],
)
def test_a_neighbours_date_or_a_town_is_no_answer(question: str, year: str, library: Library) -> None:
    found = answer(question, library)
    assert found.abstained if not year else found.rows[0].label == year


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Dans quel ravin les sacs de farine finissent-ils ?", "ravin des Aubrières"),
        ("dans quel ravin finissent les sacs", "ravin des Aubrières"),
        ("Quelle romancière préside le jury ?", "Blanche Ancelot"),
        ("Quelle visite les meuniers ont-ils choisie ?", "une promenade en barque"),
        ("Quelle langue apprend Yvan Pradel ?", "breton"),
        ("À partir de quel âge les enfants entrent-ils au moulin ?", "sept ans"),
        ("Quel est le titre du livre d'Yvan Pradel ?", "Le son des vannes"),
    ],
)
def test_the_thing_that_bears_the_noun_is_told(question: str, told: str, library: Library) -> None:
    assert answer(question, library).rows[0].label == told


@pytest.mark.parametrize("question", ["Dans quelle grotte les sacs de farine finissent-ils ?"])
def test_a_thing_of_another_noun_is_not(question: str, library: Library) -> None:
    found = answer(question, library)
    assert found.abstained or found.kind != "which"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Qui était président du moulin avant Yvan Pradel ?", "Firmin Lescoat"),
        ("Qui a créé le musée du seigle ?", "Amicale des fourniers"),
        ("Par qui le musée du seigle a-t-il été ouvert ?", "Amicale des fourniers"),
        ("Qui a créé la fête du seigle ?", "Lise Aubrun"),
        ("Quelle est la date limite ?", "3 avril"),
        ("À quand remonte la dernière modification de la page sur les moulins de Trévarec ?", "23 mai 2019"),
        ("Le pain au seigle est-il autorisé sur le marché ?", "non"),
        ("Les meuniers rendent-ils les visites gratuites ?", "oui"),
        ("La rue du bief est-elle fermée toute la journée ?", "non"),
    ],
)
def test_what_another_form_of_the_verb_tells(question: str, told: str, library: Library) -> None:
    assert answer(question, library).rows[0].label == told
