"""Lists of people by body, tables with odd columns, and what other layouts say of bodies."""

from collections.abc import Callable

import pytest

from kg.resolve import resolve
from kg.types import Extraction

Read = Callable[..., Extraction]


def named(extraction: Extraction, kind: str = "organisation") -> set[str]:
    return {entity.label for entity in resolve((extraction,)) if entity.kind == kind}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("PARTICIPANTS\nKeolis Gévaudan : Sandra Molines\nLes Roues libres : Sylvie Bros, Alain Pradel",
         {"Keolis Gévaudan", "Les Roues libres"}),
        ("Étaient présents :\nPour Sarbec : M. Luc Haudebert, Mme Solange Pasquier\nPour Le Breuil : Mme Leïla Ziani",
         {"Ville de Sarbec", "Ville du Breuil"}),
        ("Lycée Chaptal : Vincent Delrieu, proviseur\nMobilis : Claire Petit", {"Lycée Chaptal", "Mobilis"}),
        ("Animation : Claire Petit\nRapporteur : Paul Vial", set()),
        ("Claire Petit : Paul Vial a raison.\nPaul Vial : Claire Petit aussi.", set()),
        ("Mobilis : Claire Petit\n\nRien à dire.", set()),
    ],
)  # fmt: skip
def test_lists_of_people_by_body(lines: str, found: set[str], read: Read) -> None:
    assert named(read(f"Atelier du 3 mars 2020\n\n{lines}\n")) == found


def test_a_column_of_representatives_and_one_of_towns(read: Read) -> None:
    rows = (
        "N°\tCivilité\tParticipant\tReprésentant\tQualité\tCommune\n"
        "1\tMme\tAdèle VERGNE\tCPTS Vernou\tmédecin\tLimoges\n"
        "2\tM.\tFirmin TAURIS\tGroupement des Monts\tadministrateur\tTulle\n"
    )
    assert named(read(f"Séminaire du 4 avril 2025\n\n{rows}")) == {"CPTS Vernou", "Groupement des Monts"}


def test_the_town_of_the_elected(read: Read) -> None:
    rows = "NOM\tPrénom\tFonction\tCommune\nVERGNE\tAdèle\tmaire\tSarbec\nTAURIS\tFirmin\thabitant\tMillac\n"
    assert named(read(f"Séminaire du 4 avril 2025\n\n{rows}")) == {"Ville de Sarbec"}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("L'association Bocage vivant n'a pas été entendue.", {"Bocage vivant"}),
        ("Le SIVOM des Trois Vallées a rendu un avis.", {"SIVOM des Trois Vallées"}),
        ("La CAF de l'Orne et l'ARS Normandie paient.", {"CAF de l'Orne", "ARS Normandie"}),
        ("La micro-crèche Les P'tits Bouchons ouvre.", {"Les P'tits Bouchons"}),
        ("Le repas vient du chantier d'insertion La Godille.", {"La Godille"}),
        ("Le chantier Les Arches avance.", set()),
        ("Merci au Lions Club de Sarbec pour son don.", {"Lions Club de Sarbec"}),
        ("Samba Diouf, chef du district sanitaire de Podar, parle.", set()),
        ("On écoute Paul Dray, journaliste au Messager.", {"Le Messager"}),
        ("Tom Berger, doctorant (EHESS), lit.", {"EHESS"}),
        ("Le Crédit coopératif et La Poste ont signé.", {"Crédit coopératif", "La Poste"}),
        ("Association Sarbec à vélo : une sortie est prévue.", {"Sarbec à vélo"}),
        ("Organisé par le Conservatoire du Vernou et Sarbec Agglomération.",
         {"Conservatoire du Vernou", "Sarbec Agglomération"}),
    ],
)  # fmt: skip
def test_kinds_of_bodies(sentence: str, found: set[str], read: Read) -> None:
    assert named(read(f"Atelier du 3 mars 2020\n\n{sentence}\n")) == found


def test_a_double_initial_that_begins_like_a_title(read: Read) -> None:
    told = read("Atelier du 3 mars 2020\n\nMarc-Olivier Bonnefoy est là. M.-O. Bonnefoy rétorque que non.\n")
    assert named(told, "person") == {"Marc-Olivier Bonnefoy"}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("On écoute Wivine Kabongo, de l'ONG Sources vives.", {"ONG Sources vives"}),
        ("La cour de l'école Jules-Ferry est ouverte.", {"École Jules-Ferry"}),
        ("La cour d'appel de Sarbec a jugé.", {"Cour d'appel de Sarbec"}),
        ("Rosalie Fanjeaux, première adjointe de Sarbec, parle.", {"Ville de Sarbec"}),
        ("Rosalie Fanjeaux, directrice adjointe de CIRBO, parle.", {"CIRBO"}),
        ("Élise Mendibou (Office 64) propose un banc.", {"Office 64"}),
        ("Le SDEPO doit intervenir en novembre.", {"SDEPO"}),
        ("Célestin Oury, rédacteur en chef de L'Écho lensois, mène.", {"L'Écho lensois"}),
        ("Le PNR des Combes et le Parc naturel régional des Combes.", {"Parc naturel régional des Combes"}),
    ],
)
def test_bodies_told_in_other_ways(sentence: str, found: set[str], read: Read) -> None:
    assert named(read(f"Atelier du 3 mars 2020\n\n{sentence}\n")) == found


def test_a_column_of_names_without_a_column_of_given_names(read: Read) -> None:
    rows = "Nom\tOrganisme\tFonction\nBérangère Chomat\tScierie Poncin & fils\tgérante\nPaul VIAL\tFibois AuRA\télu\n"
    told = read(f"Visite du 4 avril 2025\n\n{rows}")
    assert (named(told, "person"), named(told)) == (
        {"Bérangère Chomat", "Paul Vial"},
        {"Scierie Poncin & fils", "Fibois AuRA"},
    )
