"""The view that questions are compared with: the stems of each sentence and quotation, and the thesaurus, as read.

It repeats what the record and the thesaurus say, so that a question cuts no text into words and parses no Turtle.
Memory-mapped arrays: text number `t` (the passages of a document, then its quotations, document by document) has the
sentences `texts[t]` to `texts[t + 1]`, sentence `s` stands at `places[s]` (start, end) and has the stems numbered
`tokens[stems[s]:stems[s + 1]]`.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from corpus import Document, Span, reading, sentences
from index import tokens
from kg.errors import KnowledgeError
from kg.phrases import lines
from ontology import Concept, Thesaurus

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kg.knowledge import Knowledge

ARRAYS = ("texts", "places", "stems", "tokens")
_FILE = "stems.json"


class _Told(msgspec.Struct):
    """What stands beside the arrays: the stems by number, the first text of each document, the thesaurus."""

    vocabulary: list[str]
    first: dict[str, int]
    concepts: tuple[Concept, ...]
    labels: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Stems:
    """The view, opened."""

    told: _Told
    arrays: Mapping[str, "NDArray[Any]"]

    def of_texts(self, document_id: str, numbers: range) -> Iterator[tuple[Span, frozenset[str]]]:
        """Yield the sentences of some texts of a document with their stems; passages count from 0, then quotations."""
        text = self.told.first[document_id]
        vocabulary = self.told.vocabulary
        begin, end = self.arrays["texts"][[text + numbers.start, text + numbers.stop]].tolist()
        bounds = self.arrays["stems"][begin : end + 1].tolist()
        found = self.arrays["tokens"][bounds[0] : bounds[-1]].tolist()
        for at, (start, stop) in enumerate(self.arrays["places"][begin:end].tolist()):
            mine = found[bounds[at] - bounds[0] : bounds[at + 1] - bounds[0]]
            yield Span(document_id, start, stop), frozenset([vocabulary[token] for token in mine])

    def texts_of(self, document_id: str) -> range:
        """Return the numbers of the texts of a document, its passages before its quotations."""
        import numpy as np

        first, (_, starts) = self.told.first[document_id], self._starts
        after = int(np.searchsorted(starts, first, side="right"))
        return range(first, int(starts[after]) if after < len(starts) else len(self.arrays["texts"]) - 1)

    def starts_of(self, texts: range) -> list[int]:
        """Return where the first sentence of each of some texts starts in its document; a quotation is one."""
        first = self.arrays["texts"][texts.start : texts.stop]
        starts: list[int] = self.arrays["places"][first, 0].tolist()
        return starts

    def documents(self, texts: "NDArray[Any]") -> list[str]:
        """Return the documents that hold some texts, in order; texts are numbered as they are in the indexes."""
        import numpy as np

        ids, starts = self._starts
        return [ids[number] for number in np.unique(np.searchsorted(starts, texts, side="right") - 1).tolist()]

    @cached_property
    def _starts(self) -> "tuple[list[str], NDArray[Any]]":
        import numpy as np

        return list(self.told.first), np.array(list(self.told.first.values()), np.int64)


def sentences_of(document: Document, span: Span) -> Iterator[Span]:
    """Yield the sentences of a slice; a list item or a table row is one."""
    for start, end in lines(document.text, span):
        for at, stop in sentences(document.text, start, end):
            yield Span(document.id, at, stop)


def write_stems(folder: Path, knowledge: "Knowledge", thesaurus: Thesaurus) -> None:
    """Write the view into an existing empty folder, the same bytes for the same content."""
    import numpy as np

    number: dict[str, int] = {}
    first: dict[str, int] = {}
    texts, places, bounds, found = array("q", [0]), array("i"), array("q", [0]), array("i")
    for extraction in knowledge.extractions:
        document = extraction.document
        first[document.id] = len(texts) - 1
        held = [list(sentences_of(document, passage.span)) for passage in extraction.passages]
        for text in (*held, *([quotation.span] for quotation in extraction.quotations)):
            for span in text:
                places.extend((span.start, span.end))
                stems = sorted(set(tokens(reading(document, span))))
                found.extend(number.setdefault(stem, len(number)) for stem in stems)
                bounds.append(len(found))
            texts.append(len(bounds) - 1)
    # Numbered in the order of the words: the order of reading says nothing to who opens the file.
    vocabulary = sorted(number)
    order = np.zeros(len(number), np.int32)
    order[[number[stem] for stem in vocabulary]] = np.arange(len(number), dtype=np.int32)
    arrays: dict[str, NDArray[Any]] = {
        "texts": np.array(texts, np.int64),
        "places": np.array(places, np.int32).reshape(-1, 2),
        "stems": np.array(bounds, np.int64),
        "tokens": order[np.array(found, np.int32)],
    }
    for name in ARRAYS:
        np.save(folder / f"{name}.npy", arrays[name])
    concepts = tuple(thesaurus)
    labels = {label: tuple(sorted(set(tokens(label)))) for label in sorted(_labels(concepts))}
    (folder / _FILE).write_bytes(msgspec.json.encode(_Told(vocabulary, first, concepts, labels)) + b"\n")


def _labels(concepts: Iterable[Concept]) -> set[str]:
    return {label for concept in concepts for label in (*concept.labels, *concept.hidden_labels)}


def open_stems(folder: Path) -> Stems:
    """Open what `write_stems` wrote; raises `KnowledgeError` when a file is missing or damaged."""
    import numpy as np

    try:
        told = msgspec.json.decode((folder / _FILE).read_bytes(), type=_Told)
        arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray) for name in ARRAYS}
        whole = int(arrays["texts"][-1]) == len(arrays["places"]) == len(arrays["stems"]) - 1
        if whole and int(arrays["stems"][-1]) == len(arrays["tokens"]):
            return Stems(told, arrays)
    except (OSError, ValueError, EOFError, IndexError) as error:
        raise _damaged(folder, error) from error
    raise _damaged(folder, "fichiers de tailles différentes")


def _damaged(folder: Path, why: object) -> KnowledgeError:
    return KnowledgeError(
        f"La vue {folder} est illisible ({why}). Une vue complète de cette version était attendue. "
        "Reconstruisez la base : palabre build SOURCES --base DOSSIER"
    )
