"""Organisations that no kind of body begins, found by where they stand."""

from collections.abc import Callable

import pytest

from kg.resolve import resolve
from kg.types import Extraction

Read = Callable[..., Extraction]


def bodies(extraction: Extraction) -> set[str]:
    return {entity.label for entity in resolve((extraction,)) if entity.kind == "organisation"}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Les bénévoles de La Marmite aux mille sauces ont servi le repas.", {"La Marmite aux mille sauces"}),
        ("Sans les salariés des Ateliers du Furan, rien ne serait prêt.", {"Ateliers du Furan"}),
        ("La présidente de Graines de rebelles a remercié la salle.", {"Graines de rebelles"}),
        ("Elle est journaliste à Radio Margelle depuis dix ans.", {"Radio Margelle"}),
        ("Un don de deux mille euros est versé aux Greniers du Lac.", {"Greniers du Lac"}),
        ("Le tri est confié à Valormine, qui recrute.", {"Valormine"}),
        ("Il travaille chez Habitat des Deux Rives.", {"Habitat des Deux Rives"}),
        ("Le projet est porté par Ruches en partage et Terres d'Aune.", {"Ruches en partage", "Terres d'Aune"}),
        ("Nous agissons en partenariat avec Passerelles sans frontières.", {"Passerelles sans frontières"}),
        ("Camille Roux préside Les Voisins du dessus depuis 2019.", {"Les Voisins du dessus"}),
        ("Une réponse est venue au nom de Logis du Plateau.", {"Logis du Plateau"}),
        ("Avec le soutien de Mines et Compagnie, la visite a eu lieu.", {"Mines et Compagnie"}),
        ("Rives partagées, une association de pêcheurs, a écrit au maire.", {"Rives partagées"}),
        ("Le prix va à Télé Margelle, webtélé créée par des lycéens.", set()),
        ("Bois & Co, coopérative née en 2012, fournit les bancs.", {"Bois & Co"}),
        ("Les Tisseuses du Val (association loi 1901) animent l'atelier.", {"Les Tisseuses du Val"}),
        ("Elle tient la librairie Les Mots bleus.", {"Les Mots bleus"}),
        ("L'association de parents Les Petits Souliers a demandé un moratoire.", {"Les Petits Souliers"}),
        ("Le cabinet Azimut 12 a remis son étude.", {"Cabinet Azimut 12"}),
        ("L'entreprise Charpentes du Morvan prend le surcoût à sa charge.", {"Charpentes du Morvan"}),
        ("La société « Eaux claires » a répondu à l'appel d'offres.", {"Eaux claires"}),
        ("La directrice de la mission locale du Haut-Vernois est venue.", {"Mission locale du Haut-Vernois"}),
        ("L'autorité portuaire de Kamarina a signé la charte.", {"Autorité portuaire de Kamarina"}),
        ("La clinique des Marronniers ouvre un parking.", {"Clinique des Marronniers"}),
        ("Une lettre du collectif du Gué a été lue.", {"Collectif du Gué"}),
        ("Le Cercle nautique de Kerdavid a donné son accord.", {"Cercle nautique de Kerdavid"}),
        ("La communauté de communes du Val d'Orbise a voté.", {"Communauté de communes du Val d'Orbise"}),
        ('Une salariée de Cuisine Nomade a pris la parole.', {'Cuisine Nomade'}),
        ('Le directeur de Transports Azuréens regrette ce retard.', {'Transports Azuréens'}),
        ('La convention avec Les Compagnons du Levain est signée.', {'Les Compagnons du Levain'}),
        ("Grâce à Lumières d'Aubrac, la place est éclairée.", {"Lumières d'Aubrac"}),
        ('Le terrain appartient à Foncière Vivante.', {'Foncière Vivante'}),
        ('Ce guide est édité par Savoirs paysans.', {'Savoirs paysans'}),
        ('La troupe Les Pieds nus a joué devant la mairie.', {'Les Pieds nus'}),
        ("L'épicerie Le Bocal ouvrira en mai.", {'Le Bocal'}),
        ('La start-up Mobicité fournit les vélos.', {'Mobicité'}),
        ('Le collectif « Pas de pylône ici » a déposé une pétition.', {'Pas de pylône ici'}),
        ("Toits partagés, coopérative d'habitants, loge douze familles.", {'Toits partagés'}),
        ('Un atelier mené par Mémoires de mine a ému le public.', {'Mémoires de mine'}),
        ('Il représente Energies Citoyennes du Vexin.', {'Energies Citoyennes du Vexin'}),
        ("Le maire de Chantonval a salué l'initiative.", {'Ville de Chantonval'}),
        ("L'adjointe au maire de Vigneux-le-Haut est excusée.", {'Ville de Vigneux-le-Haut'}),
        ("La caisse d'allocations familiales du Tarn cofinance.", {"Caisse d'allocations familiales du Tarn"}),
        ('La régie de quartier des Minguettes recrute.', {'Régie de quartier des Minguettes'}),
        ('Le comité des fêtes de Rouvray tient la buvette.', {'Comité des fêtes de Rouvray'}),
        ('Le foyer rural de Millevaches prête la salle.', {'Foyer rural de Millevaches'}),
        ('Sonia Marchetti (Radio Galène) anime le débat.', {'Radio Galène'}),
        ('Partenaires : Ferme des Chênes, Graines et Compagnie.', {'Ferme des Chênes', 'Graines et Compagnie'}),
    ],
)  # fmt: skip
def test_a_body_by_its_place(sentence: str, found: set[str], read: Read) -> None:
    assert bodies(read(f"Réunion du 3 mars 2020\n\nLa séance commence. {sentence}\n")) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "La directrice de la Culture et la responsable du Développement durable sont là.",
        "Le président de la République n'est pas venu.",
        "Elle est l'auteure de La Rivière aux oiseaux.",
        "L'atelier « Habiter ensemble » a réuni vingt personnes.",
        "Le groupe « Mobilités » rend ses conclusions.",
        "L'agence publiera les données dès janvier 2023.",
        "Il rejoint Claire Petit et Paul Vial à la tribune.",
        "Un boulanger de Montclairin et une retraitée de Saint-Vrin ont parlé.",
        "Le secrétaire de séance relit les notes des Rencontres.",
        "Les habitants de la rue des Tilleuls demandent un banc.",
        "La librairie-café n'a pas répondu.",
        "Le responsable de la Jeunesse et la présidente de séance sont d'accord.",
        "Elle est bénévole depuis la Toussaint et vit rue des Lilas.",
        "Le président de la Commission a la parole.",
        "Un salarié de l'usine et une habitante de Montfleury protestent.",
        "Ils liront L'Homme qui plantait des arbres à la veillée.",
        "Les membres du Jury remercient Noël Duval.",
    ],
)
def test_no_body(sentence: str, read: Read) -> None:
    assert bodies(read(f"Réunion du 3 mars 2020\n\nLa séance commence. {sentence}\n")) == set()


def test_initials_of_people_are_no_bodies(read: Read) -> None:
    text = (
        "Réunion du 3 mars 2020\n\nPrésents : Claire Petit (CP, adjointe), Paul Vial (PV), Ilse Brandtner (IB).\n\n"
        "IB présente le budget. CP est contre.\n"
    )
    extraction = read(text)
    assert bodies(extraction) == set()
    assert "Ilse Brandtner" in {m.name for m in extraction.mentions if m.kind == "person"}
