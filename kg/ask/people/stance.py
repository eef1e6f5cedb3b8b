"""The stand that a question asks about: who disagreed, who committed to something, who doubted."""

import re
from collections.abc import Iterable
from dataclasses import replace

from index import fold
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sentences.about import Said
from kg.regex import regex
from kg.types import Entity, Mention, Quotation

#: The share of the best score that words which take the stand asked for must reach: further off, they take it on
#: something else, and the words nearest the subject answer.
NEAR = 0.6
#: How near its beginning a sentence names who answers the words before it.
OPENS = 12
#: Within how many characters after somebody's words one answers them; what others' words are worth there, and further.
JUST_AFTER, REPLY, APART = 700, 0.6, 0.4
#: The stand, the words that ask for it and those that show it, folded; the acts that quotations are read with.
_STANDS = (
    (
        regex(
            r"\b(?:pas d'accord|desaccord|conteste\w*|oppos\w+|contredi\w+|pas (?:du meme|de l') ?avis"
            r"|(?:est|etait|sont|etaient) contre|(?:pas|peu|guere) convaincu\w*|reticent\w*|en doute"
            r"|n'en (?:veut|voulait) (?:pas|plus)"
            r"|protest\w+|insurg\w+|elev\w+ contre|object\w+|hostiles? a)\b"
        ),
        regex(
            r"\b(?:pas d'accord|desaccord|contest\w+|s'y oppos\w+"
            r"|s'oppos\w+|contredi\w+|object(?:ent|a|ait|e\w*)|protest\w+|retorqu\w+|s'insurg\w+"
            r"|s'(?:est )?elev\w+ contre|hostiles?"
            r"|n(?:'est|e partage) pas\b.{0,20}\b(?:avis|inquietude|opinion|conviction)|au contraire|le contraire"
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


def standing(query: Query, library: Library, said: list[Said], asked: set[str]) -> list[Said]:
    """Keep of what was said the words that take the stand asked for, all of them when none does or none is asked.

    `asked` are the ids of the people whom the question names: with whom somebody disagrees.
    """
    stand = next(((shows, acts) for asks, shows, acts in _STANDS if asks.search(query.folded)), None)
    if stand is None:
        return said
    shows, acts = stand
    if asked and "disagrees" in acts:
        near = {one.quotation.id: one for one in _answering(library, asked, said)}
        said = [*near.values(), *(one for one in said if one.quotation.id not in near)]
    others = [other for one in said[:8] if (other := _somebody_else(library, one, shows))]
    told = {other.quotation.id for other in others}  # their sentences are no longer their speakers' stand
    kept = others + [
        one
        for one in said
        if one.quotation.id not in told and (one.quotation.act in acts or shows.search(_words(library, one.quotation)))
    ]
    kept = [one for one in kept if one.quotation.speaker or one.quotation.speaker_words]
    kept.sort(key=lambda one: (-one.score, one.quotation.span))
    return kept if kept and (asked or _best(kept) >= NEAR * _best(said)) else said


def _best(said: Iterable[Said]) -> float:
    """Return the best score of words whose speaker is named."""
    return max((one.score for one in said if one.quotation.speaker), default=0.0)


def _answering(library: Library, asked: set[str], said: Iterable[Said]) -> list[Said]:
    """Return what others said in the reports that quote somebody: most of all just after, or on the subject."""
    scores = {one.quotation.id: one.score for one in said}
    knowledge = library.knowledge
    found = []
    for extraction in knowledge.naming(*(knowledge.by_id.get(entity_id) for entity_id in asked)):
        speakers = {q.id: speaker for q in extraction.quotations if (speaker := knowledge.entity_of(q.speaker))}
        if asked & {speaker.id for speaker in speakers.values()}:
            theirs = [q.span.end for q in extraction.quotations if q.id in speakers and speakers[q.id].id in asked]
            for quotation in extraction.quotations:
                if quotation.id in speakers and speakers[quotation.id].id not in asked:
                    after = any(0 <= quotation.span.start - end < JUST_AFTER for end in theirs)
                    worth = REPLY if after else APART
                    found.append(Said(quotation, max(worth, scores.get(quotation.id, 0.0)), worth))
    return found


def _words(library: Library, quotation: Quotation) -> str:
    """Return a quotation with the words that introduce it, folded."""
    return fold(f"{quotation.cue} {library.reading(quotation.span)}")


def _somebody_else(library: Library, said: Said, shows: re.Pattern[str]) -> Said | None:
    """Return words as told of another person, when the sentence says of that one that he takes the stand."""
    span = said.quotation.span
    text = library.knowledge.documents[span.document_id].text
    speaker = library.knowledge.entity_of(said.quotation.speaker)
    for mention, person in library.mentions_in(span, "person"):
        if _is_other(person, speaker) and _follows(shows, text, mention):
            return replace(said, quotation=replace(said.quotation, speaker=mention.id))
    passage = library.passage_at(span)
    following = (one.span for one in library.sentences(passage) if one.span.start >= span.end) if passage else ()
    after = next(iter(following), None)
    if after is None:
        return None
    for mention, person in library.mentions_in(after, "person"):
        if _is_other(person, speaker) and mention.span.start - after.start < OPENS and _follows(shows, text, mention):
            return replace(said, quotation=replace(said.quotation, speaker=mention.id, span=after))
    return None


def _follows(shows: re.Pattern[str], text: str, mention: Mention) -> bool:
    """Tell a name right after which the stand is told: « M. Roy proteste »."""
    found = shows.search(fold(text[mention.span.end : mention.span.end + 45]))
    return bool(found and found.start() <= 4)


def _is_other(person: Entity, speaker: Entity | None) -> bool:
    return speaker is None or person.id != speaker.id
