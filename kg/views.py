"""The views of a record: the RDF graph, the indexes, the stems, the register. Deleted, they are made again from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus import reading
from kg.base import ASKING
from kg.knowledge import Knowledge
from kg.types import passage_key
from kg.usual_questions import mean_question

if TYPE_CHECKING:
    from index import Encoder, EncoderSpec
    from index.types import Vectors
    from kg.build import BuildOptions
    from kg.reading import Progress
    from ontology import Concept, Thesaurus


class Indexed(NamedTuple):
    """What the indexes hold of a passage or a quotation: its key, the words searched, and the text encoded."""

    key: str
    words: str
    meaning: str


def indexed_texts(knowledge: Knowledge) -> list[list[Indexed]]:
    """Return, document by document, what both indexes hold: passages, then quotations.

    The path of titles stands before the words: it tells what a passage that does not repeat its subject is about. A
    quotation is encoded alone, for a title shared by many would make them alike: the right voice of 87 questions then
    has a mean reciprocal rank of 0.78 by meaning, 0.64 with the titles.
    """
    found = []
    for extraction in knowledge.extractions:
        texts = []
        titles_at: list[tuple[int, str]] = []
        for passage in extraction.passages:
            key = passage_key(passage.span.document_id, passage.span.start, passage.span.end)
            titles = " > ".join(passage.headings)
            titles_at.append((passage.span.start, titles))
            words = f"{titles}\n{passage.text}" if titles else passage.text
            texts.append(Indexed(key, words, words))
        for quotation in extraction.quotations:
            titles = next((told for start, told in reversed(titles_at) if start <= quotation.span.start), "")
            said = reading(extraction.document, quotation.span)
            texts.append(Indexed(quotation.id, f"{titles}\n{said}", said))
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
    """The vectors of what is indexed, a row a text, in the order of `indexed_texts`; and what made them.

    `asking` is the mean vector of usual questions, float32, one of `spec.dimension` numbers.
    """

    encoder: "Encoder"
    spec: "EncoderSpec"
    rows: "Vectors"
    asking: "Vectors"


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
            rows[at : at + len(pairs)] = encoder.encode_document([text.meaning for text in pairs])
        at += len(pairs)
    progress("Plongements", len(texts), len(texts), "")
    return Encoded(encoder, spec, rows, mean_question(encoder, spec))


def write_views(
    folder: Path, known: Known, encoded: Encoded, options: "BuildOptions", progress: "Progress"
) -> dict[str, int]:
    """Write the views into a build's folder; returns the counts."""
    import numpy as np

    from index import FaissIndex, LexicalIndex
    from kg.ask.search.registered import LISTS
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
    flat = [text for texts in indexed_texts(knowledge) for text in texts]
    lexical = LexicalIndex.build([text.key for text in flat], [text.words for text in flat])
    (folder / "lexical").mkdir()
    lexical.save(folder / "lexical")
    (folder / "stems").mkdir()
    write_stems(folder / "stems", knowledge, known.thesaurus)
    (folder / "register").mkdir()
    write_register(folder / "register", LISTS, knowledge)
    vectors = FaissIndex(encoded.spec.dimension)
    vectors.add([text.key for text in flat], encoded.rows)
    (folder / "vectors").mkdir()
    vectors.save(folder / "vectors")
    np.save(folder / "vectors" / ASKING, encoded.asking)
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
