"""A small knowledge of imaginary people, built by hand: two reports, five people, homonyms and nasty characters."""

from dataclasses import dataclass, field, replace

from corpus import Document, Span
from kg.knowledge import Knowledge
from kg.types import (
    Entity,
    Event,
    Extraction,
    Kind,
    Mention,
    Part,
    Participation,
    Provenance,
    Quotation,
    Role,
    Statement,
)

FORMULA = '=HYPERLINK("http://exemple.invalid";"cliquez")'
SCRIPT = "<script>alert('non & non')</script>"
RIGHT_TO_LEFT = "\u202eMahmoud\u202c \u200fحسن"
EMOJI = "Zoé 🌱 Lafleur"
CONTROL = "Aline\x00\x0b\x1b Bris\ud800sac"
LONG = "une transition écologique et sociale pensée par toutes les communes du plateau " * 4

FIRST_TEXT = f"""Rencontre des communes du plateau

Session 1 : l’eau
- Intervenante : Aline Brissac, maire de Rivemont
- Animateur : {RIGHT_TO_LEFT}, association {SCRIPT}

« L’eau est
à tous », dit Aline Brissac à Rivemont le 3 mai 2021.
{FORMULA} répond Paul Morel, de la régie.
« Personne ne sait qui parle. »
- Nous verrons, note {EMOJI}.
"""

SECOND_TEXT = """Forum des régies

Paul Morel, conseiller de Rivemont : « L’eau appelle la patience. »
Aline Brissac (présidente de la Régie des eaux) rejoint Paul Morel.
"""


@dataclass
class _Report:
    """A document under construction: finds words in the text, so that every span quotes what it says."""

    document: Document
    mentions: list[Mention] = field(default_factory=list)

    def span(self, words: str, occurrence: int = 0) -> Span:
        start = -1
        for _ in range(occurrence + 1):
            start = self.document.text.index(words, start + 1)
        return Span(self.document.id, start, start + len(words))

    def provenance(self, words: str) -> Provenance:
        return Provenance(self.span(words), "imaginary/1")

    def name(self, kind: Kind, words: str, occurrence: int = 0) -> str:
        mention = Mention(self.span(words, occurrence), kind, words, "imaginary/1")
        if mention not in self.mentions:
            self.mentions.append(mention)
        return mention.id

    def quotation(self, number: int, words: str, speaker: str | None, concepts: tuple[str, ...] = ()) -> Quotation:
        return Quotation(
            id=f"quotation:{self.document.id}-{number}",
            span=self.span(words),
            speaker=speaker,
            mode="direct",
            cue="dit",
            provenance=self.provenance(words),
            speaker_words="" if speaker else "une voix dans la salle",
            concepts=concepts,
            confidence=0.9,
        )

    def participation(self, agent: str, event: str, part: Part) -> Participation:
        return Participation(agent, event, part, self.provenance("\n"))


def _document(document_id: str, text: str, date: str) -> Document:
    title = text.split("\n", 1)[0]
    return Document(document_id, f"{document_id}.txt", "0" * 64, "text/plain", text, title, date)


def _first() -> Extraction:
    report = _Report(_document("001-rencontre", FIRST_TEXT, "2021-05-03"))
    meeting = report.name("event", "Rencontre des communes du plateau")
    session = report.name("event", "Session 1 : l’eau")
    aline = report.name("person", "Aline Brissac", 0)
    aline_speaks = report.name("person", "Aline Brissac", 1)
    mahmoud, zoe = report.name("person", RIGHT_TO_LEFT), report.name("person", EMOJI)
    paul = report.name("person", "Paul Morel")
    association = report.name("organisation", SCRIPT)
    town, place = report.name("organisation", "Rivemont", 0), report.name("place", "Rivemont", 1)
    report.name("concept", "eau")
    return Extraction(
        report.document,
        mentions=tuple(sorted(report.mentions)),
        events=(
            Event(
                meeting,
                "event",
                "Rencontre des communes du plateau",
                report.provenance("Rencontre"),
                start="2021-05",
                end="2021-05",
                place="Rivemont",
                place_mention=place,
                contradictions=("le 4 mai 2021",),
            ),
            Event(session, "session", "Session 1 : l’eau", report.provenance("Session"), meeting, "2021-05-03T09:00"),
        ),
        roles=(
            Role(aline, "maire", report.provenance("maire de Rivemont"), town, session),
            Role(mahmoud, "animateur", report.provenance("Animateur"), association),
        ),
        participations=(
            report.participation(aline, session, "speaker"),
            report.participation(mahmoud, session, "moderator"),
            report.participation(town, meeting, "organiser"),
            report.participation(paul, meeting, "excused"),
        ),
        quotations=(
            replace(
                report.quotation(1, "L’eau est\nà tous", aline_speaks, ("concept:eau",)), session=session, act="claims"
            ),
            report.quotation(2, FORMULA, paul, ("concept:eau", "concept:transition")),
            report.quotation(3, "Personne ne sait qui parle.", None, ("concept:eau",)),
            report.quotation(4, "- Nous verrons", zoe),
        ),
    )


