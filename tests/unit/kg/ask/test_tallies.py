"""Counts of those who came, verdicts and bodies, by the many ways in which they are asked and told."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.language.quantities import find_quantities
from kg.ask.library import Library
from kg.ask.question.counting_words import counting_words
from kg.ask.sentences.proper import is_proper
from kg.base import open_base


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of a walk, a council and a journey, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("tallies") / "base"
    build([Path(__file__).parent / "tallies"], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Combien de personnes ont pris part à la promenade nocturne ?", "Trente-quatre (34)"),
        ("combien ont fait le déplacement pour la promenade nocturne", "Trente-quatre (34)"),
        ("promenade nocturne : combien de participants", "Trente-quatre (34)"),
        ("nb de participants promenade nocturne", "Trente-quatre (34)"),
        ("combien de conseillers présents au conseil municipal du 6 avril 2023", "14"),
        ("conseil municipal d'Orlevaux du 6 avril 2023 : combien de présents ?", "14"),
        ("Sur les douze lavoirs de la commune, combien fonctionnent ?", "Sept (7)"),
        ("combien étaient-ils dans la délégation à Talvera", "7"),
    ],
)
def test_those_who_came_are_counted(question: str, told: str, library: Library) -> None:
    assert answer(question, library).text.startswith(told)


@pytest.mark.parametrize(
    "question",
    [
        "Combien d'inscrits à Talvera ?",  # « 18 marcheurs de France » are not all
        "combien de lavoirs sont en marbre rose ?",
        "Combien de tonnes pèse la cloche ?",
    ],
)
def test_no_other_number_is_given(question: str, library: Library) -> None:
    assert answer(question, library).abstained


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("La commune va-t-elle vendre la cloche au musée ?", "Non"),
        ("La décision sur l'école de danse a-t-elle été prise en avril 2023 ?", "Non"),
        ("Le quorum était-il réuni au conseil municipal ?", "Oui"),
        ("Mme Mondoubleau était là le 6 avril 2023 ?", "Non"),
        ("Régine Vaudoyer est-elle favorable à la démolition de l'écluse ?", "Non"),
        ("est ce que le quorum etait atteint au conseil municipal", "Oui"),
        ("Mme Mondoubleau était-elle sur place au conseil du 6 avril 2023 ?", "Non"),
        ("Le budget des lavoirs est-il passé au conseil ?", "Oui"),
        ("La commune entretient-elle plus de dix lavoirs ?", "Oui"),
        ("La commune entretient-elle plus de vingt lavoirs ?", "Non"),
        ("La Région finance-t-elle le bateau de nuit ?", "Non"),
        ("La Région finance-t-elle les bateaux scolaires ?", "Oui"),
        ("La dernière barque part-elle après 20 h ?", "Non"),
        ("La dernière barque part-elle avant 20 h ?", "Oui"),
    ],
)
def test_yes_or_no(question: str, verdict: str, library: Library) -> None:
    assert answer(question, library).text.startswith(f"{verdict} :")


@pytest.mark.parametrize(
    "question",
    [
        "La commune a-t-elle acheté un alambic ?",
        "L'écluse sera-t-elle repeinte ?",
        "La passerelle flottante est-elle éclairée ?",
        "Le prix de la barque a-t-il baissé ?",
        "Y a-t-il un marché aux anguilles ?",
    ],
)
def test_a_wish_is_no_fact(question: str, library: Library) -> None:
    assert answer(question, library).abstained


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Quelle boulangerie a offert les brioches de la promenade ?", "Boulangerie Tourtière"),
        ("Avec quel cabinet a été réalisé l'Observatoire des roseaux ?", "Vent Debout"),
        ("Dans quelle ville s'est tenue la promenade nocturne du quartier des Vanniers ?", "Orlevaux"),
    ],
)
def test_the_body_that_is_asked(question: str, label: str, library: Library) -> None:
    assert label in answer(question, library).rows[0].label


def test_wordings_of_counts() -> None:
    assert counting_words("nb d'inscrits ?") == "nombre de inscrits ?"
    assert counting_words("Combien se sont réunis à Orlevaux ?") == "Combien ont participé à Orlevaux ?".replace(
        "Combien", "combien de personnes"
    )
    assert counting_words("Sur les dix ponts du canton, combien ferment ?") == "Combien de ponts du canton ferment ?"
    assert counting_words("Fête du pain : combien de monde ?") == "combien de monde, Fête du pain ?"
    assert counting_words("Sur la place, combien de bancs ?") == "Sur la place, combien de bancs ?"
    assert counting_words("Qui a pris part à la fête ?") == "Qui a pris part à la fête ?"


def test_a_verb_is_no_noun_that_is_counted() -> None:
    assert find_quantities("douze lavoirs, dont sept fonctionnent.")[1].bare
    assert not find_quantities("sept agents municipaux")[0].bare


def test_a_share_is_told_without_a_verb_between() -> None:
    assert find_quantities("quatre cantines sur six fonctionnent")[0].words == "quatre cantines sur six"
    town = find_quantities("une commune de 700 habitants n'a pas à emprunter sur quinze ans")[0]
    assert (town.words, town.value) == ("700", 700)


def test_small_words_addresses_and_common_words_are_no_names() -> None:
    text = "Sur la place du Four, on a vu le marché. Le Marché de Calorix. J'ai ri."
    assert is_proper(text, text.index("Calorix"), "Calorix")
    assert not is_proper(text, text.index("Four"), "Four")
    assert not is_proper(text, text.index("Marché"), "Marché")
    assert not is_proper(text, text.index("J'ai"), "J'ai")
