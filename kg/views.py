"""The views of a record: the RDF graph, the indexes, the stems, the register. Deleted, they are made again from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import reading
from kg.knowledge import Knowledge
from kg.types import passage_key

if TYPE_CHECKING:
    from index import Encoder, EncoderSpec
    from index.types import Vectors
    from kg.build import BuildOptions
    from kg.reading import Progress
    from ontology import Concept, Thesaurus


def indexed_texts(knowledge: Knowledge) -> list[list[tuple[str, str]]]:
    """Return, document by document, the keys and texts that both indexes hold: passages, then quotations.

    The path of titles stands before the words: it tells what a passage that does not repeat its subject is about.
    """
    found = []
    for extraction in knowledge.extractions:
        texts = []
        titles_at: list[tuple[int, str]] = []
        for passage in extraction.passages:
            key = passage_key(passage.span.document_id, passage.span.start, passage.span.end)
            titles = " > ".join(passage.headings)
            titles_at.append((passage.span.start, titles))
            texts.append((key, f"{titles}\n{passage.text}" if titles else passage.text))
        for quotation in extraction.quotations:
            titles = next((told for start, told in reversed(titles_at) if start <= quotation.span.start), "")
            texts.append((quotation.id, f"{titles}\n{reading(extraction.document, quotation.span)}"))
        found.append(texts)
    return found


@dataclass(frozen=True, slots=True)
class Known:
    """What the views show; `replaced` gives, for each entity id of before that is no more, the one it went into."""

    knowledge: Knowledge
    thesaurus: "Thesaurus"
    #: The corpus's own terms, which no label of the thesaurus tells.
    terms: tuple["Concept", ...]
    replaced: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Encoded:
    """The vectors of what is indexed, a row a text, in the order of `indexed_texts`; and what made them."""

    encoder: "Encoder"
    spec: "EncoderSpec"
    rows: "Vectors"


def encode(knowledge: Knowledge, options: "BuildOptions", progress: "Progress") -> Encoded:
    """Encode the passages and quotations, document by document: no batch crosses a document."""
    import numpy as np

    from index import describe, open_encoder

    encoder = open_encoder(options.model, allow_download=options.allow_download)
    spec = describe(encoder)
    texts = indexed_texts(knowledge)
    rows = np.zeros((sum(map(len, texts)), spec.dimension), np.float32)
    at = 0
    for number, pairs in enumerate(texts):
        progress("Plongements", number, len(texts), knowledge.extractions[number].document.source)
        if pairs:
            rows[at : at + len(pairs)] = encoder.encode_document([text for _, text in pairs])
        at += len(pairs)
    progress("Plongements", len(texts), len(texts), "")
    return Encoded(encoder, spec, rows)


def write_views(
    folder: Path, known: Known, encoded: Encoded, options: "BuildOptions", progress: "Progress"
) -> dict[str, int]:
    """Write the views into a build's folder; returns the counts."""
    from index import FaissIndex, LexicalIndex
    from kg.ask.registered import LISTS
    from kg.graph.build import dataset
    from kg.graph.store import write_store
    from kg.register import write_register
    from kg.stems import write_stems

    progress("Graphe", 0, 1, "")
    (folder / "graph").mkdir()
    knowledge = known.knowledge
    quads = dataset(
        knowledge,
        base_iri=options.base_iri,
        thesaurus=known.thesaurus,
        terms=known.terms,
        replaced=known.replaced,
    )
    triples = write_store(quads, folder / "graph")
    progress("Graphe", 1, 1, "")
    flat = [pair for pairs in indexed_texts(knowledge) for pair in pairs]
    lexical = LexicalIndex.build([key for key, _ in flat], [text for _, text in flat])
    (folder / "lexical").mkdir()
    lexical.save(folder / "lexical")
    (folder / "stems").mkdir()
    write_stems(folder / "stems", knowledge, known.thesaurus)
    (folder / "register").mkdir()
    write_register(folder / "register", LISTS, knowledge)
    vectors = FaissIndex(encoded.spec.dimension)
    vectors.add([key for key, _ in flat], encoded.rows)
    (folder / "vectors").mkdir()
    vectors.save(folder / "vectors")
    return _counts(knowledge, triples)


def _counts(knowledge: Knowledge, triples: int) -> dict[str, int]:
    quotations = list(knowledge.quotations())
    counts = {
        "documents": len(knowledge.extractions),
        "passages": sum(len(extraction.passages) for extraction in knowledge.extractions),
        "quotations": len(quotations),
        "quotations with speaker": sum(quotation.speaker is not None for quotation in quotations),
        "triples": triples,
    }
    for kind in ("person", "organisation", "place", "event"):
        counts[kind] = sum(entity.kind == kind for entity in knowledge.entities)
    return counts
