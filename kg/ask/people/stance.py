"""The stand that a question asks about: who disagreed, who committed to something, who doubted."""

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus import Span
from index import fold
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sentences.about import Said
from kg.regex import regex
from kg.types import Mention, Quotation

#: The share of the best score that words which take the stand asked for must reach: further off, they take it on
#: something else, and the words nearest the subject answer; and that share in the passage of the best words.
NEAR, ANSWERS = 0.6, 0.45
#: How near its beginning a sentence names who answers the words before it.
OPENS = 12
#: Within how many characters beside somebody's words one answers them; what others' words are worth right beside these,
#: less and less up to there, and further; what another paragraph adds to a distance.
BESIDE, REPLY, APART, ANOTHER = 700, 0.6, 0.4, 300
#: The share of the score of their best words on a subject from which on somebody's words are on it.
ON_IT = 0.7
#: The stand, the words that ask for it and those that show it, folded; the acts that quotations are read with.
_STANDS = (
    (
        regex(
            r"\b(?:pas d'accord|desaccord|conteste\w*|oppos\w+|contredi\w+|pas (?:du meme|de l') ?avis"
            r"|(?:est|etait|sont|etaient) contre|(?:pas|peu|guere) convaincu\w*|reticent\w*|en doute"
            r"|n'en (?:veut|voulait) (?:pas|plus)"
            r"|(?:pas|plus|guere) (?:tres |vraiment |du tout )?(?:favorables?|partisane?s?|emball\w+|enthousiastes?)"
            r"|defavorables?|protest\w+|insurg\w+|elev\w+ contre|object\w+|hostiles? a)\b"
        ),
        regex(
            r"\b(?:pas d'accord|desaccord|contest\w+|s'y oppos\w+"
            r"|s'oppos\w+|contredi\w+|object(?:ent|a|ait|e\w*)|protest\w+|retorqu\w+|s'insurg\w+"
            r"|s'(?:est )?elev\w+ contre|hostiles?"
            r"|n(?:'est|e partage) pas\b.{0,20}\b(?:avis|inquietude|opinion|conviction)|au contraire|le contraire"
            r"|defavorables?|(?:pas|plus|guere) (?:tres |vraiment )?(?:favorables?|partisane?s?|emball\w+|convaincu\w*)"
            r"|refus\w+|desapprouv\w+|exager\w+"
            r"|excessi\w+|nuanc\w+|temper\w+|encore faut-il)\b"
        ),
        ("disagrees",),
    ),
    (
        regex(r"\b(?:engag\w+ a|s'est engag\w+|se sont engag\w+|promi[st]?\w*|promet\w*)\b"),
        regex(r"\b(?:s'engag\w+|s'est engag\w+|promi[st]?\w*|promet\w*|je m'engage|nous nous engageons)\b"),
        ("commits",),
    ),
    (
        regex(
            r"\b(?:est|etait|sont|etaient) (?:plutot |tres |bien )?"
            r"(?:pour|favorables?|partisane?s?|d'accord|en faveur)\b"
        ),
        regex(
            r"\b(?:favorables?|partisane?s?|plaid\w+|soutien\w*|souten\w+|defend\w*|appuy?\w*|approuv\w+|d'accord"
            r"|souhait\w+|voudrai\w+|propos\w+|demand\w+|reclam\w+|pron(?:e|ent|ait)|enthousias\w+|salue\w*"
            r"|seule facon)\b"
        ),
        ("agrees", "proposes"),
    ),
    (
        regex(r"\b(?:dout\w+|sceptiques?|scepticisme|(?:n'y |ne )croi\w+ (?:pas|guere|plus))\b"),
        regex(
            r"\b(?:dout\w+|sceptiques?|scepticisme|(?:n'y |ne |n')croi\w+ (?:pas|guere|plus)|pas convaincue?"
            r"|a quoi bon|pas (?:du tout )?(?:sure?|certaine?) (?:que|qu'|de|d'))(?!\w)"
        ),
        (),
    ),
    (
        regex(r"\bqui (?:\S+ ){0,2}(?:craign\w+|craint|redout\w+|s'inquiet\w+|apprehend\w+|s'alarm\w+)"),
        regex(
            r"\b(?:crain\w*|craign\w+|redout\w+|s?'?inquiet\w*|peur|danger\w*|risqu\w+|en garde|alert\w+|menac\w+"
            r"|aggrav\w+|finiss\w+|finir\w*|remis\w* en (?:cause|question))\b"
        ),
        ("warns",),
    ),
    (
        regex(r"\bqui (?:\S+ ){0,2}(?:defend\w*|vant\w+|salu\w+|approuv\w+|se rejoui\w+|applaudi\w+|felicit\w+)"),
        regex(
            r"\b(?:defend\w*|vant(?:e|ent|ait|er)|salu(?:e|ent|ait|er)|approuv\w+|rejoui\w+|applaud\w+|felicit\w+|bravo"
            r"|soutien\w*|souten\w+|plaid\w+|recommand\w+|mieux|merci|heureu\w+|appreci\w+|excellen\w+|utiles?)\b"
        ),
        ("agrees", "proposes"),
    ),
    (
        regex(r"\bqui (?:\S+ ){0,2}(?:avou\w+|reconna\w+|admet\w*|conced\w+)"),
        regex(r"\b(?:avou\w+|aveux?|reconnai\w+|admet\w*|conced\w+|convien\w+)\b"),
        (),
    ),
)
#: « n'y est pas favorable », « s'y oppose »: the stand is on what was just said.
_ON_THAT = regex(r"\b(?:[ns]'(?:y|en)|y (?:est|sont|etait)) ")
#: « n'y est pas favorable »: the other stand.
_DENIED = regex(r"\b(?:pas|plus|guere) (?:tres |vraiment |du tout )?(?:favorables?|partisane?s?|d'accord)\b")
#: « M. Roy, par la voix de Mme Petit, s'insurge »: he does.
_SPOKESMAN = regex(r"\b(?:voix|bouche|nom|intermédiaire|biais|plume) d(?:e|u)\s(?:M\.\s|Mme\s)?$")


