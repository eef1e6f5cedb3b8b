from collections.abc import Callable
from pathlib import Path

import pytest

from kg.resolve import resolve
from kg.types import Extraction

HERE = Path(__file__).parent / "documents"

PEOPLE = {
    "bureau.md": """Annaïg Le Moigne|Paulo Da Silva|Greet Van Acker|Norbert Astruc|Noël Garrigou|Gwenola Le Bras""",
    "colloque.txt": """Jeanne Laforgue|Ali Benmansour|Odile Vergnaud|Yvan Le Guennec|Maryse Kowalski
        |Paul Duvernois""",
    "deux_jours.md": "Lucie Aubrac|Youssef Ziani",
    "proces_verbal.txt": """Odile Vergnaud|Yvan Le Guennec|Maryvonne De La Serve|Tarek Hamdaoui|Rose Arnaudin
        |M. Pialoux|M. Testud|M. Malaval""",
    "assemblee.txt": """Lucile Barthomeuf|Denis Okonkwo|Maryse Le Bihan-Costes|Jules Ferrandis|Aminata Sow|Théo W.
        |Hugues Lartigau|Claire-Marie Dufossé|Stella Mancini""",
    "blog.md": """Ingrid Valdemarsson|Mouloud Haddadène|Capucine d'Estrées|Guilhem Rouvière|Jean-Pierre Coulibaly
        |Yaëlle Bensoussan""",
    "communique.txt": "Amédée Brossard|Khadija Aït Lahcen|Firmin Jolivot|Anatole Sirven|Maud Gaillard-Prévost",
    "conseil.txt": """Sandrine Puygrenier|Joël Lacombarde|Émilie Fargeot|Patrick Trémouille|Nathalie Veysset
        |Kévin Bourdelas|Odette Chassain|Régis De Montferrier""",
    "programme.txt": """Florence Aubriot|Tancrède Moulinier|Eudes Le Tallec|Assia Benmokhtar|Ulfberht Krol
        |Perpétue Nzuzi|Sigrid Öberg|Leïla Chergui|Baptiste Quesnel|Rémi Delavigne""",
    "table_ronde.txt": "Edmée Vanhoutte|Saïd Bouzerda|Hartmut Engelbrecht|Coline Desrumaux",
}
BODIES = {
    "bureau.md": "La Chouette du Marais|Maison du marais de Sauzon",
    "colloque.txt": "Agence de l'eau Adour-Garonne|Faculté de droit de Tulle|Université de Limoges",
    "deux_jours.md": "Maison du parc|Parc naturel de Millevaches",
    "proces_verbal.txt": "ADIMEC|Département de la Creuse|Ville de Brassac-le-Haut",
    "assemblee.txt": "Passe-Rives|Région Nouvelle-Aquitaine|Fondation Petitjean|DRAC|Confluences",
    "blog.md": """ONG Piétons du Monde|Ville d'Oslo|Toulouse Métropole|Association des paralysés de la rue
        |Fondation Belle Étape|Métropole du Grand Nancy""",
    "communique.txt": """Département de Saône-et-Loire|Conseil régional du Souss|Union des apiculteurs du Charolais
        |Centre international de recherche sur les déserts et l'agriculture""",
    "conseil.txt": """Ville de Martignolles-sur-Vèze|Département de la Corrèze|Comité des fêtes|Les Amis du Vieux Four
        |Communauté de communes Vézère-Auvézère|Syndicat départemental d'énergie de la Corrèze""",
    "programme.txt": """Université de Nantes|GIP Loire Estuaire|Ouest-Matin|Agence de l'eau Loire-Bretagne
        |Université de Cracovie|Nantes Métropole|Hydralis""",
    "table_ronde.txt": """Ville de Lille|Fédération des centres sociaux du Nord|Universität Leipzig
        |La Gazette des quartiers""",
}
EVENT = {
    "bureau.md": ("Assemblée générale de La Chouette du Marais du 3 février 2023", "2023-02-03"),
    "colloque.txt": ("Colloque « Gouverner les rivières »", None),
    "deux_jours.md": ("Rencontres du conte rural", "2023-05-12"),
    "proces_verbal.txt": ("Conseil municipal de Brassac-le-Haut du 14 juin 2022", "2022-06-14"),
    "assemblee.txt": ("Assemblée générale de l'association Passe-Rives", "2022-02-05"),
    "blog.md": ("Forum « Villes qui marchent »", None),
    "conseil.txt": ("Conseil municipal de Martignolles-sur-Vèze du 12 avril 2023", "2023-04-12T20:00"),
    "programme.txt": ("JOURNÉE D'ÉTUDE « RELIRE LES FLEUVES »", "2024-06-04T09:30"),
    "table_ronde.txt": ("Table ronde – La participation vue du guichet", "2019-05-23"),
}


def names(told: str) -> set[str]:
    return {name.strip() for name in told.replace("\n", "").split("|")}


@pytest.mark.parametrize("document", sorted(PEOPLE))
def test_people_and_organisations_of_other_kinds_of_documents(document: str, read: Callable[..., Extraction]) -> None:
    entities = resolve((read((HERE / document).read_text(encoding="utf-8"), document),))
    assert {entity.label for entity in entities if entity.kind == "person"} == names(PEOPLE[document])
    assert {entity.label for entity in entities if entity.kind == "organisation"} == names(BODIES[document])


