"""Functions told of a person by the sentence after the one that names them: « Ada Blanc… La géographe rappelle… »."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus import Span
from kg.extract.source import Source, Unit
from kg.lexicon.folding import fold
from kg.lexicon.functions import BEFORE_FUNCTION, COURTESY, Gender
from kg.lexicon.given_names import gender_of
from kg.lexicon.speech_verbs import written_forms
from kg.lexicon.trades import tells_function, told_gender
from kg.regex import regex
from kg.types import Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SENTENCE = regex(r"(?:^|(?<=[.!?…»|])\s+)(?=[A-ZÀ-Ý«“])")
_GOVERNING = frozenset("de du des d' la le les l' au aux à en un une et".split())
_RESUMED = regex(r"(?:L[ea]\s|L')(?=(?P<words>[^.,;:()|«»!?]{3,90}))")
_IN_PLACE = regex(r"[A-ZÀ-Ý][\w'-]+(?:[ -][A-ZÀ-Ý][\w'-]+)*$")
#: Offices of which a place has one: alone, « le maire » is not whoever the sentence before names.
_OFFICES = frozenset(
    """maire mairesse president presidente directeur directrice secretaire prefet prefete ministre animateur animatrice
    moderateur moderatrice chef cheffe principal principale proviseur proviseure recteur rectrice rapporteur rapporteure
    rapporteuse consul consule ambassadeur ambassadrice doyen doyenne adjoint adjointe tresorier tresoriere gerant
    gerante proprietaire responsable coordinateur coordinatrice delegue deleguee representant representante
    bourgmestre prieur prieure cure pasteur imam""".split()
)
#: Words for anybody, which say nothing of a person.
_ANYBODY = frozenset(
    """habitant habitante participant participante intervenant intervenante interesse interessee citoyen citoyenne
    membre voisin voisine auteur autrice auteure elu elue orateur oratrice salarie salariee usager usagere parent
    public secretariat jeune homologue successeur predecesseur remplacant remplacante animation coordination interne
    externe principal principale grand grande facilitateur facilitatrice chargee charge""".split()
)


def later_functions(
    source: Source, unit: Unit, people: Sequence[Mention], told: Sequence[Role]
) -> Iterator[tuple[Mention, Span]]:
    """Yield a person of a unit and the words that resume them as the subject of the next sentence.

    Only one person stands in the sentence before, of the gender that the words tell, and no other person of the
    document is told to hold that function.
    """
    doc = source.doc(unit)
    if doc is None or not people:
        return
    starts = [match.end() for match in _SENTENCE.finditer(unit.text)]
    for before, start in pairwise(starts):
        resumed = _RESUMED.match(unit.text, start)
        if not resumed or not tells_function(resumed["words"]):
            continue
        named = [p for p in people if before <= p.span.start - unit.start < start]
        if not named or len({fold(p.name).split()[-1] for p in named}) != 1:
            continue
        words = _subject(unit, doc, resumed.end())
        article: Gender | None = "f" if resumed[0] == "La " else "m" if resumed[0] == "Le " else None
        if words and _fits(source, named[0], words, article or told_gender(words), told):
            begin = unit.start + resumed.end()
            yield named[0], Span(source.document.id, begin, begin + len(words))


def _subject(unit: Unit, doc: "Doc", begin: int) -> str:
    """Return the words from an offset to the first finite verb, a pronoun before it or a comma; none without a verb."""
    end = next(
        (
            int(token.idx)
            for token in doc
            if token.idx > begin and token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm", [])
        ),
        begin,
    )
    words = re.split(r"[.,;:()|«»!?]", unit.text[begin:end])[0]
    for before, word in pairwise(re.finditer(r"[^\W\d_]+'?", words)):
        said = any(form.kind == "finite" and not form.plural for form in written_forms().get(word[0], ()))
        if said and before[0] not in _GOVERNING:
            words = words[: word.start()]  # the parser takes a verb of speech for a noun
            break
    return re.sub(r"(?:\s+(?:qui|se|ne|lui|leur|y|en|la|le|les|nous|(?:[nsl]'\s?)+(?:y|en)?))*\s*$", "", words).rstrip()


def _fits(source: Source, person: Mention, words: str, gender: Gender | None, told: Sequence[Role]) -> bool:
    parts = [part for part in fold(words).replace("'", " ").split() if part not in BEFORE_FUNCTION]
    if not parts or len(parts) > 14 or parts[0] in _ANYBODY or (parts[0] in _OFFICES and len(parts) < 3):
        return False
    own = _gender(source, person)
    if gender and own and gender != own:
        return False
    surname = fold(person.name).split()[-1]
    beside = _IN_PLACE.search(words)
    if beside and _of_another(source.document.text, beside[0], surname):
        return False
    held = {role.person for role in told if parts[0] in re.findall(r"[\w-]+", fold(role.function))[:3]}
    return not any(fold(_name_of(source, other)).split()[-1] != surname for other in held)


def _of_another(text: str, place: str, surname: str) -> bool:
    """Tell whether a list gives a place to somebody else: « Ada Blanc (Lens) » and « la déléguée de Lens »."""
    beside = re.finditer(rf"([\w'-]+) \({re.escape(place)}[,)]", text)
    return any(fold(match[1]).split()[-1] != surname for match in beside)


def _name_of(source: Source, mention: str) -> str:
    start, _, end = mention.rpartition(":")[2].partition("-")
    return source.document.text[int(start) : int(end)]


def _gender(source: Source, person: Mention) -> Gender | None:
    before = source.document.text[max(0, person.span.start - 10) : person.span.start].split()
    title = COURTESY.get(fold(before[-1]).rstrip(".")) if before else None
    return title or COURTESY.get(fold(person.name.split()[0]).rstrip(".")) or gender_of(person.name.split()[0])
