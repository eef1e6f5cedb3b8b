"""Who did, became or received something: the person that the best sentences name beside what is asked."""

import re
from collections.abc import Iterator

from corpus import Span
from index import fold, tokens
from kg.ask.answers.context import around_document, around_person, unique
from kg.ask.answers.proofs import Proof, coverage, prove, quote_around, title_stems
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.language.words import speech_stems
from kg.ask.library import Library
from kg.ask.question.functions_told import is_deputy
from kg.ask.question.query import Query
from kg.lexicon.functions import is_function_start
from kg.lookup import main_event
from kg.regex import regex
from kg.types import Answer, Entity, Mention

KIND = "who-did"
EXAMPLES = ("Qui notait tout au forum du Morbois ?", "Qui notait au forum du Morbois ?")
_ASKED = regex(
    r"^(?:[^,?]{3,60}, )?(?:qui|quelle? (?:personne|elue?|chercheu\w+|maire|adjointe?|president\w*|direct\w+"
    r"|journaliste|medecin|artiste|auteure?))\b"
)
_OFFICE = regex(r"qui (?:est|etait|fut|sera) (?:le |la |l')?(?P<office>[\w-]{4,})")
#: Least share of the question that a sentence and what stands around it must say, then the sentence alone, then with
#: the title just above; and how many characters part a person from the words that answer, at most.
COVERED, OWN, FAR = 0.6, 0.45, 160
#: What an idea is worth in the title just above.
TITLED = 0.8
#: How many characters around a name an office stands in, and after it a body.
BESIDE, AFTER = 60, 110


def answer(query: Query, library: Library) -> Answer | None:
    """Answer a question in « qui » with the person whom the best sentence names; nothing for other questions."""
    if not _ASKED.match(query.folded) or query.quoted:
        return None
    office = _OFFICE.match(query.folded)
    return named_beside(query, library, office=office["office"] if office and is_function_start(office[1]) else "")


def named_beside(query: Query, library: Library, *, office: str = "") -> Answer | None:
    """Return the person whom a sentence that says what is asked names nearest to the words that say it.

    For an office (the beginning of its folded word), the name must stand beside it: « le préfet, Marc Touvet ».
    """
    asked = {entity.id for entity in query.entities("person")}
    best: tuple[float, Entity, Proof] | None = None
    topic = query.inside()
    for proof in prove(query, library)[:8]:
        if proof.sentence.is_row:
            continue  # a row of a table names people, and tells nothing of them
        titled = coverage(topic.terms, proof.sentence.stems, ((title_stems(proof.passage.headings[-1:]), TITLED),))
        own = coverage(topic.terms, proof.sentence.stems)
        if max(proof.coverage, titled) < COVERED or max(own, TITLED * titled) < OWN:
            continue
        for mention, person in library.mentions_in(proof.sentence.span, "person"):
            if person.id in asked or (office and not _holds(library, query, proof.sentence.span, mention, office)):
                continue
            far = _distance(topic, library, proof.sentence.span, mention)
            score = proof.score * (1.0 - 0.5 * min(1.0, far / FAR))
            if best is None or score > best[0]:
                best = (score, person, proof)
    if best is None:
        return None
    return _told(query, library, *best)


def _holds(library: Library, query: Query, sentence: Span, mention: Mention, office: str) -> bool:
    """Tell whether an office stands just before or after a name, nothing but words and commas between them.

    « maire d'Orval » is not the mayor of a town that the question names otherwise.
    """
    text = library.knowledge.documents[sentence.document_id].text
    before = fold(text[max(sentence.start, mention.span.start - BESIDE) : mention.span.start])
    after = fold(text[mention.span.end : min(sentence.end, mention.span.end + 2 * BESIDE)])
    root = re.escape(office[:6])
    apposed = r"(?:\s*,[^,;.:»]{3,40}(?=,))?\s*[,(–-]?\s*(?:(?:le|la|l'|premiere?|ancienne?|qui)\s*)*"
    found = re.search(rf"\b{root}[^,;:»]{{0,45}},?\s*(?:m\.|mme|dr)?\s*$", before) or re.match(
        rf"(?:{apposed}|[^.;:»]{{0,90}}?\bpour ){root}[^,;:.»]*", after
    )
    if found is None or is_deputy(found[0], root):
        return False
    proper = re.findall(r"\b[A-ZÀ-ÝŒ][\w’'-]+", text[sentence.start : sentence.end])
    of = re.search(r"\b(?:de|du|d'|des)\s*(?P<name>[\w'-]+)", found[0])
    return of is None or of["name"] not in map(fold, proper) or of["name"] in query.folded


