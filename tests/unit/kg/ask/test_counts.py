"""Counts and amounts: the quantity of a sentence that a question asks for, by its noun, its verb or its measure."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.counts.counting import asks_quantity, may_ask_quantity
from kg.ask.language.quantities import find_quantities
from kg.ask.library import Library
from kg.base import open_base

AMOUNTS = Path(__file__).parent / "amounts"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of three reports, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("amounts") / "base"
    build([AMOUNTS], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Combien de fontaines Gaëtan Ruelle a-t-il visitées ?", "96"),
        ("combien de fontaines le fontainier a-t-il rouvertes ?", "27"),
        ("Quelle proportion de fontaines n'ont plus de clé ?", "Trois fontaines sur dix"),
        ("combien reste-t-il de lavoirs ?", "Quatre (4)"),
        ("il y avait combien de lavoirs en 1950 ?", "Onze (11)"),
        ("combien coûterait le remplacement des tuyaux en plomb", "2,6 millions d'euros"),
        ("À combien est passée la facture d'eau de l'école ?", "4 700 euros"),
        ("quelle part des vannes datent d'avant 1970 ?", "Les deux tiers"),
        ("combien a coûté l'étude ?", "12 000 €"),
        ("quel est le coût de l'étude ?", "12 000 €"),
        ("Combien de foyers ont répondu au questionnaire ?", "312 foyers sur 540"),
        ("nombre de familles qui paieront davantage", "Sept (7)"),
        ("combien d'habitants à Malbrecht ?", "1 450"),
        ("quelle est la population de Malbrecht ?", "1 450"),
        ("de combien a augmenté le prix de la clé ?", "15 %"),
    ],
)
def test_the_quantity_that_is_asked(question: str, told: str, library: Library) -> None:
    found = answer(question, library)
    assert found.rows
    assert found.text.startswith(told)
    assert found.rows[0].kind == "number"
    assert found.rows[0].evidence


@pytest.mark.parametrize(
    "question",
    [
        "Combien d'arbres plantés à Malbrecht ?",
        "combien coûte la réfection du lavoir ?",
        "Combien de plombiers travaillent au Syndicat des eaux vives ?",
        "Quel est le budget de Malbrecht ?",
        "Combien d'habitants à Vernois ?",
    ],
)
def test_a_count_that_no_sentence_tells_is_refused(question: str, library: Library) -> None:
    assert answer(question, library).abstained


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Le 12 mars 2020 à 18 h 30, salle 4, article 7.", []),
        ("Vers cinq heures du matin, en 1998.", []),
        ("Les 6 et 7 octobre, puis le mardi 8 et le mercredi 9 mai.", []),
        ("Session 2, page 14, n° 88", []),
        ("Plus de 640 personnes, 40 % des inscrits", ["Plus de 640", "40 %"]),
        ("un ménage sur sept et la moitié des caves", ["un ménage sur sept", "la moitié"]),
        ("une réunion sur l'eau", []),
        ("de 300 000 à 500 000 euros", ["300 000", "500 000 euros"]),
        ("Cent dix mille euros ; 3,2 millions d'euros", ["Cent dix mille euros", "3,2 millions d'euros"]),
        ("plusieurs centaines de lettres", ["plusieurs centaines"]),
    ],
)
def test_quantities_are_neither_dates_nor_ranks(sentence: str, words: list[str]) -> None:
    assert [one.words for one in find_quantities(sentence)] == words


def test_what_a_number_counts() -> None:
    first, second = find_quantities("a contrôlé 212 puits anciens en 2022 et en a rebouché 41.")
    assert (first.noun, first.bare) == (("puits", "anciens"), False)
    assert (second.noun, second.bare) == ((), True)
    assert [one.label for one in find_quantities("Présents : 9 – Votants : 12")] == ["presents", "votants"]


@pytest.mark.parametrize(
    ("folded", "asked"),
    [
        ("combien de puits ?", "surely"),
        ("il y avait combien de monde ?", "surely"),
        ("par combien de voix a-t-elle ete elue ?", "surely"),
        ("quel est le loyer du local ?", "maybe"),
        ("quelle part des elus ?", "maybe"),
        ("qui a dit combien cela coute ?", "no"),
        ("selon qui le nombre de bals a-t-il baisse ?", "no"),
        ("qui a parle du budget ?", "no"),
    ],
)
def test_questions_that_ask_for_a_quantity(folded: str, asked: str) -> None:
    assert asks_quantity(folded) is (asked == "surely")
    assert may_ask_quantity(folded) is (asked == "maybe")


@pytest.fixture(scope="module")
def animals(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of a report whose numbers count neighbours of what may be asked."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("animals") / "base"
    build([Path(__file__).parent / "animals"], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Combien de gens à la journée de Sorvigny ?", "Une vingtaine"),
        ("Combien étaient-ils à la journée de Sorvigny ?", "Une vingtaine"),
        ("Combien de bourgs compte le RBV ?", "41"),
        ("Combien de places de refuge à Sorvigny ?", "64"),
        ("Combien de chats à Sorvigny ?", "Cent vingt"),
        ("Quel est le budget du refuge ?", "7 300 euros"),
    ],
)
def test_the_number_of_the_very_thing(question: str, told: str, animals: Library) -> None:
    assert answer(question, animals).text.startswith(told)


@pytest.mark.parametrize(
    "question",
    [
        "Combien de loups à Sorvigny ?",
        "Combien de renards à Sorvigny ?",
        "Combien de ruches dans la vallée ?",
        "Combien de fermes sont membres du RBV ?",
        "Combien coûte une place en crèche à Sorvigny ?",
    ],
)
def test_the_number_of_a_neighbour_is_no_answer(question: str, animals: Library) -> None:
    found = answer(question, animals)
    assert (found.abstained, found.rows) == (True, ())
