"""A small knowledge of an imaginary village, built by hand."""

from corpus import Document, Passage, Span
from kg.knowledge import Knowledge
from kg.types import Entity, Event, Extraction, Mention, Participation, Provenance, Quotation, Role, Statement
from ontology import Concept, Thesaurus

TEXT = """Journée du compost à Trévoise

Modératrice : Inès Kerouédan, maire de Trévoise.
« Les habitants jugent le service », dit Oskar Lindqvist, de l’association Terreau.
Le 3 ou le 4 mai, on ne sait plus. « Qui paie ? » demande-t-on dans la salle.
"""
DOCUMENT = Document(
    "journee-du-compost", "journée du compost.txt", "ab" * 32, "text/plain", TEXT, "Journée du compost", "2021-05"
)
RULE = "imaginary/1"
THESAURUS = Thesaurus(
    (
        Concept("concept/evaluation", "https://w3id.org/palabre/concept/evaluation", "évaluation", ("évaluer",)),
        Concept(
            "concept/evaluation-citoyenne",
            "https://w3id.org/palabre/concept/evaluation-citoyenne",
            "évaluation citoyenne",
            hidden_labels=("avis",),
            not_labels=("avis de passage",),
            broader=("concept/evaluation",),
            related=("concept/evaluation",),
            facets=("concept/evaluation", "concept/habitants"),
            definition="Jugement porté par les habitants.",
        ),
        Concept("concept/habitants", "", "habitants"),
    )
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(DOCUMENT.id, start, start + len(words))


def read(words: str) -> Provenance:
    return Provenance(span(words), RULE)


DAY = Mention(span("Journée du compost"), "event", "Journée du compost", RULE)
DEBATE = Mention(span("Le 3"), "event", "Débat", RULE)
INES = Mention(span("Inès Kerouédan"), "person", "Inès Kerouédan", RULE)
OSKAR = Mention(span("Oskar Lindqvist"), "person", "Oskar Lindqvist", RULE)
TOWN = Mention(span("Trévoise."), "organisation", "Trévoise", RULE)
PLACE = Mention(span("Trévoise\n"), "place", "Trévoise", RULE)
TERREAU = Mention(span("Terreau"), "organisation", "Terreau", RULE)
#: Declared « not an entity » by a decision: no entity holds it.
NOBODY = Mention(span("la salle"), "person", "la salle", RULE)

EXTRACTION = Extraction(
    DOCUMENT,
    passages=(
        Passage(Span(DOCUMENT.id, 0, 30), TEXT[0:30]),
        Passage(Span(DOCUMENT.id, 31, len(TEXT)), TEXT[31:], ("Journée du compost", "Débat")),
    ),
    mentions=(DAY, DEBATE, INES, OSKAR, TOWN, PLACE, TERREAU, NOBODY),
    events=(
        Event(
            DAY.id,
            "event",
            "Journée du compost",
            read("Journée"),
            None,
            "2021-05",
            None,
            "Trévoise",
            PLACE.id,
            ("4 mai",),
        ),
        Event(DEBATE.id, "session", "Débat", read("Le 3"), DAY.id, "2021-05-03T09:00", "2021-05-03T10:30"),
        Event(NOBODY.id, "event", "rien", read("la salle")),
    ),
    roles=(
        Role(INES.id, "maire", read("maire"), TOWN.id, DAY.id),
        Role(OSKAR.id, "membre", read("association"), TERREAU.id),
        Role(NOBODY.id, "rien", read("salle")),
    ),
    participations=(
        Participation(INES.id, DEBATE.id, "moderator", read("Modératrice")),
        Participation(OSKAR.id, DAY.id, "speaker", read("Oskar")),
        Participation(NOBODY.id, DAY.id, "present", read("salle")),
    ),
    statements=(
        Statement(DAY.id, "pal:about", "concept/evaluation", read("Journée")),
        Statement(DAY.id, "pal:venue", "salle des fêtes", read("salle")),
    ),
    quotations=(
        Quotation(
            f"quotation:{DOCUMENT.id}:0a1b",
            span("Les habitants jugent le service"),
            OSKAR.id,
            "direct",
            "dit",
            read("Les habitants jugent le service"),
            span("dit"),
            act="states",
            session=DEBATE.id,
            concepts=("concept/evaluation-citoyenne", "concept/tri-du-papier"),
            confidence=0.925,
        ),
        Quotation(
            f"quotation:{DOCUMENT.id}:2c3d",
            span("Qui paie ?"),
            None,
            "direct",
            "demande-t-on",
            read("Qui paie ?"),
            speaker_words="on dans la salle",
            act="asks",
        ),
    ),
)
ENTITIES = (
    Entity("event/debat", "event", "Débat", (), (DEBATE.id,)),
    Entity("event/journee-du-compost", "event", "Journée du compost", (), (DAY.id,)),
    Entity("organisation/terreau", "organisation", "Terreau", ("Association Terreau",), (TERREAU.id,)),
    Entity("organisation/trevoise", "organisation", "Trévoise", (), (TOWN.id,)),
    Entity("person/ines-kerouedan", "person", "Inès Kerouédan", ("I. KEROUÉDAN",), (INES.id,), "f"),
    Entity("person/oskar-lindqvist", "person", "Oskar Lindqvist", (), (OSKAR.id,), "m"),
    Entity("place/trevoise", "place", "Trévoise", (), (PLACE.id,)),
)
KNOWLEDGE = Knowledge((EXTRACTION,), ENTITIES)
