"""Tables and lists that are no table of people: cards, budgets, agendas, the rows of a mission's report."""

from collections.abc import Callable

import pytest

from kg.resolve import resolve
from kg.types import Extraction

Read = Callable[..., Extraction]


def named(extraction: Extraction, kind: str) -> set[str]:
    return {entity.label for entity in resolve((extraction,)) if entity.kind == kind}


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("Porteur\tLes Jardiniers du Vernou, association loi 1901\nCoût\t12 000 €", {"Les Jardiniers du Vernou"}),
        ("Partenaires\tVille de Morvane, SMEV, Morvane Habitat", {"Ville de Morvane", "SMEV", "Morvane Habitat"}),
        ("Financeurs :\tFondation des Rives ; La Bobine folle", {"Fondation des Rives", "La Bobine folle"}),
        ("Maître d'ouvrage\tSillages 12\nPublic\tles habitants du quartier", set()),
        ("Association\tMontant voté\nLa Bobine folle\t300 €\nClub des Deux Ponts\t500 €\nTotal\t800 €",
         {"La Bobine folle", "Club des Deux Ponts"}),
        ("N°\tBénéficiaire\tSomme\n1\tLes Randonneurs du Vernou\t400 €", {"Les Randonneurs du Vernou"}),
        ("2021-03\tSubvention à l'association Les Ateliers du Marais", {"Les Ateliers du Marais"}),
        ("2021-04\tConvention avec la commune de Tabligbo (Togo)", {"Ville de Tabligbo"}),
        ("Public\tHabitants\nDurée\tDeux ans", set()),
    ],
)  # fmt: skip
def test_bodies_of_tables_without_people(rows: str, found: set[str], read: Read) -> None:
    assert named(read(f"Fiche du 3 mars 2020\n\nVoici la fiche.\n\n{rows}\nDurée\t2 ans\n"), "organisation") == found


@pytest.mark.parametrize(
    ("cell", "person"),
    [
        ("Koffi Amouzou, maire", "Koffi Amouzou"),
        ("Abla Dzigbodi, régisseuse des taxes", "Abla Dzigbodi"),
        ("M. Ekoué, proviseur", "M. Ekoué"),
        ("Togbui Mawuli IV, chef coutumier", "Togbui Mawuli IV"),
    ],
)
def test_people_in_the_cells_of_a_report(cell: str, person: str, read: Read) -> None:
    told = read(f"Mission du 3 mars 2020\n\nDate\tLieu\tRencontre\n3 mars\tHôtel de ville\t{cell}\n")
    assert named(told, "person") == {person}


def test_a_table_of_figures_under_a_table_of_people_names_nobody(read: Read) -> None:
    rows = "NOM\tPrénom\tFonction\nAUBLET\tMarthe\tmaire\n\nRÉPARTITION\nÉlus\t58\nAgents des villes\t79\n"
    assert named(read(f"Liste du 3 mars 2020\n\n{rows}"), "person") == {"Marthe Aublet"}


def test_a_council_is_not_of_the_town_on_its_agenda(read: Read) -> None:
    front = "Procès-verbal du conseil municipal du 3 mars 2020\n\n" + "Le conseil s'est réuni dans la salle. " * 9
    told = read(f"{front}\n\n2021-04\tConvention avec la commune de Tabligbo\n2021-05\tQuestions diverses\n")
    assert not any("Tabligbo" in event.label for event in told.events)


@pytest.mark.parametrize(
    "row",
    [
        "ROUX\tHugues\tdélégué\tASSOCIATION DES MAIRES DU VERNOU\t",
        "ROUX\tXilonen\tadhérente\tASSOCIATION LES DEUX RIVES\tatelier 1",
        "ROUX\tHugues\tconseiller\tSOCIETE DES EAUX DU VERNOU\t",
        "ROUX\tHugues\télu\tETABLISSEMENT PUBLIC DU MARAIS\tabsent",
    ],
)
def test_a_row_whose_words_are_those_of_headers_is_no_header(row: str, read: Read) -> None:
    told = read(
        "Liste du 3 mars 2020\n\nNom\tPrénom\tFonction\tOrganisme\tObservations\n"
        "AUBLET\tMarthe\tmaire\tVILLE DE MORVANE\t\n"
        f"{row}\nVIALLE\tSimone\tdirectrice\tMORVANE HABITAT\t\n"
    )
    first = row.split("\t")[1]
    assert named(told, "person") == {"Marthe Aublet", f"{first} Roux", "Simone Vialle"}


def test_a_header_of_other_columns_in_the_same_run_of_rows_is_one(read: Read) -> None:
    told = read(
        "Liste du 3 mars 2020\n\nNom\tPrénom\tOrganisme\nAUBLET\tMarthe\tMORVANE HABITAT\n"
        "Prénom\tNom\tFonction\nSimone\tVIALLE\tdirectrice\n"
    )
    assert named(told, "person") == {"Marthe Aublet", "Simone Vialle"}
