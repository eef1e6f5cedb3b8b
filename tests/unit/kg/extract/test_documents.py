from collections.abc import Callable
from pathlib import Path

import pytest

from kg.resolve import resolve
from kg.types import Extraction

HERE = Path(__file__).parent / "documents"

PEOPLE = {
    "assemblee.txt": """Lucile Barthomeuf|Denis Okonkwo|Maryse Le Bihan-Costes|Jules Ferrandis|Aminata Sow|Théo W.
        |Hugues Lartigau|Claire-Marie Dufossé|Stella Mancini""",
    "blog.md": """Ingrid Valdemarsson|Mouloud Haddadène|Capucine d'Estrées|Guilhem Rouvière|Jean-Pierre Coulibaly
        |Yaëlle Bensoussan""",
    "communique.txt": "Amédée Brossard|Khadija Aït Lahcen|Firmin Jolivot|Anatole Sirven|Maud Gaillard-Prévost",
    "conseil.txt": """Sandrine Puygrenier|Joël Lacombarde|Émilie Fargeot|Patrick Trémouille|Nathalie Veysset
        |Kévin Bourdelas|Odette Chassain|Régis De Montferrier""",
    "programme.txt": """Florence Aubriot|Tancrède Moulinier|Eudes Le Tallec|Assia Benmokhtar|Wenceslas Krol
        |Perpétue Nzuzi|Sigrid Öberg|Leïla Chergui|Baptiste Quesnel|Rémi Delavigne""",
    "table_ronde.txt": "Edmée Vanhoutte|Saïd Bouzerda|Hartmut Engelbrecht|Coline Desrumaux",
}
BODIES = {
    "assemblee.txt": "Passe-Rives|Région Nouvelle-Aquitaine|Fondation Petitjean|DRAC|Confluences",
    "blog.md": """ONG Piétons du Monde|Ville d'Oslo|Toulouse Métropole|Association des paralysés de la rue
        |Fondation Belle Étape|Métropole du Grand Nancy""",
    "communique.txt": """Département de Saône-et-Loire|Conseil régional du Souss|Union des apiculteurs du Charolais
        |Centre international de recherche sur les déserts et l'agriculture""",
    "conseil.txt": """Ville de Martignolles-sur-Vèze|Département de la Corrèze|Comité des fêtes|Les Amis du Vieux Four
        |Communauté de communes Vézère-Auvézère|Syndicat départemental d'énergie de la Corrèze""",
    "programme.txt": """Université de Nantes|GIP Loire Estuaire|Ouest-Matin|Agence de l'eau Loire-Bretagne
        |Université de Cracovie|Nantes Métropole""",
    "table_ronde.txt": """Ville de Lille|Fédération des centres sociaux du Nord|Universität Leipzig
        |La Gazette des quartiers""",
}
EVENT = {
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
