"""The concepts of a base with what is linked to them; candidates for a thesaurus from the corpus's own terms."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.base import Base
from kg.extract.lexemes import lexemes, significant
from kg.extract.terms import is_telling
from kg.knowledge import Knowledge
from kg.types import ConceptLink, LinkMethod
from ontology import Concept, concept_id

#: How the methods are called on the screen.
METHODS: Mapping[LinkMethod, str] = {"thesaurus": "thésaurus", "terms": "termes du corpus", "meaning": "sens"}
_EXAMPLES = 3
_LONGEST_EXAMPLE = 240


@dataclass(slots=True)
class ConceptCount:
    """A concept, in how many documents, passages and quotations it is found, and how many links each method made."""

    id: str
    label: str
    documents: int = 0
    passages: int = 0
    quotations: int = 0
    methods: dict[LinkMethod, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Example:
    """A passage that says a candidate: its words, on one line, and the file."""

    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A concept to propose: its label and other forms, what is wider, how often it is said, passages that say it."""

    id: str
    label: str
    forms: tuple[str, ...]
    broader: tuple[str, ...]
    passages: int
    documents: int
    examples: tuple[Example, ...]


def known_concepts(base: Base) -> dict[str, Concept]:
    """Return the concepts of the thesaurus that a base was built with and the corpus's own terms, by id."""
    return {concept.id: concept for concept in (*base.stems.told.concepts, *base.record.terms)}


def count_concepts(base: Base, method: LinkMethod | None = None) -> list[ConceptCount]:
    """Return the concepts that are linked to something, by one method or any: the most passages first."""
    concepts = known_concepts(base)
    found: dict[str, ConceptCount] = {}
    seen: dict[str, set[str]] = defaultdict(set)
    for link in _links(base.record.knowledge()):
        if method not in (None, link.method):
            continue
        label = concepts[link.concept].pref_label if link.concept in concepts else link.concept
        count = found.setdefault(link.concept, ConceptCount(link.concept, label))
        count.methods[link.method] = count.methods.get(link.method, 0) + 1
        seen[link.concept] |= {link.target, link.provenance.span.document_id}
    for identifier, count in found.items():
        count.passages = sum(target.startswith("passage:") for target in seen[identifier])
        count.quotations = sum(target.startswith("quotation:") for target in seen[identifier])
        count.documents = len(seen[identifier]) - count.passages - count.quotations
    return sorted(found.values(), key=lambda count: (-count.passages, -count.quotations, count.label, count.id))


def candidates(base: Base) -> list[Candidate]:
    """Propose concepts that no thesaurus of the base tells: the corpus's terms, and the nouns that several terms share.

    A shared noun (« miel » of « miel de lavande » and « récolte du miel ») is wider than the terms that it begins.
    """
    terms = base.record.terms
    knowledge = base.record.knowledge()
    targets: dict[str, dict[str, ConceptLink]] = defaultdict(dict)
    for link in _links(knowledge):
        if link.method == "terms" and link.target.startswith("passage:"):
            targets[link.concept][link.target] = link
    shared = _shared_nouns(terms, {label for c in base.stems.told.concepts for label in _keys(c)})
    heads = {_stem(label): label for label in shared}
    found = []
    for label in sorted(shared):
        links = {target: link for term in shared[label] for target, link in targets[term.id].items()}
        found.append(_candidate(knowledge, Concept(concept_id(label), "", label), (), links))
    for term in terms:
        head = heads.get(_stem(term.pref_label.split()[0].split("'")[-1]))
        wider = (concept_id(head),) if head else ()
        found.append(_candidate(knowledge, term, wider, targets[term.id]))
    return sorted(found, key=lambda one: (-one.passages, one.label))


def _links(knowledge: Knowledge) -> Iterator[ConceptLink]:
    for extraction in knowledge.extractions:
        yield from extraction.concept_links


def _keys(concept: Concept) -> Iterator[str]:
    return (_stem(label) for label in (*concept.labels, *concept.hidden_labels))


def _stem(words: str) -> str:
    return " ".join(word.stem for word in significant(lexemes(words)))


def _shared_nouns(terms: Iterable[Concept], known: set[str]) -> dict[str, list[Concept]]:
    """Return the nouns that two terms or more hold at their head or after « de », in their most used form."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    holders: dict[str, list[Concept]] = defaultdict(list)
    for term in terms:
        nouns = re.findall(
            r"(?:^|\b(?:de|des|du|d'|en|à)(?: la| les| l')?\s?)([^\W\d_]{3,}(?:-[^\W\d_]+)*)", term.pref_label
        )
        for noun in dict.fromkeys(nouns):
            stem = _stem(noun)
            forms[stem][noun] += 1
            holders[stem].append(term)
    chosen = {stem: min(forms[stem], key=lambda form: (-forms[stem][form], len(form), form)) for stem in holders}
    return {
        chosen[stem]: held
        for stem, held in holders.items()
        if len(held) > 1 and stem not in known and is_telling(chosen[stem])
    }


def _candidate(
    knowledge: Knowledge, concept: Concept, broader: tuple[str, ...], links: Mapping[str, ConceptLink]
) -> Candidate:
    ordered = sorted(links.values(), key=lambda link: (-link.score, link.provenance))
    chosen: dict[str, ConceptLink] = {}
    for link in ordered:  # one a document first
        chosen.setdefault(link.provenance.span.document_id, link)
    best = [*chosen.values(), *(link for link in ordered if link not in chosen.values())][:_EXAMPLES]
    examples = tuple(dict.fromkeys(_example(knowledge, link) for link in best))
    return Candidate(concept.id, concept.pref_label, concept.alt_labels, broader, len(links), len(chosen), examples)


def _example(knowledge: Knowledge, link: ConceptLink) -> Example:
    span = link.provenance.span
    document = knowledge.documents[span.document_id]
    text = document.text
    start = max(text.rfind(mark, 0, span.start) + 1 for mark in ".!?\n")
    ends = [at for mark in ".!?\n" if (at := text.find(mark, span.end)) >= 0]
    words = " ".join(text[start : min(ends, default=len(text) - 1) + 1].split())
    if len(words) > _LONGEST_EXAMPLE:
        words = " ".join(text[max(0, span.start - 100) : span.end + 100].split())
        words = f"… {words.partition(' ')[2].rpartition(' ')[0]} …"
    return Example(words, document.source)