def standing(query: Query, library: Library, heard: list[Said], asked: set[str]) -> list[Said]:
    """Return of what others said the words that take the stand asked for, nothing when none does or none is asked.

    `asked` are the ids of the people whom the question names: with whom somebody disagrees.
    """
    theirs = {one.quotation.id for one in heard if asked & _speaker(library, one.quotation)}
    said = [one for one in heard if one.quotation.id not in theirs]
    stand = next(((shows, acts) for asks, shows, acts in _STANDS if asks.search(query.folded)), None)
    if stand is None:
        return []
    shows, acts = stand
    if asked and "disagrees" in acts:
        near = {one.quotation.id: one for one in _answering(library, asked, heard)}
        said = [*near.values(), *(one for one in said if one.quotation.id not in near)]
    own = {one.quotation.id for one in said if _takes(library, one.quotation, shows, acts)}
    others = [
        other
        for one in said[:8]
        if (other := _somebody_else(library, one, shows, asked, beside=one.quotation.id not in own))
    ]
    told = {other.quotation.id for other in others}  # their sentences are no longer their speakers' stand
    kept = others + [one for one in said if one.quotation.id in own - told]
    kept = [one for one in kept if one.quotation.speaker or one.quotation.speaker_words]
    kept.sort(key=lambda one: (-one.score, one.quotation.span))
    return kept if kept and (asked or _best(kept) >= _share(library, kept, said) * _best(said)) else []


def _share(library: Library, kept: list[Said], said: list[Said]) -> float:
    """Return what share of the best score the stand taken must reach: less where it answers the best words there."""
    where = library.passage_at(kept[0].quotation.span)
    beside = said and where is not None and library.passage_at(said[0].quotation.span) == where
    return ANSWERS if beside and _ON_THAT.search(_words(library, kept[0].quotation)) else NEAR


