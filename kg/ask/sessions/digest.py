"""What was said at an event or a session as a whole: its parts or its voices in order, each with its own words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from operator import attrgetter

from corpus import Span
from corpus import sentences as split_sentences
from index import fold, vocabulary
from kg.ask.answers.context import around_event, unique
from kg.ask.answers.proofs import LONGEST, quote_around
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sessions.asked import ASKING_PARTS, named_event
from kg.ask.times.asked import HELD
from kg.lookup import chain_of_quotation, event_chain
from kg.regex import regex
from kg.types import Answer, Entity, Event, MentionId, Quotation, Row

KIND = "what-is-said-about"
#: « Que s'est-il dit à la session 2 ? », « Résume le forum », « Que faut-il retenir de l'atelier ? ».
_ASKED = regex(
    r"^(?:peux-tu |pouvez-vous |tu peux |merci de )?(?:me |nous )?(?:resum\w+|synthetis\w+)\b"
    r"|^(?:un |le |la |une |donne\w* (?:-moi )?(?:un |le |une |la )?|fai[ts]\w*(?:-moi)? (?:un |une )?)?"
    r"(?:resume|synthese)\b"
    r"|^(?:que|qu'est-ce qu\w*|de quoi|ce qu\w*)\b[^?]*\b(?:s'est(?:-il)? dit\b"
    r"|(?:a|ont)(?:-t-on)? (?:dit|parle|discute|debattu)\b|retenir|retient|ressort\w*|(?:parl|trait)(?:e|ait)\b)"
    r"|^qu'(?:a-t-on|est-ce qu'on a) (?:dit|discute|debattu|retenu)\b"
)
#: Words of such a question that say nothing of which event it is about.
_WORDS = stems_of(
    (
        "dit dits parler parlé discuter discuté débattu retenir retenu résumer résume résumé résumez synthèse "
        "synthétiser ressort ressortir traiter traite passer passé peux pouvez faire fais donner chose choses "
        "principal principaux essentiel points journée réunion rencontre séminaire colloque forum conférence"
    ).split()
)
#: How many voices or parts are told, how long the words of all are in the text, in characters, and the fewest
#: quotations that make a digest.
MOST, TOLD, FEWEST = 6, 460, 2
#: How many characters of a report tell which event it is of.
FRONT = 120
#: How many of its words are told of a voice that is heard alone.
ALONE = 3
#: How many characters words have that say something by themselves.
TELLING = 40
#: The order of the reports.
_PLACE = attrgetter("span")


def digest(query: Query, library: Library) -> Answer | None:
    """Answer what was said at an event or a session; nothing for other questions, or when nothing is quoted there."""
    if not _ASKED.search(query.folded) or query.quoted or query.entities("person"):
        return None
    event = named_event(query, library)
    whole = library.knowledge.entity_of(event.mention) if event else None
    if event is None or whole is None or not _asks_nothing_else(query, library, event):
        return None
    said = _said_at(library, whole)
    if len(said) < FEWEST:
        return None
    groups = _by_part(library, said, fold(whole.label)) or _by_voice(library, said)
    near = library.deviations(event.label, [one.id for one in said])
    each = ALONE if len(groups) == 1 else 1
    rows = [_row(library, entity, _nearest(group, near), each) for entity, group in groups[:MOST]]
    told = [f"{french.title(row.label)} : {_words(row, TOLD // len(rows))}" for row in rows]
    left = len(groups) - len(rows)
    told += [french.count(left, "autre")] if left else []
    text = french.told(f"{french.title(event.label)} — {' ; '.join(told)}")
    facts = around_event(library, None, event_chain(library.knowledge, event.mention))
    return Answer(query.text, KIND, text, tuple(rows), unique(facts))


def _asks_nothing_else(query: Query, library: Library, event: Event) -> bool:
    """Tell a question all of whose words name the event, by its label, its place, its date or its report's front."""
    chain = event_chain(library.knowledge, event.mention)
    own = vocabulary(" ".join(f"{one.label} {one.place or ''} {french.period(one.start, one.end)}" for one in chain))
    report = library.knowledge.documents[event.provenance.span.document_id]
    own |= vocabulary(f"{report.title} {report.text[:FRONT]}")
    rest = query.without(ASKING_PARTS | HELD | _WORDS).terms
    return all(term.words.isdigit() or term.strength(own) for term in rest)


def _said_at(library: Library, whole: Entity) -> list[Quotation]:
    """Return what is quoted at an event or its sessions with its speaker named, in the order of the reports."""
    found = []
    for extraction in library.knowledge.naming(whole):
        for quotation in extraction.quotations:
            chain = chain_of_quotation(library.knowledge, quotation)
            if quotation.speaker and whole in (library.knowledge.entity_of(one.mention) for one in chain):
                found.append(quotation)
    return sorted(found, key=_PLACE)


def _by_part(library: Library, said: Iterable[Quotation], title: str) -> list[tuple[Entity, list[Quotation]]]:
    """Return what was said in each session of an event, in order; nothing when it was all said in one, or as a whole.

    A part that bears the folded title of the event is no session of it.
    """
    groups = _grouped(library, said, lambda quotation: quotation.session)
    parts = [(entity, group) for entity, group in groups if not fold(entity.label).startswith(title)]
    return parts if len(parts) > 1 else []


def _by_voice(library: Library, said: Iterable[Quotation]) -> list[tuple[Entity, list[Quotation]]]:
    return _grouped(library, said, lambda quotation: quotation.speaker)


def _grouped(
    library: Library, said: Iterable[Quotation], key: Callable[[Quotation], MentionId | None]
) -> list[tuple[Entity, list[Quotation]]]:
    groups: dict[str, tuple[Entity, list[Quotation]]] = {}
    for quotation in said:
        if (entity := library.knowledge.entity_of(key(quotation))) is not None:
            groups.setdefault(entity.id, (entity, []))[1].append(quotation)
    return list(groups.values())


def _nearest(said: Iterable[Quotation], near: Mapping[str, float]) -> list[Quotation]:
    """Return what was said, nearest to the title first; what is too short to say something comes last."""
    return sorted(said, key=lambda one: (one.span.end - one.span.start < TELLING, -near.get(one.id, 0.0), one.span))


def _row(library: Library, entity: Entity, said: list[Quotation], each: int) -> Row:
    """Return a voice, or a session with its voices, proved by some of the first words, in their order."""
    ordered = sorted(said, key=_PLACE)
    voices = [voice.label for voice, _ in _by_voice(library, ordered)] if entity.kind == "event" else []
    proofs = tuple(library.evidence(_opening(library, one.span), 1.0) for one in sorted(said[:each], key=_PLACE))
    return entity_row(entity, proofs, value=french.join(voices) or None)


def _opening(library: Library, span: Span) -> Span:
    """Return words whole when they are short, else their first sentences that say something by themselves."""
    if span.end - span.start <= LONGEST:
        return span
    text = library.knowledge.documents[span.document_id].text
    ends = [end for _, end in split_sentences(text, span.start, span.end)]
    return quote_around(
        library, replace(span, end=next((end for end in ends if end - span.start >= TELLING), span.end))
    )


def _words(row: Row, longest: int) -> str:
    """Return the words of a row, of some characters at most, after the voices of a session."""
    quotes = " ; ".join(french.quoted(proof.quote, longest // len(row.evidence)) for proof in row.evidence)
    return f"{row.value} ({quotes})" if row.value else quotes
