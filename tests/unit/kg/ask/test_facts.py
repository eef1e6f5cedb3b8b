"""Facts of meetings: who leads and speaks where, votes, counts, hours, agendas and lists, on four imaginary reports."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.ask.refusals.untyped import untyped
from kg.base import open_base
from kg.types import Answer, Row

MEETINGS = Path(__file__).parent / "meetings"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of the four reports, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("meetings") / "base"
    build([MEETINGS], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("qui pilotait l'atelier sur les castors ?", ["Ingrid Paulhan"]),
        ("rapporteuse de l'atelier B des Rencontres Rives vivantes", ["Aminata Fofana"]),
        ("qui animait la deuxième plénière ?", ["Hamid Benkirane"]),
        ("Qui était annoncé dans le grand amphithéâtre le mercredi ?", ["Clarisse Nivot", "Hamid Benkirane"]),
        ("Qui a ouvert les Rencontres Rives vivantes ?", ["Solène Marchadour", "Régis Tavernot"]),
        (
            "Qui a prononcé les mots d'ouverture des Rencontres Rives vivantes ?",
            ["Solène Marchadour", "Régis Tavernot"],
        ),
        ("Qui a clos les Rencontres Rives vivantes ?", ["Solène Marchadour"]),
        ("qui intervenait à la plénière sur l'entretien de la berge ?", ["Clarisse Nivot", "Hamid Benkirane"]),
        ("qui est venu de Bamako ?", ["Aminata Fofana", "Idrissa Traore"]),
        ("Qui était absent ou excusé à Rives vivantes ?", ["Fleur Dantec", "Violette Sarrazin"]),
        ("Qui a donné procuration à Régis Tavernot ?", ["Lucien Farge"]),
        ("qui a donné pouvoir à la présidente du comité du Loubet ?", ["Maïté Etchart"]),
        ("qui portait le pouvoir de Maïté Etchart", ["Clarisse Nivot"]),
        ("Qui a voté contre le plan ?", ["Yves Quéré", "Hélène Savary"]),
        ("qui s'est abstenu au comité du Loubet", ["Idriss Lemoal", "Aymeric de Fontbrune"]),
        ("dans quelle salle se tenait l'atelier des moulins", ["salle du Bief"]),
        (
            "liste des décisions à retenir",
            [
                "Le plan castor démarre en mars 2023.",
                "Deux vergers seront clôturés.",
                "Un devis de hangar est demandé.",
            ],
        ),
        (
            "ordre du jour du comité syndical de novembre 2022",
            ["Approbation du procès-verbal", "Plan de gestion du castor", "Achat d'une barque"],
        ),
        (
            "programme du jeudi 6 octobre 2022 à Port-Mauberné",
            ["Deuxième plénière : Le fleuve, sujet de droit ?", "Clôture, par Solène Marchadour"],
        ),
        (
            "Quelles sont les trois choses à retenir selon le billet ?",
            ["planter des saules", "prévenir les pêcheurs", "laisser les souches"],
        ),
    ],
)
def test_who_and_what(question: str, labels: list[str], library: Library) -> None:
    assert [row.label for row in answer(question, library).rows] == labels


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Il y avait combien de monde aux rencontres Rives vivantes ?", "Deux cent dix (210)"),
        ("combien de Maliens parmi les inscrits ?", "2 personnes"),
        ("Combien de présents au comité syndical du Loubet ?", "12"),
        ("combien de voix contre le plan de gestion du castor ?", "2"),
        ("combien d'ateliers aux Rencontres Rives vivantes ?", "2"),
        ("combien coûte la barque ?", "8 400 euros"),
        (
            "Combien de pays étaient présents aux Rencontres Rives vivantes ?",
            "4 pays : Belgique, Chili, France et Mali",
        ),
        ("Quels pays étaient aux Rencontres Rives vivantes ?", "4 pays : "),
        ("De quels pays venaient les participants des Rencontres Rives vivantes ?", "4 pays : "),
        ("à quelle heure s'est terminé le comité du Loubet", "20 h 25"),
        ("Combien de temps a duré le comité du Loubet ?", "2 heures 25 minutes"),
        ("où et quand est la prochaine réunion du comité du Loubet", "12 janvier 2023, 18 h 30, Sauveterre"),
        ("Quand démarre le plan castor ?", "Mars 2023"),
        ("où et à quelle heure s'est réuni le comité syndical du Loubet ?", "Le 10 novembre 2022, à 18 h ; mairie de"),
        ("à quelle heure commençait l'atelier A ?", "Le 5 octobre 2022, à 11 h 15"),
        ("quand ont eu lieu les Rencontres Rives vivantes ?", "Du 6 au 7 octobre 2022 ; un autre document dit : du 5"),
    ],
)
def test_how_many_and_when(question: str, told: str, library: Library) -> None:
    found = answer(question, library)
    assert found.rows
    assert found.text.startswith(told)


@pytest.mark.parametrize(
    "question",
    [
        "Qui animait l'atelier C ?",
        "Combien de personnes dans l'atelier sur les moulins ?",
        "Combien de femmes au comité syndical ?",
        "Quel était le budget des Rencontres Rives vivantes ?",
    ],
)
def test_what_no_report_tells_is_refused(question: str, library: Library) -> None:
    found = answer(question, library)
    assert (found.abstained, found.rows) == (True, ())


@pytest.mark.parametrize(
    ("question", "words", "refused"),
    [
        ("Quel est le montant de la barque ?", "8 400 euros", False),
        ("Quel est le prix de la franchise ?", "8 400 euros", True),
        ("Que dit-on de la franchise ?", "8 400 euros", False),
    ],
)
def test_a_price_is_that_of_what_is_asked(question: str, words: str, refused: bool, library: Library) -> None:
    span = library.find_phrase(words)[0]
    proof = library.evidence(library.line_at(span), 1.0)
    found = Answer(question, "semantic", words, (Row("", words, "passage", 1.0, None, (proof,)),))
    assert untyped(library.understand(question), library, found).startswith("aucun passage ne dit combien") is refused