def _best(said: Iterable[Said]) -> float:
    """Return the best score of words whose speaker is named."""
    return max((one.score for one in said if one.quotation.speaker), default=0.0)


def _speaker(library: Library, quotation: Quotation) -> set[str]:
    """Return the id of who speaks, alone; nothing when nobody is named."""
    speaker = library.knowledge.entity_of(quotation.speaker)
    return {speaker.id} if speaker else set()


def _answering(library: Library, asked: set[str], heard: Iterable[Said]) -> list[Said]:
    """Return what others said in the reports that quote somebody: most of all right beside his words on the subject."""
    scores = {one.quotation.id: one.score for one in heard}
    knowledge = library.knowledge
    read = [one.quotations for one in knowledge.naming(*(knowledge.by_id.get(entity_id) for entity_id in asked))]
    own = [q for quotations in read for q in quotations if asked & _speaker(library, q)]
    best = max((scores.get(q.id, 0.0) for q in own), default=0.0)
    on_it = [q.span for q in own if scores.get(q.id, 0.0) >= ON_IT * best]
    quoting = {q.span.document_id for q in own}
    found = []
    for quotation in (q for quotations in read for q in quotations if q.span.document_id in quoting):
        if _speaker(library, quotation) - asked:
            gap = min((_gap(library, quotation.span, span) for span in on_it), default=BESIDE)
            worth = APART + (REPLY - APART) * max(0.0, 1 - gap / BESIDE)
            found.append(Said(quotation, max(worth, scores.get(quotation.id, 0.0)), worth))
    return found


def _gap(library: Library, span: Span, other: Span) -> int:
    """Return how many characters stand between two slices, more of two paragraphs: who answers stands beside."""
    if span.document_id != other.document_id:
        return BESIDE
    apart = 0 if library.passage_at(span) == library.passage_at(other) else ANOTHER
    return max(0, span.start - other.end, other.start - span.end) + apart


def _words(library: Library, quotation: Quotation) -> str:
    """Return a quotation with the words that introduce it in its sentence, folded."""
    span, sentence = quotation.span, library.sentence_at(quotation.span)
    start = sentence.span.start if sentence and sentence.span.start < span.start else span.start
    return fold(f"{quotation.cue} {library.reading(replace(span, start=start))}")


def _takes(library: Library, quotation: Quotation, shows: re.Pattern[str], acts: tuple[str, ...]) -> bool:
    """Tell whether somebody's words take the stand by themselves."""
    words = _words(library, quotation)
    if "agrees" in acts and _DENIED.search(words):
        return False
    return quotation.act in acts or shows.search(words) is not None


def _somebody_else(
    library: Library, said: Said, shows: re.Pattern[str], asked: set[str], *, beside: bool
) -> Said | None:
    """Return words as told of another person, when the sentence says of that one that he takes the stand.

    The next sentence is looked at when the words are not that stand themselves (`beside`): who answers then takes it.
    """
    span = said.quotation.span
    text = library.knowledge.documents[span.document_id].text
    not_them = asked | _speaker(library, said.quotation)
    for mention, person in library.mentions_in(span, "person"):
        if person.id in not_them or _SPOKESMAN.search(text[max(0, mention.span.start - 40) : mention.span.start]):
            continue
        if _follows(shows, text, mention):
            return replace(said, quotation=replace(said.quotation, speaker=mention.id))
    passage = library.passage_at(span)
    there = library.sentences(passage) if passage and beside else ()
    following = (one.span for one in there if one.span.start >= span.end)
    after = next(iter(following), None)
    if after is None:
        return None
    for mention, person in library.mentions_in(after, "person"):
        if person.id not in not_them and mention.span.start - after.start < OPENS and _follows(shows, text, mention):
            return replace(said, quotation=replace(said.quotation, speaker=mention.id, span=after))
    return None


def _follows(shows: re.Pattern[str], text: str, mention: Mention) -> bool:
    """Tell a name right after which the stand is told: « M. Roy proteste »."""
    found = shows.search(fold(text[mention.span.end : mention.span.end + 45]))
    return bool(found and found.start() <= 4)
