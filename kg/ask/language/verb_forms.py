"""The forms of one irregular verb, which the stemmer does not bring together: « offrait » and « offert »."""

from collections import defaultdict
from functools import cache

from index import fold, tokens
from kg.lexicon.conjugation import forms

#: Shortest stem of a form: shorter ones are too near other words (« vu », « mis »).
SHORTEST = 4
#: Irregular verbs that tell what is asked; those that carry little by themselves (« tenir », « mettre ») are left out.
_VERBS = (
    "abattre accueillir acquérir admettre apparaître appartenir apprendre astreindre atteindre attendre battre "
    "combattre concevoir conclure conduire confondre connaître conquérir construire contraindre convaincre "
    "corrompre courir couvrir craindre cueillir débattre décevoir décrire découvrir déduire défendre démettre "
    "dépeindre dépendre descendre détenir détruire disparaître élire émettre entendre entreprendre entretenir "
    "éteindre étendre fendre fondre inclure induire inscrire instruire interrompre introduire intervenir joindre "
    "maintenir mordre mourir naître obtenir offrir ouvrir parcourir parvenir peindre pendre perdre permettre "
    "plaindre poursuivre prescrire prévenir produire promettre promouvoir recevoir reconnaître reconstruire "
    "recouvrir recueillir réduire rejoindre remettre rendre répandre répondre reprendre restreindre retenir "
    "retransmettre rompre rouvrir secourir séduire soumettre souffrir souscrire soutenir surprendre survivre "
    "suspendre tendre tondre traduire transcrire transmettre vaincre vendre vivre"
)


@cache
def _forms(letter: str) -> dict[str, frozenset[str]]:
    """Return the stems of other forms, by each stem, of the verbs that begin with a letter, as all their forms do."""
    found: dict[str, set[str]] = defaultdict(set)
    for verb in _VERBS.split():
        if fold(verb[0]) == letter:
            stems = {stem for word, _ in forms(verb) for stem in tokens(word) if len(stem) >= SHORTEST}
            for stem in stems:
                found[stem] |= stems - {stem}
    return {stem: frozenset(others) for stem, others in found.items()}


def other_forms(stem: str) -> frozenset[str]:
    """Return the stems of the other forms of the irregular verb that a stem is of; nothing for other words."""
    return _forms(stem[:1]).get(stem, frozenset())
