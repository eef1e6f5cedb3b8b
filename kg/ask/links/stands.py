"""Who takes a stand for or against what somebody else said: « n'est pas du même avis », « lui donne raison »."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus import Passage
from index import fold
from kg.ask.answers.proofs import title_stems
from kg.ask.library import Library
from kg.ask.search.things import Sentence
from kg.regex import regex

#: What agrees, folded; « soutient que » only says.
_FOR = (
    r"abond(?:e|ent|ait|aient)\b|approuv(?:e|ent|ait|aient)\b|(?<!monde )d'accord\b|de cet avis\b|de l'avis\b"
    r"|(?:du|de) meme (?:avis|opinion)\b|donn(?:e|ent|ait) raison\b|appui(?:e|ent)\b|appuyait\b"
    r"|partag(?:e|ent|eait|eaient)\b(?= (?:cet|cette|ces|l'|son|sa|ses|l[ea]s? |entierement|pleinement))"
    r"|sout(?:ient|iennent|enait)\b(?!(?:, elle,|, lui,)? (?:qu|mordicus))"
    r"|rejoin(?:t|ient|ent)\b|se rallie\w*|s'y rallie\w*|rencheri(?:t|ssent)\b|acquiesce\w*|souscri(?:t|vent)\b"
    r"|consen(?:t|tent)\b|va dans le meme sens\b|se range a\b|applaudi(?:t|ssent)\b"
    r"|(?<!\ba )(?<!\bont )confirm(?:e|ent|ait)\b(?! qu'(?:ils?|elles?)\b)"
)
#: What disagrees, folded.
_AGAINST = (
    r"contest(?:e|ent|ait|aient)\b|object(?:e|ent|ait|aient)\b|retorqu(?:e|ent|ait)\b|repliqu(?:e|ent|ait)\b"
    r"|ripost(?:e|ent|ait)\b|contredi(?:t|sent|sait)\b|refut(?:e|ent|ait)\b|dement(?:ent|ait)?\b|recus(?:e|ent|ait)\b"
    r"|s'oppos(?:e|ent|ait)\b|s'insurg(?:e|ent|eait)\b|protest(?:e|ent|ait)\b|desapprouv(?:e|ent|ait)\b"
    r"|dout(?:e|ent|ait)\b(?= de (?:ce|cet|cette|ces|son|sa)\b)|temper(?:e|ent|ait)\b|en desaccord\b"
    r"|emet (?:\w+ ){0,3}reserves\b|d'un (?:autre|tout autre) avis\b|d'avis contraire\b|(?:d'un )?avis oppose\b"
    r"|s'inscrit en faux\b|pense le contraire\b|hostile\b|defavorable\b|oppose(?:e|s|es)? (?:a|au|aux)\b|sceptique\b"
)
_STAND = regex(rf"\b(?:(?P<for>{_FOR})|(?P<against>{_AGAINST}))")
#: What may stand between the name of who takes a stand and the words for it: an apposition, a pronoun, an auxiliary.
_BETWEEN = regex(
    r"[\s*_]*(?:\([^)]{1,60}\)|, [^,.;:«@]{2,70},)?[\s,*_]*"
    r"(?:(?:se|est|sont|etait|ne|y|lui|leur|l[ea]s?|en|ont|a|dit|declare|avoue|indique|precise|repond|pas|plus|guere"
    r"|que|pour|une|fois|ils?|elles?|aussi|egalement|plutot|contraire|au|sa|part|quant|revanche|toutefois|cependant"
    r"|pourtant|montre|tout|fait|entierement|pleinement|totalement|\w+ment|aussitot|alors)\b[ ,]*|(?:s|n|l|qu)' ?)*$"
)
_NOT = regex(r"\b(?:ne|pas|plus|guere|non)\b|\bn'")
#: What a stand is taken on, when nobody is named: what was just said.
_JUST_SAID = regex(
    r"[\s*_]*$|\s*[,.:;«»]|\s+(?:et|mais|en \w+ant|vivement|aussitot)\b|\s+qu(?:e\b|')"
    r"|\s+(?:a |de |dans |avec |sur )?(?:(?:cet?|cette|ces|son|sa|ses|elle|lui)\b|l'(?:idee|avis|analyse|enthousiasme)"
    r"|l[ea]s? (?:proposition|demande|remarque|constat|propos)\b)"
)
#: « du même avis que la majorité »
_AS_OTHERS = regex(r"\s+qu(?:e |')(?!(?:sa|son|ses|lui|elle)\b)")
#: Before a stand, what stands for the words just said or for who said them.
_FOR_THEM = regex(r"\b(?:l[ae]s?|y|lui|leur)\W*$|\bl'$")
#: Words that take back a part of what they grant.
_PARTLY = regex(r"\b(?:mais|toutefois|cependant|neanmoins|sauf|en partie|a condition|sous reserve|pourvu)\b")
_RIGHT = regex(r"(?:(?:^|[«:,–—])\W*(?:il|elle)|@(?P<who>\d+)@)\s+(?:a|avait) (?:\w+ )?(?P<way>raison|tort)\b(?! de)")
_OPENS = regex(r"\W*(?:il|elle|l'\w+|l[ae] \w+)\b[^,.;:«»@]{0,40}$")
_NAMED = regex(r"[^,.;:«»@]{0,45}@(?P<who>\d+)@")
_THAT = regex(r"\bqu(?:e\b|')")
_SAID_BY = regex(r"\s*(?:-(?:t-)?)?\s*(?:m\. |mme )?@(?P<who>\d+)@")
_TITLED = regex(r"\b(?:m\.|mme|mlle|dr|me|pr)\s*(?=@)")
#: How many sentences back the other one is looked for; how many names make a list of a sentence.
BACK, CROWD = 5, 5
#: How many sentences before the words that a stand is taken on tell of what, right there or somehow; how many
#: characters open the sentence that takes back a part.
NEAR, FAR, OPENING = 2, 6, 35


@dataclass(frozen=True)
class Stand:
    """Who takes a stand, on whose words (empty when untold), for or against, in part, and what is told before it."""

    person: str
    other: str
    agrees: bool
    partly: bool
    sentence: Sentence
    around: frozenset[str]
    section: frozenset[str]


def stands(library: Library, documents: Iterable[str]) -> Iterator[Stand]:
    """Yield the stands that people take, in some documents, on what others say."""
    for document_id in sorted(documents):
        yield from library.once(_read, document_id)


@dataclass(frozen=True)
class _Line:
    """A sentence with its names marked « @0@ », the ids of these people, and of those whose words it tells."""

    sentence: Sentence
    marked: str
    people: tuple[str, ...]
    voices: tuple[str, ...]
    passage: Passage


def _read(library: Library, document_id: str) -> tuple[Stand, ...]:
    lines = _lines(library, document_id)
    found = (stand for at in range(len(lines)) for stand in _taken(lines, at))
    return tuple(dict.fromkeys(found))


def _lines(library: Library, document_id: str) -> list[_Line]:
    """Return the sentences of a document, in order."""
    extraction = library.knowledge.extraction_of[document_id]
    said = [(q.span, speaker.id) for q in extraction.quotations if (speaker := library.knowledge.entity_of(q.speaker))]
    lines = []
    for passage in sorted(extraction.passages, key=lambda one: one.span):
        for sentence in library.sentences(passage):
            marked, people = _marked(library, sentence)
            span = sentence.span
            voices = dict.fromkeys(who for q, who in said if q.start < span.end and span.start < q.end)
            if not sentence.is_row and len(people) < CROWD:
                lines.append(_Line(sentence, marked, people, tuple(voices), passage))
    return lines


def _marked(library: Library, sentence: Sentence) -> tuple[str, tuple[str, ...]]:
    text, at, marked = sentence.document.text, sentence.span.start, ""
    people: list[str] = []
    for mention, person in library.mentions_in(sentence.span, "person"):
        if mention.span.start >= at:
            marked += f"{fold(text[at : mention.span.start])}@{len(people)}@"
            at = mention.span.end
            people.append(person.id)
    marked += fold(text[at : sentence.span.end])
    return " ".join(_TITLED.sub("", marked).split()), tuple(people)


def _taken(lines: Sequence[_Line], at: int) -> Iterator[Stand]:
    """Yield the stands that a sentence tells."""
    line = lines[at]
    for found in _STAND.finditer(line.marked):
        who, gap = _who(line, found)
        agrees = found["for"] is not None
        if who is None or (_NOT.search(gap) and not agrees):
            continue
        agrees = agrees and not _NOT.search(gap)
        named = _named(line, found, who)
        yield _stand(lines, at, (who, named), agrees, just_said=not named and _on_what_was_said(line, found))
    for right in _RIGHT.finditer(line.marked):
        if len(line.voices) == 1:
            named = line.people[int(right["who"])] if right["who"] else ""
            yield _stand(lines, at, (line.voices[0], named), right["way"] == "raison", just_said=not named)


def _who(line: _Line, found: re.Match[str]) -> tuple[str | None, str]:
    """Return who takes a stand, and the words between his name and the words for it; nobody when it is not sure."""
    before = line.marked[: found.start()]
    name, _, gap = before.rpartition("@")
    if name and _BETWEEN.fullmatch(gap):
        return line.people[int(name.rpartition("@")[2])], gap
    inverted = _SAID_BY.match(line.marked, found.end())
    if inverted and re.search(r"»[\s,]*$", before):
        return line.people[int(inverted["who"])], ""
    if _OPENS.match(before) and len(line.voices) == 1 and line.people[:1] != line.voices:
        return line.voices[0], before
    return None, ""


def _named(line: _Line, found: re.Match[str], who: str) -> str:
    """Return with whom a sentence names that somebody agrees or not, right after the words for it."""
    named = _NAMED.match(line.marked, found.end())
    if named is None or (_THAT.search(named[0]) and not found[0].endswith(("avis", "opinion"))):
        return ""
    other = line.people[int(named["who"])]
    return other if other != who else ""


def _on_what_was_said(line: _Line, found: re.Match[str]) -> bool:
    """Tell a stand on what was just said, which no other thing is named for."""
    before, after = line.marked[: found.start()], line.marked[found.end() :]
    if found[0].endswith(("avis", "opinion")) and _AS_OTHERS.match(after):
        return False
    return bool(_JUST_SAID.match(after) or _FOR_THEM.search(before) or _SAID_BY.match(after))


def _stand(lines: Sequence[_Line], at: int, people: tuple[str, str], agrees: bool, *, just_said: bool) -> Stand:
    (who, other), since, line = people, at, lines[at]
    if just_said:
        other, since = _before(lines, at, who)
    then = lines[at + 1].marked[:OPENING] if at + 1 < len(lines) and lines[at + 1].passage == line.passage else ""
    partly = _PARTLY.search(f"{line.marked} {then}") is not None
    above = title_stems(line.passage.headings[1:])  # the first is the report's own
    return Stand(
        who, other, agrees, partly, line.sentence, _told(lines, since - NEAR, at), above | _told(lines, since - FAR, at)
    )


def _told(lines: Sequence[_Line], since: int, at: int) -> frozenset[str]:
    """Return the stems of some sentences and of those before, under the same titles."""
    above = lines[at].passage.headings
    told = (one.sentence.stems for one in lines[max(0, since) : at + 1] if one.passage.headings == above)
    return frozenset().union(*told)


def _before(lines: Sequence[_Line], at: int, who: str) -> tuple[str, int]:
    """Return who spoke last before a sentence, among others than its own speaker, and where."""
    own = 0
    for back in range(at - 1, max(-1, at - 1 - BACK), -1):
        line = lines[back]
        if line.passage.headings != lines[at].passage.headings:
            break
        others = [one for one in (*line.voices, *line.people) if one != who]
        if others:
            return others[0], back
        own += who in line.voices
        if own > 1:
            break
    return "", at