@pytest.mark.parametrize("document", sorted(EVENT))
def test_event_of_other_kinds_of_documents(document: str, read: Callable[..., Extraction]) -> None:
    extraction = read((HERE / document).read_text(encoding="utf-8"), document)
    assert (extraction.events[0].label, extraction.events[0].start) == EVENT[document]


def test_every_mention_stands_in_its_document(read: Callable[..., Extraction]) -> None:
    for path in sorted(HERE.iterdir()):
        extraction = read(path.read_text(encoding="utf-8"), path.name)
        ids = [mention.id for mention in extraction.mentions]
        assert len(ids) == len(set(ids))
        assert all(0 <= m.span.start < m.span.end <= len(extraction.document.text) for m in extraction.mentions)
        told = set(ids)
        assert {role.person for role in extraction.roles} <= told
        assert {role.organisation for role in extraction.roles if role.organisation} <= told
        assert {part.agent for part in extraction.participations} <= told
        assert {event.mention for event in extraction.events} <= told


def parts(extraction: Extraction) -> dict[str, set[tuple[str, str]]]:
    """Return who is what, by the label of each event and session."""
    names = {mention.id: mention.name for mention in extraction.mentions}
    labels = {event.mention: event.label for event in extraction.events}
    found: dict[str, set[tuple[str, str]]] = {}
    for part in extraction.participations:
        found.setdefault(labels[part.event], set()).add((names[part.agent], part.part))
    return found


def test_minutes_tell_who_was_there_who_was_not_and_who_votes_for_whom(read: Callable[..., Extraction]) -> None:
    (told,) = parts(read((HERE / "proces_verbal.txt").read_text(encoding="utf-8"), "proces_verbal.txt")).values()
    assert told == {
        ("Odile Vergnaud", "present"), ("Odile Vergnaud", "moderator"), ("Yvan Le Guennec", "present"),
        ("Maryvonne De La Serve", "present"), ("Tarek Hamdaoui", "present"), ("Tarek Hamdaoui", "secretary"),
        ("Rose Arnaudin", "excused"), ("M. Pialoux", "excused"), ("M. Testud", "absent"), ("M. Malaval", "absent"),
    }  # fmt: skip


def test_a_column_of_presence_and_labels_alone_on_their_line(read: Callable[..., Extraction]) -> None:
    extraction = read((HERE / "bureau.md").read_text(encoding="utf-8"), "bureau.md")
    (told,) = parts(extraction).values()
    assert told == {
        ("Annaïg Le Moigne", "present"), ("Paulo Da Silva", "present"), ("Greet Van Acker", "present"),
        ("Norbert Astruc", "excused"), ("Paulo Da Silva", "moderator"), ("Greet Van Acker", "secretary"),
        ("Gwenola Le Bras", "present"),
    }  # fmt: skip
    names = {mention.id: mention.name for mention in extraction.mentions}
    held = {(names[role.person], role.function) for role in extraction.roles}
    assert held >= {
        ("Annaïg Le Moigne", "présidente"), ("Paulo Da Silva", "trésorier"), ("Greet Van Acker", "Secrétaire"),
        ("Noël Garrigou", "dirige la Maison du marais de Sauzon"), ("Gwenola Le Bras", "bénévole"),
    }  # fmt: skip


def test_a_programme_in_one_block_gives_each_session_its_people(read: Callable[..., Extraction]) -> None:
    told = parts(read((HERE / "colloque.txt").read_text(encoding="utf-8"), "colloque.txt"))
    assert told == {
        "Ouverture du colloque": {("Jeanne Laforgue", "speaker"), ("Ali Benmansour", "speaker")},
        "Session I - Avant les digues": {("Odile Vergnaud", "moderator")},
        "Lire un débit": {("Yvan Le Guennec", "speaker")},
        "« Ce que dit le héron »": {("Maryse Kowalski", "speaker")},
        "Session II - Après les digues": {("Ali Benmansour", "moderator")},
        "Le fédéralisme des bassins selon Paul Duvernois": {("Yvan Le Guennec", "speaker")},
        "Table ronde : Qui paie la crue ?": {("Jeanne Laforgue", "moderator")},
        "Conclusion du colloque": {("Maryse Kowalski", "speaker")},
    }


def test_sessions_of_two_days_have_their_day_their_hours_and_their_room(read: Callable[..., Extraction]) -> None:
    extraction = read((HERE / "deux_jours.md").read_text(encoding="utf-8"), "deux_jours.md")
    assert [(e.label, e.start, e.end, e.place) for e in extraction.events[1:]] == [
        ("Raconter la haie", "2023-05-12T10:00", "2023-05-12T11:15", "Grande salle"),
        ("Atelier n° 1 : Tisser des voix", "2023-05-13", None, "salle du four"),
        ("Clôture, par Lucie Aubrac", "2023-05-13T16:00", None, None),
    ]
    assert {event.parent for event in extraction.events[1:]} == {extraction.events[0].mention}
