"""What an event or a session is for: the line that says its aim, what stands under such a title, how it opens."""

from collections.abc import Iterator

from corpus import Passage, Span
from index import fold
from kg.ask.answers.proofs import Proof, overlap
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.lists.groups import best_group
from kg.ask.question.query import Query
from kg.ask.semantic import tell
from kg.ask.sessions.asked import named_event, sessions_of
from kg.regex import regex
from kg.types import Answer, Event

KIND = "aim"
EXAMPLES = ("Quel était l'objectif de la session 1 ?", "La session 1 devait servir à quoi ?")
_AIM = r"(?:buts?|objectifs?|objets?|finalites?|ambitions?|intentions?|visees?|vocation|raison d'etre)"
_ASKED = regex(
    rf"\b(?:quel(?:le)?s? (?:est|sont|etai\w+|fut) (?:l[ea']s? ?|son |sa |ses )?{_AIM}|{_AIM} (?:de|du|des)\b"
    r"|a quoi (?:\w+ )?(?:ser(?:t|vait|vir\w*|vent|vaient))|servir a quoi|sert a quoi|servait a quoi"
    r"|pourquoi (?:organiser|avoir organise|cet?t?e? (?:atelier|reunion|rencontre|session|mission|seminaire|journee)"
    r"|a-t-on organise|a ete organise\w*))"
)
_SAID = "but objectif objet finalité ambition intention visée vocation raison être servir sert servait doit devait va "
_SAID += "organiser organisé fallait pourquoi annoncé annoncés affiché affichés fixé fixés poursuivi poursuivis visé "
_SAID += "initial initiaux principal principaux déclaré général généraux énoncé assigné premier prévu donné quel quels"
_LABEL = regex(rf"\W*(?:l'|les |le )?{_AIM}(?: (?:de|du|des|general|vise)[^:.]{{0,40}})?\s*:")
_TITLE = regex(
    r"\W*(?:\d+\W+)?(?:pourquoi(?: (?:cet|cette|ce|ces|organiser|se reunir|un|une)\b.*)?"
    rf"|(?:l'|les |le )?{_AIM}\b.{{0,40}})\W*"
)
_TELLS = regex(
    rf"\b{_AIM} (?:\w+ )?(?:etai\w+|est|sont|de|d'|initial)|\bvis(?:e|ait|ant|ent|aient) a\b"
    r"|\bil s'agi(?:t|ra|ssait)\b|\b(?:est|etait|sommes|etions) (?:la|reunis?|ici) pour\b|\bafin d[e']"
    r"|\bdoi(?:t|vent) permettre|\bdevait permettre"
    r"|\bpour (?:preparer|dialoguer|debattre|comprendre|echanger|repondre|reflechir|partager|evaluer|faire le point)"
    r"|\bpreparer\b|\bfaire le point\b|\bdestine\w* a\b|\ba pour (?:but|objet|ambition)|\bs'adress\w+ a\b"
)
_SESSION = regex(r"\b(?:sessions?|ateliers?|tables? rondes?|seances?|sequences?|conferences?|plenieres?)\b")
#: What tells the aim of a meeting, the surest first; how much each sentence before counts against one.
LABELLED, TITLED, TOLD, OPENS, LATER = 1.0, 0.9, 0.75, 0.45, 0.005
_SEVERAL = regex(r"\b(?:buts|objectifs|finalites|ambitions|intentions)\b")
#: Least share of the question that a list of aims must say.
LISTED = 0.5
#: Among how many sentences the aim is told.
EARLY = 30


def answer(query: Query, library: Library) -> Answer | None:
    """Answer what an event or a session that the question names is for; nothing when it asks of something else."""
    if not _ASKED.search(query.folded) or (query.event is not None and _about_more(query)):
        return None
    if _SEVERAL.search(query.folded) and best_group(query, library, least=LISTED):
        return None  # the report has a list of them
    event = query.event or named_event(query, library)
    if event is None or (query.event is None and not (query.quoted or _SESSION.search(query.folded))):
        return None
    passages = _passages(query, library, event)
    proofs = sorted(_proofs(library, passages, event), key=lambda proof: (-proof.score, proof.sentence.span))
    return tell(query, library, proofs, "session-programme") if proofs else None


def _about_more(query: Query) -> bool:
    """Tell whether the question asks for the aim of something else than the event that it names."""
    return any(not term.alternatives[0][0] <= stems_of(_SAID.split()) for term in query.scoped)


def _passages(query: Query, library: Library, event: Event) -> list[Passage]:
    """Return what a report tells of an event; of a session, what stands between its title and the next one."""
    own = event.provenance.span
    documents = sorted(query.documents or [own.document_id], key=lambda one: one != own.document_id)
    passages = [one for document_id in documents for one in library.knowledge.extraction_of[document_id].passages]
    if event.kind != "session":
        return passages
    spans = [one.provenance.span for one in sessions_of(library, event)]
    starts = [span.start for span in spans if span.document_id == own.document_id]
    end = min((at for at in starts if at > own.end), default=len(library.knowledge.documents[own.document_id].text))
    inside = Span(own.document_id, own.start, end)
    return [one for one in passages if overlap(one.span, inside)]


def _proofs(library: Library, passages: list[Passage], event: Event) -> Iterator[Proof]:
    """Yield the sentences that tell an aim, each with how surely it does."""
    number = 0
    for passage in passages:
        titled = bool(passage.headings) and _TITLE.fullmatch(fold(passage.headings[-1])) is not None
        for sentence in library.sentences(passage):
            plain, number = sentence.folded, number + 1
            if len(plain.split()) < 5:
                continue
            opens = OPENS if event.kind == "session" and plain.rstrip(" *_").endswith((".", "»", "?")) else 0.0
            told = TOLD if number <= EARLY and _TELLS.search(plain) else opens
            sure = LABELLED if _LABEL.match(plain) else TITLED if titled else told
            if sure:
                yield Proof(sentence, passage, sure, max(0.05, sure - LATER * number))
