"""Prose in another language than French: the rules read French, so that only names known elsewhere are found there."""

from collections.abc import Iterable, Sequence

from corpus import language_of
from kg.extract.source import Source
from kg.lexicon.folding import fold_words
from kg.types import Mention

_FRENCH = "fr"
#: Small words that French does not share with its neighbours; three of them make a short sentence French.
_FRENCH_WORDS = frozenset("le les des est une dans avec qui au aux du et il elle à déjà où sur ses cette".split())


def foreign_blocks(source: Source) -> frozenset[int]:
    """Return where the paragraphs and items in another language begin; none of a document without any French prose."""
    prose = [unit for unit in source.units if unit.block.kind in ("paragraph", "item")]
    told = {unit.start: language_of(unit.text) for unit in prose}
    french = {unit.start for unit in prose if _holds_french(unit.text)}
    foreign = frozenset(start for start, language in told.items() if language != _FRENCH and start not in french)
    if not foreign or any(language_of(unit.text, default="") == _FRENCH for unit in prose):
        return foreign
    return frozenset()


def _holds_french(text: str) -> bool:
    """Tell a short sentence that the statistics of letters mistake: three small words that only French has."""
    return len(_FRENCH_WORDS.intersection(text.lower().replace("'", " ").split())) >= 3


def without_foreign(
    source: Source, foreign: frozenset[int], mentions: Sequence[Mention], known: Iterable[Mention]
) -> Sequence[Mention]:
    """Leave out what was read in foreign prose, unless it names what stands elsewhere; a surname does."""
    if not foreign:
        return mentions
    apart = [_is_in(source, foreign, mention) for mention in mentions]
    if not any(apart):
        return mentions
    native = [mention for mention, is_foreign in zip(mentions, apart, strict=True) if not is_foreign]
    names = {(told.kind, words) for told in (*known, *native) if (words := fold_words(told.name))}
    names |= {(kind, words[-1:]) for kind, words in names if kind == "person"}
    return [
        mention
        for mention, is_foreign in zip(mentions, apart, strict=True)
        if not is_foreign or (mention.kind, fold_words(mention.name)) in names
    ]


def _is_in(source: Source, foreign: frozenset[int], mention: Mention) -> bool:
    unit = source.unit_at(mention.span.start)
    return unit is not None and unit.start in foreign