def _second() -> Extraction:
    report = _Report(_document("002-forum", SECOND_TEXT, "2023-11-20"))
    forum = report.name("event", "Forum des régies")
    paul = report.name("person", "Paul Morel", 0)
    report.name("person", "Paul Morel", 1)
    water = report.name("concept", "eau")
    aline = report.name("person", "Aline Brissac")
    town, board = report.name("organisation", "Rivemont"), report.name("organisation", "Régie des eaux")
    return Extraction(
        report.document,
        mentions=tuple(sorted(report.mentions)),
        events=(Event(forum, "event", "Forum des régies", report.provenance("Forum"), start="2023-11-20"),),
        roles=(
            Role(paul, "conseiller", report.provenance("conseiller"), town),
            Role(aline, "présidente", report.provenance("présidente"), board, forum),
        ),
        participations=(report.participation(paul, forum, "participant"),),
        statements=(Statement(forum, "pal:about", water, report.provenance("Forum")),),
        quotations=(report.quotation(1, "L’eau appelle la patience.", paul, ("concept:eau",)),),
    )


#: Which mentions make which entity, by label: the two people called Paul Morel are kept apart.
_ENTITIES: tuple[tuple[str, Kind, str, tuple[str, ...]], ...] = (
    ("concept:eau", "concept", "eau", ()),
    ("event:forum", "event", "Forum des régies", ()),
    ("event:rencontre", "event", "Rencontre des communes du plateau", ()),
    ("event:session-1", "event", "Session 1 : l’eau", ()),
    ("organisation:association", "organisation", SCRIPT, ()),
    ("organisation:regie", "organisation", "Régie des eaux", ("RDE", "@regie")),
    ("organisation:rivemont", "organisation", "Rivemont", ("Ville de Rivemont",)),
    ("person:aline-brissac", "person", "Aline Brissac", (CONTROL,)),
    ("person:mahmoud", "person", RIGHT_TO_LEFT, ()),
    ("person:paul-morel", "person", "Paul Morel", ()),
    ("person:paul-morel-2", "person", "Paul Morel", ()),
    ("person:zoe", "person", EMOJI, ()),
    ("place:rivemont", "place", "Rivemont", ()),
    ("place:unlinked", "place", LONG, ()),
)


def knowledge() -> Knowledge:
    """Return two reports and what they tell: Rivemont is a council and a place, two are called Paul Morel."""
    extractions = (_first(), _second())
    named: dict[str, list[str]] = {}
    for extraction in extractions:
        for mention in extraction.mentions:
            entity_id = _entity_of(mention)
            named.setdefault(entity_id, []).append(mention.id)
    entities = tuple(
        Entity(entity_id, kind, label, aliases, tuple(named.get(entity_id, ())))
        for entity_id, kind, label, aliases in sorted(_ENTITIES)
    )
    return Knowledge(extractions, entities)


def _entity_of(mention: Mention) -> str:
    if mention.name == "Paul Morel" and mention.span.document_id == "002-forum":
        return "person:paul-morel-2"
    return next(i for i, kind, label, _ in _ENTITIES if (kind, label) == (mention.kind, mention.name))
