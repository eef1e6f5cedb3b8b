"""What was said so far: the subjects that pronouns, functions and omitted subjects stand for."""

import re
from dataclasses import dataclass, field

from kg.regex import regex
from kg.relate.quotations import bodies, descriptions
from kg.relate.quotations.descriptions import Topic
from kg.relate.quotations.functions import ANY_BODY, BODY, FUNCTION, NATIONAL, OFFICE, REPLIES, SEVERAL
from kg.relate.quotations.holders import NEAR, REACH, holders
from kg.relate.quotations.people import is_human, other_trade
from kg.relate.quotations.phrases import PAIR, Phrase
from kg.relate.quotations.roster import Known, Roster
from kg.relate.quotations.shadow import Shadow
from kg.relate.quotations.words import phrase_gender, stems
from kg.types import MentionId

#: Pronouns that stand for the person named last, subject or not.
_NEAREST = ("ce dernier", "cette dernière", "celui-ci", "celle-ci", "l'intéressé", "l'intéressée")
_FEMININE = ("elle", "celle qui", "celle-ci", "cette dernière", "l'intéressée", "la même")
#: « à ses yeux », « à son avis »: the possessive tells no gender.
_POSSESSIVE = ("ses", "son", "sa", "l'")
_DESCRIBES = regex(r"(?:l[ea] |l'|cet?(?:te)? |notre )(?:(?! de ce(?:t|tte|s)? ).)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a phrase stands for: a mention, or nobody (then `words` are those used); `how` and `candidates` explain."""

    mention: MentionId | None
    words: str
    how: str
    candidates: tuple[str, ...] = ()


@dataclass
class Discourse:
    """The reader's memory, moved forward sentence by sentence."""

    shadow: Shadow
    roster: Roster
    section: int = -1
    paragraph: int = -1
    topics: list[Topic] = field(default_factory=list)
    pair: Topic | None = None

    def enter(self, section: int, paragraph: int) -> None:
        """Start a paragraph."""
        self.section, self.paragraph = section, paragraph

    def resolve(self, phrase: Phrase | None) -> Speaker:
        """Tell who a phrase stands for."""
        if phrase is None:
            return Speaker(None, "", "nobody")
        if phrase.name is not None and phrase.kind in ("person", "organisation", "place"):
            return self._named(phrase)
        words = self.shadow.document.text[phrase.start : phrase.end].strip(" ,")
        if phrase.kind == "pronoun":
            return self._pronoun(phrase)
        if phrase.kind == "role":
            untitled = re.sub(r"^(?:Mme|M\.|Madame|Monsieur)\s+(?:l[ea]\s+|l')", phrase.words[:3], words)
            return self._role(phrase, untitled)
        if phrase.kind == "unknown":
            return self._surname(phrase) if " " in phrase.words or phrase.titled else self._authority(phrase)
        if phrase.kind == "omitted":
            topic = self.last_here() or self._just_before(phrase)
            return Speaker(topic.mention, "", "omitted") if topic else Speaker(None, "", "omitted")
        return Speaker(None, phrase.words or words, "crowd")

    def _named(self, phrase: Phrase) -> Speaker:
        mention = self.shadow.mention_at(phrase.name or 0)
        if mention is None:
            return Speaker(None, phrase.words, "nobody")
        title = self.roster.title_gender(mention)
        known = self.roster.of(mention.id) if mention.kind == "person" else None
        if title and known and known.gender and known.gender != title:
            same = [other for other in self.roster.surnamed(mention.name) if other.gender == title]
            keys = tuple(other.key for other in same)
            found = _last_before(same[0], phrase.start) if len(same) == 1 else None
            return Speaker(found, mention.name, "title", keys)
        if mention.kind != "place":
            return Speaker(mention.id, "", mention.kind)
        return self._authority(phrase, mention.name)

    def _authority(self, phrase: Phrase, place: str = "") -> Speaker:
        """« Lens », for the only authority of the document that bears this name."""
        found = self.roster.authorities(place or phrase.words)
        if len(found) == 1:
            return Speaker(_last_before(found[0], phrase.start), "", "place", (found[0].key,))
        return Speaker(None, place or phrase.words, "place", tuple(known.key for known in found))

    def _pronoun(self, phrase: Phrase) -> Speaker:
        if phrase.words in ("ils", "elles", "eux", "ceux-ci", "celles-ci", "ces derniers", "ces dernières"):
            near = (
                self.pair is not None
                and self.pair.section == self.section
                and self.paragraph - self.pair.paragraph <= 1
            )
            pair = self.pair if near else None
            agrees = pair is not None and (phrase.words[:2] != "el" or pair.gender in (None, "f"))
            return Speaker(pair.mention if pair and agrees else None, phrase.words, "pair" if agrees else "pronoun")
        if phrase.words in descriptions.ORDINALS:
            return self._ordinal(phrase)
        wanted = None if phrase.words in _POSSESSIVE else "f" if phrase.words in _FEMININE else "m"
        if phrase.words.endswith(" même"):
            return self._just_described(phrase, wanted) or self._resumed(phrase, wanted, self.topics[::-1])
        if phrase.words in _NEAREST:
            if body := bodies.just_named(self.roster, self.shadow, phrase.start, wanted):
                return Speaker(body.id, phrase.words, "pronoun-body", (self.roster.key(body.id),))
            return self._just_described(phrase, wanted) or self._resumed(phrase, wanted, self._latest(phrase))
        here = [t for t in self.topics if t.paragraph == self.paragraph and t.gender in (None, wanted or t.gender)]
        if named := [] if here else self._named_here(phrase, wanted):
            return self._sole(phrase, named)
        return self._rather_person(phrase, wanted, self._resumed(phrase, wanted, self.topics[::-1]))

    def _rather_person(self, phrase: Phrase, wanted: str | None, told: Speaker) -> Speaker:
        """A pronoun that could stand for a body stands for the only person named since, if one is."""
        if told.mention is None or self.roster.of(told.mention).kind != "organisation":
            return told
        after = self.roster.mentions[told.mention].span.end
        named = [t for t in self._named_here(phrase, wanted) if t.gender and self._at(t) > after]
        return self._sole(phrase, named) if named else told

    def _sole(self, phrase: Phrase, named: list[Topic]) -> Speaker:
        keys = tuple(t.key for t in named)
        return Speaker(named[0].mention if len(named) == 1 else None, phrase.words, "pronoun-named", keys)

    def _at(self, topic: Topic) -> int:
        return self.roster.mentions[topic.mention].span.start if topic.mention else -1

    def _start(self) -> int:
        return self.shadow.paragraphs[self.paragraph].start if self.paragraph >= 0 else 0

    def _resumed(self, phrase: Phrase, wanted: str | None, reach: list[Topic]) -> Speaker:
        """The nearest of some subjects that has the gender of a pronoun, if it is near enough."""
        for topic in reach:
            if topic.section != self.section or self.paragraph - topic.paragraph > REACH:
                break
            if topic.gender in (None, wanted or topic.gender):
                return Speaker(topic.mention, phrase.words, "pronoun", tuple(t.key for t in reach[:3]))
        return Speaker(None, phrase.words, "pronoun")

    def _named_here(self, phrase: Phrase, wanted: str | None) -> list[Topic]:
        """The persons of one gender that the paragraph named before a pronoun, subjects or not."""
        start = self._start()
        found: dict[str, Topic] = {}
        for mention in self.shadow.mentions:
            if mention.kind == "person" and start <= mention.span.start and mention.span.end <= phrase.start:
                known = self.roster.of(mention.id)
                if wanted is None or known.gender in (None, wanted):
                    found[known.key] = Topic(mention.id, known.key, known.gender, self.section, self.paragraph)
        return list(found.values())

    def _latest(self, phrase: Phrase) -> list[Topic]:
        """The persons named last before a phrase, subjects or not."""
        before = [m for m in self.shadow.mentions if m.kind == "person" and m.span.end <= phrase.start][-3:]
        known = [(m, self.roster.of(m.id)) for m in reversed(before)]
        return [Topic(m.id, k.key, k.gender, self.section, self.paragraph) for m, k in known]

    def _just_described(self, phrase: Phrase, wanted: str | None) -> Speaker | None:
        """« Ada Blanc a vu le principal du collège. Ce dernier … »: the function that follows the last name."""
        named = [m.span.end for m in self.shadow.mentions if m.kind == "person" and m.span.end <= phrase.start]
        start = max(named[-1] if named else 0, self.shadow.paragraphs[self.paragraph].start)
        told = [m for m in FUNCTION.finditer(self.shadow.plain(start, phrase.start)) if is_human(m["function"])]
        told = [m for m in told if phrase_gender(m["function"]) in (None, wanted)]
        if not told:
            return None
        found = holders(self, told[-1]["function"])
        mention = _last_before(found[0], phrase.start) if len(found) == 1 else None
        return Speaker(mention, phrase.words, "pronoun", tuple(known.key for known in found))

    def _surname(self, phrase: Phrase) -> Speaker:
        """« Mme Blanc », for the only Ada Blanc of the document."""
        found = self.roster.surnamed(phrase.words)
        keys = tuple(known.key for known in found)
        if len(found) == 1:
            return Speaker(_last_before(found[0], phrase.start), phrase.words, "surname", keys)
        return Speaker(None, self.shadow.document.text[phrase.start : phrase.end], "unknown", keys)

    def _ordinal(self, phrase: Phrase) -> Speaker:
        """« le premier … la seconde » after a sentence that names two persons."""
        known, pair = descriptions.ordinal(self.roster, self.shadow, phrase)
        return Speaker(_last_before(known, phrase.start) if known else None, phrase.words, "ordinal", pair)

    def _role(self, phrase: Phrase, words: str) -> Speaker:
        if SEVERAL.match(words) or re.match(r"(?:leurs|ses|une?)\s", words, re.IGNORECASE):
            return Speaker(None, words, "crowd")
        body = BODY.fullmatch(words.replace("’", "'"))
        if body:
            return self._body(phrase, words, body)
        near = [t for t in self.topics[-NEAR:] if t.section == self.section and self.paragraph - t.paragraph <= REACH]
        keys = tuple(t.key for t in near)
        other = descriptions.other_of(self.roster, self.shadow, keys, self._start(), phrase)
        if other := other or descriptions.with_the_floor(self.roster, near, words):
            return Speaker(_last_before(other, phrase.start), words, "other", (other.key,))
        found = holders(self, words) or descriptions.of_some_nation(self.roster, words, keys)
        keys = tuple(known.key for known in found)
        part = self.roster.in_part(words, phrase.start)
        if part:
            return Speaker(_last_before(part, phrase.start), words, "role", (part.key,))
        if not found and (topic := self._described(phrase)):
            return Speaker(topic.mention, words, "description", (topic.key,))
        if not found and (met := descriptions.just_met(self.roster, self.shadow, self._start(), phrase)):
            return Speaker(_last_before(met, phrase.start), words, "description-named", (met.key,))
        if len(found) != 1:
            return Speaker(None, words, "role", keys)
        return Speaker(_last_before(found[0], phrase.start), words, "role", keys)

    def _body(self, phrase: Phrase, words: str, body: re.Match[str]) -> Speaker:
        """« L'association », for the only association named before; more words tell of another one.

        « Gdańsk veut … La ville polonaise propose … » resumes the subject of the moment.
        """
        rest, topic = body["rest"].strip(" ,"), self.last_here()
        found = [] if rest else self.roster.bodies(body["noun"], phrase.start)
        if len(found) == 1:
            return Speaker(_last_before(found[0], phrase.start), words, "body", (found[0].key,))
        start = self._start()
        near = None if rest else bodies.named_here(self.roster, self.shadow, (start, phrase.start), body["noun"], found)
        if near:
            return Speaker(_last_before(near, phrase.start), words, "body-here", (near.key,))
        same = topic and topic.mention and self.roster.known[topic.key].kind == "organisation"
        if topic and same and (body["noun"].lower() in ANY_BODY or (" " not in rest and NATIONAL.search(rest))):
            return Speaker(topic.mention, words, "description", (topic.key,))
        return Speaker(None, words, "role", tuple(known.key for known in found))

    def _described(self, phrase: Phrase) -> Topic | None:
        """« Ada Blanc arrive. …, résume la sociologue »: the subject of the moment, if nothing contradicts.

        A title of office (« le préfet ») is told of nobody who is known to hold another one; a body (« le directeur
        du musée de Lens ») of nobody who is known to be of another; whoever replies is not who has just spoken.
        """
        topic = self.last_here()
        if topic is None or topic.mention is None or not _DESCRIBES.fullmatch(phrase.words):
            return None
        known = self.roster.known[topic.key]
        gender = phrase_gender(phrase.words)
        agrees = not (gender and known.gender and gender != known.gender)
        told = [m for m in self.shadow.mentions if m.kind != "person" and phrase.start <= m.span.start < phrase.end]
        placed = all(set(stems(m.name)) <= known.words for m in told) or (
            not known.words and topic.mention in bodies.last_named(self.roster, self.shadow, phrase.start, gender)
        )
        office, bare = OFFICE.search(phrase.words), len(phrase.words.replace("'", " ").split()) <= len(("le", "maire"))
        other = known.functions and not descriptions.PART.match(phrase.words)
        held = office and (other or (bare and not self._alone(topic, phrase)))
        answers = REPLIES.match(self.shadow.text, phrase.end)
        trade = other_trade(phrase.words, known.functions) and not (bare and not answers and self._alone(topic, phrase))
        fits = placed and is_human(phrase.words) and not (held or trade)
        replies = (told or (office and bare)) and answers
        return topic if known.kind == "person" and agrees and fits and not replies else None

    def _alone(self, topic: Topic, phrase: Phrase) -> bool:
        """Tell whether the paragraph has named nobody but whom it introduces, untitled, by a whole name."""
        start = self._start()
        named = [m for m in self.shadow.mentions if m.kind == "person" and start <= m.span.start < phrase.start]
        whole = [m for m in named if " " in m.name and self.roster.title_gender(m) is None]
        known = self.roster.known[topic.key]
        sole = {self.roster.key(m.id) for m in named} == {topic.key} and known.places[0] in whole
        return sole and known.gender is not None and known.gender == phrase_gender(phrase.words)

    def last_here(self) -> Topic | None:
        """Return the last subject of the paragraph, if any."""
        last = self.topics[-1] if self.topics else None
        return last if last and (last.section, last.paragraph) == (self.section, self.paragraph) else None

    def _just_before(self, phrase: Phrase) -> Topic | None:
        """« Puis de rappeler que … » opens a paragraph: the last subject of the one before."""
        last = self.topics[-1] if self.topics else None
        near = last and last.section == self.section and self.paragraph - last.paragraph <= 1
        return (
            last
            if near and re.match(r"(?:Puis|Avant|Et) ", self.shadow.plain(phrase.start, phrase.start + 9))
            else None
        )

    def push(self, speaker: Speaker, phrase: Phrase | None = None) -> None:
        """Remember a subject; one that is nobody still stands in the way of a pronoun."""
        if phrase is not None and phrase.kind == "crowd":
            self.pair = None
        if speaker.mention is not None:
            known = self.roster.of(speaker.mention)
            topic = Topic(speaker.mention, known.key, known.gender, self.section, self.paragraph)
            self.topics.append(topic)
            if phrase is not None and PAIR.match(self.shadow.text, phrase.start, phrase.end):
                self.pair = topic
        elif phrase is not None and SEVERAL.match(phrase.words):
            return
        elif phrase is not None and (phrase.kind in ("role", "unknown") or speaker.how == "title"):
            title = re.match(r"M\.|Mon|Mme|Mad", self.shadow.plain(phrase.start, phrase.end))
            gender = ("m" if title[0] in ("M.", "Mon") else "f") if title else phrase_gender(phrase.words)
            self.topics.append(Topic(None, "", gender, self.section, self.paragraph))


def _last_before(known: Known, at: int) -> MentionId:
    before = [m for m in known.places if m.span.start <= at]
    return (before[-1] if before else known.places[0]).id
