"""The types of the knowledge that is read in documents: mentions, entities, statements, quotations, answers.

Everything refers to mentions by their id, never to entities: regrouping the mentions rewrites nothing.
"""

from dataclasses import dataclass
from typing import Literal

from corpus import Document, Passage, Span

Kind = Literal["person", "organisation", "place", "event", "concept"]
Part = Literal["speaker", "moderator", "organiser", "participant", "present", "excused", "absent", "secretary"]
Mode = Literal["direct", "indirect", "mixed"]

#: How a concept was linked: words of the thesaurus, a term of the corpus's own, or nearness of meaning.
LinkMethod = Literal["thesaurus", "terms", "meaning"]

#: The id of a mention: `<kind>:<document id>:<start>-<end>`.
MentionId = str


def document_of(mention: MentionId) -> str:
    """Return the id of the document that a mention stands in, by the mention's own id."""
    return mention.partition(":")[2].rpartition(":")[0]


def span_of(mention: MentionId) -> Span:
    """Return where a mention stands, by the mention's own id."""
    return Span(document_of(mention), *place_of(mention))


def place_of(mention: MentionId) -> tuple[int, int]:
    """Return where a mention starts and ends in its document, by the mention's own id."""
    start, _, end = mention.rpartition(":")[2].partition("-")
    return int(start), int(end)


@dataclass(frozen=True, slots=True, order=True)
class Provenance:
    """Where a fact was read, and by which rule (name and version, as in `programme-list/1`)."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words of a document that name something; `name` is how they are read (case, spacing and OCR mended)."""

    span: Span
    kind: Kind
    name: str
    rule: str

    @property
    def id(self) -> MentionId:
        """The id that statements use."""
        return f"{self.kind}:{self.span.document_id}:{self.span.start}-{self.span.end}"


def passage_key(document_id: str, start: int, end: int) -> str:
    """Return the key of a passage in the indexes and in the links to concepts; quotations have their id."""
    return f"passage:{document_id}:{start}-{end}"


@dataclass(frozen=True, slots=True)
class Entity:
    """What several mentions name: one person, organisation, place, event or concept.

    `authorities` are the IRIs of public gazetteers that a decision says it is; `refused` those that it is not.
    """

    id: str
    kind: Kind
    label: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[MentionId, ...] = ()
    gender: Literal["f", "m"] | None = None
    authorities: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """An event or one of its sessions, as a document tells it; `mention` is the event's own mention.

    `start` and `end` are ISO 8601, as precise as the document is: `2024-05`, `2018-07-05`, `2018-07-05T09:00`.
    `contradictions` holds other dates that the same document gives, as written.
    """

    mention: MentionId
    kind: Literal["event", "session"]
    label: str
    provenance: Provenance
    parent: MentionId | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    place_mention: MentionId | None = None
    contradictions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A function that a person holds, at the date of an event where it is known."""

    person: MentionId
    function: str
    provenance: Provenance
    organisation: MentionId | None = None
    event: MentionId | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """What a person or an organisation is at an event or session."""

    agent: MentionId
    event: MentionId
    part: Part
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Statement:
    """A binary fact: `predicate` is a term of the ontology (`pal:about`), `object` a mention id or a literal."""

    subject: str
    predicate: str
    object: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Quotation:
    """Who said what. The speaker is a mention or nobody; `speaker_words` are the words used when it is nobody.

    `concepts` are the ids of concepts (`concept/evaluation-citoyenne`), `confidence` is in 0..1.
    """

    id: str
    span: Span
    speaker: MentionId | None
    mode: Mode
    cue: str
    provenance: Provenance
    cue_span: Span | None = None
    speaker_words: str = ""
    act: str = "states"
    session: MentionId | None = None
    concepts: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, order=True)
class ConceptLink:
    """What a passage or a quotation is about: `target` is a passage's key or a quotation's id, `score` is in 0..1.

    The provenance tells the words that say the concept; where meaning alone tells it, the whole passage or quotation.
    """

    target: str
    concept: str
    method: LinkMethod
    score: float
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read in one document, before anything is merged across documents."""

    document: Document
    passages: tuple[Passage, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    roles: tuple[Role, ...] = ()
    participations: tuple[Participation, ...] = ()
    statements: tuple[Statement, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    concept_links: tuple[ConceptLink, ...] = ()

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.document.id


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim quote and where it stands; `score` is in 0..1, higher is better; `page` counts from 1 where known."""

    span: Span
    source: str
    quote: str
    score: float
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing asserted by an answer, with its proof."""

    id: str
    label: str
    kind: str
    score: float
    value: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """A fact of the graph around an answer: `object` is an entity id or a value; `label` says it in French."""

    subject: str
    predicate: str
    object: str
    label: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gets: rows with evidence, the graph around them, and how it was found."""

    question: str
    kind: str
    text: str
    rows: tuple[Row, ...] = ()
    context: tuple[Context, ...] = ()
    abstained: bool = False
    certificate: str | None = None
    sparql: str | None = None
    trace: tuple[str, ...] = ()