def _distance(query: Query, library: Library, sentence: Span, mention: Mention) -> int:
    """Return how many characters part a mention from the nearest run of words that says most of the question."""
    text = library.knowledge.documents[sentence.document_id].text
    said = [
        (sum(term.weight * term.strength(frozenset(tokens(match[0]))) for term in query.terms), match)
        for match in re.finditer(r"\w[\w'’-]*", text[sentence.start : sentence.end])
    ]
    most = max((weight for weight, _ in said), default=0.0)
    places = [sentence.start + match.start() for weight, match in said if most and weight >= 0.8 * most]
    return min((abs(place - mention.span.start) for place in places), default=FAR)


def _told(query: Query, library: Library, score: float, person: Entity, proof: Proof) -> Answer:
    span = quote_around(library, proof.sentence.span)
    people = _joined(library, proof.sentence.span, person)
    proofs = (library.evidence(span, proof.score),)
    rows = tuple(entity_row(one, proofs, score=min(1.0, score)) for one in people)
    names = french.join([row.label for row in rows])
    text = french.shortened(f"{names} : « {library.reading(span)} »")
    event = main_event(library.knowledge, span.document_id)
    facts = around_person(library, person, event) + around_document(library, person, span.document_id)
    return Answer(query.text, KIND, text, rows, unique(facts), trace=(proof.sentence.words,))


def _joined(library: Library, sentence: Span, person: Entity) -> list[Entity]:
    """Return a person with those whose names are joined to this one: « Marc Touvet et Zoé Trivaux »."""
    text = library.knowledge.documents[sentence.document_id].text
    runs: list[list[tuple[Mention, Entity]]] = []
    for mention, one in sorted(library.mentions_in(sentence, "person"), key=lambda pair: pair[0].span):
        between = text[runs[-1][-1][0].span.end : mention.span.start] if runs else ""
        if runs and re.fullmatch(r"\s*(?:,|et|, et)\s*(?:M\.|Mme|MM\.|Mmes)?\s*", between):
            runs[-1].append((mention, one))
        else:
            runs.append([(mention, one)])
    run = next((run for run in runs if any(one == person for _, one in run)), [])
    return list(dict.fromkeys(one for _, one in run)) or [person]


def apposition(library: Library, person: Entity) -> list[tuple[str, Span]]:
    """Return what sentences say of a person just beside the name, in their words, with the sentence that says it.

    « Irène Castel, ethnologue, » and « mon adjointe, Irène Castel » both tell; the fullest words come first.
    """
    found = []
    for mention, sentence in naming(library, person):
        text = library.knowledge.documents[mention.span.document_id].text
        words = _beside(text[sentence.start : mention.span.start], text[mention.span.end : sentence.end])
        found += [(words, sentence)] if words else []
    return sorted(found, key=lambda pair: (-len(pair[0]), pair[1]))


def naming(library: Library, person: Entity) -> list[tuple[Mention, Span]]:
    """Return the mentions of a person, each with the sentence that holds it, in the order of the documents."""
    mentions = [library.knowledge.mentions[at] for at in person.mentions]
    return [(mention, sentence.span) for mention in sorted(mentions) if (sentence := library.sentence_at(mention.span))]


def bodies_after(library: Library, person: Entity) -> Iterator[tuple[Mention, Entity]]:
    """Yield the bodies written just after a person's name, before anybody else's, on its line."""
    for mention, sentence in naming(library, person):
        ends = min(sentence.end, library.line_at(mention.span).end, mention.span.end + AFTER)
        others = (m.span.start for m, _ in library.mentions_in(sentence, "person") if m.span.start > mention.span.start)
        rest = Span(sentence.document_id, mention.span.end, min([ends, *others]))
        text = library.knowledge.quote(rest)
        if rest.start < rest.end and not re.search(r"[.;:»«]", text):
            yield from library.mentions_in(rest, "organisation")


_AFTER = regex(r"^\s*(?:,|\(|–|—|-|:)\s*(?P<words>[a-zà-ÿœ][^,.;:()«»\n]{3,110})")
_BEFORE = regex(
    r"(?:^|[\s,;«’'])(?P<words>(?:(?:le|la|l['’]|un|une|mon|ma|son|sa|notre|leur) ?)[a-zà-ÿœ][\w'’ -]{3,60}),\s*"
    r"(?:M\.|Mme|Mlle|Dr|Pr)?\s*$"
)
_NO_FUNCTION = regex(r"^(?:qui|dont|que|et|ou|mais|a|à|au|en|dans|elle|il|lui|tous|toutes|par|pour|sous|avec)\b")


def _beside(before: str, after: str) -> str:
    match = _AFTER.match(after)
    first = fold(match["words"]).split()[0] if match else ""
    verb = first.endswith("ait") or frozenset(tokens(first)) <= speech_stems()
    if match and not verb and not _NO_FUNCTION.match(fold(match["words"])):
        return " ".join(match["words"].split())
    match = _BEFORE.search(before)
    return " ".join(match["words"].split()) if match else ""
