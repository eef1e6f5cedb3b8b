"""What somebody did before: « quel était son métier avant d'être maire », by the sentence that tells a former trade."""

from collections.abc import Iterator, Sequence

from index import fold
from kg.ask.answers.proofs import quote_around
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.places.whence import sentences_about
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.lexicon.functions import is_function_start
from kg.lexicon.trades import is_trade
from kg.regex import regex
from kg.types import Answer, Entity

KIND = "who-is"
#: Questions for a former trade, and those for any trade: an office that somebody holds is none.
_FORMER = regex(
    r"^(?!(?:et |mais )?(?:par |a |de )?qui\b).*"
    r"\b(?:metiers?|professions?|emplois?|travail\w*|boulot|fonctions?|postes?|faisai\w*|fait|etait|exerc\w+|occup\w+)\b"
    r".*\b(?:avant|auparavant|autrefois|jadis|a l'origine|au depart|precedent\w*|anterieur\w*|d'origine|de formation)\b"
    r"|\b(?:anciens?|ancienne|premier|precedente?) (?:metier|profession|emploi|poste|fonction|travail)"
    r"|\b(?:formation|parcours) (?:de |d')"
)
_TRADE_ASKED = regex(r"\b(?:metiers?|professions?|gagne\w* (?:sa|leur) vie)\b")
_OFFICE = regex(
    r"(?:co-?|vice-|ancien\w* )*(?:president|secretaire|tresori|maire|adjoint|elue?\b|conseill\w+ \w+al|depute)"
)
_TRADE = r"[A-Za-zÀ-ÿœ][\w'’-]+(?: (?!pendant|durant|avant|puis|et|mais|depuis|à la retraite)[\w'’-]+){0,5}?"
_MORE = rf"(?:,? (?:puis|et|et enfin|ensuite) (?:une? )?{_TRADE})*"
_STOP = r"(?=\s*(?:[,;:.()«»–]|$)|\s+(?:pendant|durant|avant|puis|et|mais|depuis|à|de \d|en \d|dans|chez|au|qui)\b)"
_LASTED = (
    r"(?:(?:pendant|durant) (?:[^\s,;.]+ ){1,4}?(?:ans|années|mois|saisons|temps|carrière|vie|guerre|jeunesse) "
    r"|longtemps |d['’]abord |jadis |autrefois |un temps )?"
)
_SHAPES = (
    regex(
        rf"\b(?:(?:fut|a été|avait été|aura été|après avoir été|qui fut|(?:travailla|a (?:travaillé|exercé|commencé))"
        rf" comme|d['’]abord) {_LASTED}(?:une? )?)(?P<trade>{_TRADE}{_MORE}){_STOP}"
    ),
    regex(rf"\b(?:[Aa]ncien(?:ne)? |[Ee]x-)(?P<trade>{_TRADE}){_STOP}"),
    regex(
        rf"(?:^|[:–] ?|\. |, )(?P<trade>{_TRADE}) (?:de formation|de métier|de profession|à la retraite|retraitée?)\b"
    ),
    regex(
        rf"(?:^|[:–.] ?)(?P<trade>{_TRADE}), (?:il|elle|M\.|Mme|[A-ZÀ-Ý]\w+) (?:l['’]|la |le |y )?"
        r"(?:devien\w+|devint|fond\w+|cré\w+|prend|prit|rejoin\w+|entr\w+|lanc\w+|ouvr\w+|pass\w+|quitt\w+|abandonn\w+"
        r"|est (?:devenue?|élue?|nommée?|entrée?|passée?)|a (?:fondé|créé|pris|repris|rejoint|quitté|ouvert|lancé))\b"
    ),
    regex(rf"\bétait {_LASTED}(?:une? )?(?P<trade>{_TRADE}){_STOP}(?=[^.]*\b(?:avant|quand|à l['’]époque|alors)\b)"),
)


#: Who was chosen is told by no trade.
_CHOSEN = regex(r"(?:elu|nomm|design|choisi|recrut|embauch|reelu|invit|charg)e?e?s?$")
#: How trades end, and adjectives that end alike.
_ENDING = regex(
    r"^(?!premier|dernier|entier|particulier|regulier|etranger|leger|fier|cher|entrant|important|suivant|absent|present"
    r"|sous|pour|meilleur|superieur|inferieur|exterieur|interieur|interess|touch)\w{3,}(?:ier|iere|eure?|euse|rice|iste"
    r"|ere|ien|ienne)$"
)


def former_trade(query: Query, library: Library, people: Sequence[Entity]) -> Answer | None:
    """Return the trade that somebody had before, with the sentence that tells it; nothing for other questions."""
    if len(people) != 1 or not (_FORMER.search(query.folded) or _holds_office(query, library, people[0])):
        return None
    person = people[0]
    found = next(_trades(query, library, person), None)
    if found is None:
        return None
    trade, sentence = found
    proof = (library.evidence(quote_around(library, sentence.span), 1.0),)
    text = french.told(f"{trade} — {person.label} : « {sentence.words} »")
    return Answer(query.text, KIND, text, (entity_row(person, proof, value=trade),))


def _holds_office(query: Query, library: Library, person: Entity) -> bool:
    """Tell a question for the trade of somebody of whom the reports tell offices alone: a president has a trade too."""
    held = [fold(role.function) for role in library.knowledge.roles.get(person.id, ()) if role.function]
    return bool(held and _TRADE_ASKED.search(query.folded)) and all(_OFFICE.match(one) for one in held)


def _trades(query: Query, library: Library, person: Entity) -> Iterator[tuple[str, Sentence]]:
    """Yield the trades that sentences about somebody tell, other than the one that the question says."""
    sentences = list(sentences_about(library, person))
    for shape in _SHAPES:
        for sentence in sentences:
            for match in shape.finditer(sentence.words):
                trade = match["trade"].strip()
                said = fold(trade).split()[0] in query.folded.split()
                if _tells_trade(trade) and not said and _is_of(library, person, sentence, match.start()):
                    yield trade, sentence


def _tells_trade(words: str) -> bool:
    """Tell words that begin with a trade or a function, known or by its ending: « facteur de pianos », « bergère »."""
    first = fold(words).split()[0]
    if _CHOSEN.match(first):
        return False
    return is_function_start(words) or is_trade(first) or bool(_ENDING.search(first))


def _is_of(library: Library, person: Entity, sentence: Sentence, at: int) -> bool:
    """Tell whether nobody else is named between somebody and a place of a sentence."""
    named = [one for one in library.names.find(sentence.words) if one.entity.kind == "person"]
    before = [one for one in named if one.place[1] <= at] or named
    last = max((one.place for one in before), default=None)
    return last is None or any(one.entity == person for one in before if one.place == last)
