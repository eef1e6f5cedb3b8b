from collections.abc import Callable

from kg.types import Extraction

Read = Callable[..., Extraction]


def people(extraction: Extraction) -> set[str]:
    return {mention.name for mention in extraction.mentions if mention.kind == "person"}


def test_rooms_laws_and_streets_are_no_people(read: Read) -> None:
    text = (
        "Réunion du 3 mars 2020\n\nLa réunion, salle Louise Michel, a rappelé la loi Marie Lorient. "
        "On se retrouve au lycée Paul Valéry, puis rue Claude Bernard.\n"
    )
    assert people(read(text)) == set()


def test_a_name_of_a_list_is_found_again_in_capitals_by_parts_and_by_surname(read: Read) -> None:
    text = (
        "Séminaire du 3 mars 2020\n\nIntervenants :\n- Quilla Anahi BRENNETOT, directrice du réseau Cigale\n\n"
        "Quilla Brennetot ouvre la séance. QUILLA ANAHI BRENNETOT y tient. Puis Brennetot conclut.\n"
    )
    extraction = read(text)
    written = [extraction.document.quote(m.span) for m in extraction.mentions if m.kind == "person"]
    assert written == ["Quilla Anahi BRENNETOT", "Quilla Brennetot", "QUILLA ANAHI BRENNETOT", "Brennetot"]


def test_initials_that_the_document_explains(read: Read) -> None:
    text = (
        "Réunion du 3 mars 2020\n\nPrésents : Claire Dubreuil (CD), Paul Vial (PV)\n\nCD propose de "
        "reporter. PV refuse.\n"
    )
    extraction = read(text)
    found = [(extraction.document.quote(m.span), m.name) for m in extraction.mentions if m.kind == "person"]
    assert ("CD", "Claire Dubreuil") in found
    assert ("PV", "Paul Vial") in found


def test_an_initial_and_a_surname_in_capitals(read: Read) -> None:
    text = (
        "Table ronde du 3 mars 2020\n\nAutour de la table : Louna Dubreuil-Sanz, éleveuse ; Paul Vial, maire.\n\n"
        "L. DUBREUIL-SANZ – Le lait paie mal.\n\nP. VIAL – Vous avez raison.\n"
    )
    extraction = read(text)
    found = [(extraction.document.quote(m.span), m.name) for m in extraction.mentions if m.kind == "person"]
    assert ("L. DUBREUIL-SANZ", "Louna Dubreuil-Sanz") in found
    assert ("P. VIAL", "Paul Vial") in found


def test_a_table_whose_header_lost_its_first_cell(read: Read) -> None:
    rows = "\tPrénom\tNom\tOrganisme\n1\tZoé\tLEMPEREUR\tVILLE DE BAYEUX\n2\tIDRISS\tBENHADDA\tCARTOGRAPHES DU MONDE\n"
    extraction = read(f"# Colloque\n\n## Participants\n\n{rows}")
    assert people(extraction) == {"Zoé Lempereur", "Idriss Benhadda"}
    bodies = {m.name for m in extraction.mentions if m.kind == "organisation"}
    assert bodies == {"Ville de Bayeux", "Cartographes Du Monde"} or bodies == {
        "Ville de Bayeux",
        "Cartographes du Monde",
    }


def test_columns_in_another_order(read: Read) -> None:
    rows = (
        "| Fonction | Nom | Prénom | Structure |\n|---|---|---|---|\n| Directrice | LEMPEREUR | Zoé | Réseau Cigale |\n"
    )
    extraction = read(f"# Colloque\n\n{rows}")
    assert people(extraction) == {"Zoé Lempereur"}
    assert [(role.function, bool(role.organisation)) for role in extraction.roles] == [("Directrice", True)]


def test_a_surname_with_a_particle_after_a_title(read: Read) -> None:
    text = (
        "Conseil du 3 mars 2020\n\nPrésents : M. Ulfberht de BRÉHANT, Mme Orlaith LE GUERN.\n\n"
        "M. de Bréhant désapprouve ce choix. Mme Le Guern le défend. M. Le Maire conclut.\n"
    )
    assert people(read(text)) == {"Ulfberht de Bréhant", "Orlaith Le Guern", "M. de Bréhant", "Mme Le Guern"}


def test_names_that_sign_side_by_side_are_two_people(read: Read) -> None:
    text = (
        "Conseil du 3 mars 2020\n\nPrésents : Mme Maud VIAL, Mme Lise-Anne KROL.\n\nLa séance est levée.\n\n"
        "La secrétaire,                 La maire,\nL.-A. KROL                     M. VIAL\n"
    )
    assert people(read(text)) == {"Maud Vial", "Lise-Anne Krol", "L.-A. Krol"}


def test_the_body_after_a_name_is_not_a_part_of_it(read: Read) -> None:
    text = (
        "Réunion du 3 mars 2020\n\nCartographia a ouvert la journée. Claire Vial Krol de Cartographia approuve. "
        "Inès Lobato de Faria aussi.\n"
    )
    assert people(read(text)) == {"Claire Vial Krol", "Inès Lobato de Faria"}


def test_a_unit_before_a_courtesy_is_no_initial(read: Read) -> None:
    found = people(read("Elle propose de porter la cotisation de 80 à 100 F. M. Gaspard Ventoux proteste.\n"))
    assert found == {"Gaspard Ventoux"}


def test_the_plural_of_monsieur_is_no_body(read: Read) -> None:
    found = read("Après la session, MM. Lambrecq et Ventoux souhaitent une petite salle pour parler des digues.\n")
    assert not [mention for mention in found.mentions if mention.kind == "organisation"]


def test_a_given_name_that_is_a_country_and_initials_after_a_title(read: Read) -> None:
    text = (
        "Entretien du 3 mars 2020\n\nMaurice Vidal préside le club. M. V. - Je suis là.\n\n"
        "La réunion est ouverte à 16 h 35.\n"
    )
    extraction = read(text)
    assert people(extraction) == {"Maurice Vidal"}
    assert not [m for m in extraction.mentions if m.kind == "place"]


def test_who_is_heard_or_portrayed_is_named_without_the_occasion(read: Read) -> None:
    text = (
        "4. Audition de M. Raoul Vernier, maire de Sauges\n\nM. Raoul Vernier a parlé.\n\n"
        "* Portrait de M. Ernest COLOMBET, maire de 1989 à 2014 : il sera accroché au foyer.\n"
    )
    names = {mention.name for mention in read(text).mentions if mention.kind == "person"}
    assert names == {"Raoul Vernier", "Ernest Colombet"}
