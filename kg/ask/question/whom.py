"""Questions that tell by what somebody is whom they ask for: « c'est qui, la dame qui… », « l'élu qui… : qui ? »."""

import re
from dataclasses import dataclass

from index import fold, tokens
from kg.ask.language.words import reports, speech_stems
from kg.lexicon.functions import BEFORE_FUNCTION, Gender, is_function_start
from kg.lexicon.trades import told_gender
from kg.regex import regex

#: Nouns and pronouns for anybody, folded, to their gender; without one they tell nothing of who is asked for.
_ANYBODY: dict[str, Gender | None] = {
    **dict.fromkeys("dame dames femme femmes madame fille mere maman mamie soeur nana".split(), "f"),
    **dict.fromkeys("monsieur messieurs homme hommes garcon pere papa papi type gars mec bonhomme".split(), "m"),
    **dict.fromkeys(
        "personne personnes celui celle ceux celles gens quelqu'un jeune jeunes participant participante "
        "participants intervenant intervenante intervenants orateur oratrice orateurs voix individu".split()
    ),
}
#: Adjectives that stand before such a noun, folded.
_BEFORE = BEFORE_FUNCTION | frozenset(
    "vieux vieil vieille petit petite autre bon bonne pauvre brave cher chere".split()
)
_PEOPLE = r"(?:(?:l[ea]s?|une?|cet?|cette|ces|des|du) |l['’]|d['’])?(?P<who>[^\W\d][\w'’-]*(?: [\w'’-]+){0,6}?)"
_REST = r" qui (?P<rest>[^?]{4,})"
_IS_WHO = r"(?:c['’ ]?(?:est|était|etait)|cétait|cetait) (?:qui|lequel|laquelle)"
_CALLED = r"comment (?:il |elle )?(?:s['’]appel\w+|se (?:pré)?nomm\w+)(?:-t-(?:il|elle))?"
_END = r"[\s?.!]*$"
#: Frames around « NP qui… », and whether what it says must begin with a verb of speech to be read so.
_FRAMES = tuple(
    (regex(shape, re.IGNORECASE), speech)
    for shape, speech in (
        (rf"^{_IS_WHO}(?:,? déjà|,? deja)?,? {_PEOPLE}{_REST}", False),
        (
            rf"^{_PEOPLE} qui (?P<rest>[^?]{{4,}}?)\s?[,:;–-]*\s"
            rf"(?:{_IS_WHO}|qui (?:est|était)(?:-ce| ce)?|qui c['’]est|{_CALLED})",
            False,
        ),
        (rf"^(?:mais |et )?qui (?:est|était|etait|sont|étaient)(?: donc| déjà)? {_PEOPLE}{_REST}", True),
        (rf"^{_CALLED} {_PEOPLE}{_REST}", True),
        (rf"^(?:quels? (?:est|sont|était) )?les? (?:pré)?noms? (?:de |d(?=['’])){_PEOPLE}{_REST}", True),
        (
            r"^(?:(?:je |on |nous )?(?:re)?(?:trouv|cherch|donn|indiqu|cit)\w+|je (?:voudrais|veux)(?: \w+)?)"
            r"(?:[- ](?:moi|nous))?"
            rf" {_PEOPLE}{_REST}",
            True,
        ),
        (rf"^{_PEOPLE}{_REST}", True),
    )
)
#: Other turns of « qui », with the plain one.
_TURNS = tuple(
    (regex(shape, re.IGNORECASE), plain)
    for shape, plain in (
        (
            r"^par qui (?:est|sont|a|ont|avait|avaient|fut|était|étaient)(?: été)? (?P<verb>\w+(?:é|i|u|t))e?s? (?=\w)",
            "Qui a {verb} ",
        ),
        (r"^qui,? (?:selon|d['’]après) (?:le|les|ce|ces) (?:rapports?|comptes? rendus?|documents?|textes?),? ", "Qui "),
        (r"^qui,? (?:déjà|donc|alors|au juste|exactement),? (?=\w)", "Qui "),
        (
            r"^(?:à|a) qui (?:doit|devait|attribue|prête)-(?:t-)?on (?:l['’]idée|la proposition|la suggestion) "
            r"(?:de |d['’])",
            "Qui a proposé de ",
        ),
        (
            r"^de qui (?:est|vient|venait|était) (?:l['’]idée|la proposition|la suggestion) (?:de |d['’])",
            "Qui a proposé de ",
        ),
        (r"^l[ae]quel(?:le)? (?:des|de ces|parmi les) (?:participant|intervenant|orat|personne)\w* (?=\w)", "Qui "),
        (
            r"^(?P<what>[^?,:;]{3,80}?)[,:;]?\s+qui (?:en )?(?:a|ont|avait) parlé(?: (?:de )?ça)?$",
            "Qui a parlé de : {what}",
        ),
    )
)
_HELPING = (
    r"(?:(?:a|ont|avait|avaient|est|sont|était|étaient|se|ne|en|y|lui|leur|nous|bien|déjà)\s|(?:s|n|l|m|t)['’]\s?)*"
)
_VERB = regex(rf"{_HELPING}(?P<verb>[^\W\d][\w-]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a question asks for: the folded noun that tells it, its gender, and whether it is a trade or a function."""

    noun: str = ""
    gender: Gender | None = None
    trade: bool = False


#: Whom a question asks for that tells nothing of it.
ANYBODY = Whom()


def whom(question: str) -> tuple[str, Whom]:
    """Return a question as « Qui… ? », with what it told of whom it asks for; as it is when it tells nothing so."""
    asked = question.strip()
    for shape, plain in _TURNS:
        turned = shape.match(re.sub(_END, "", asked))
        if turned:
            return plain.format(**turned.groupdict()) + asked[turned.end() :], ANYBODY
    for shape, speech in _FRAMES:
        told = shape.match(asked)
        found = _told(told["who"]) if told else None
        if told and found and (not speech or tells_speech(told["rest"])):
            return f"Qui {re.sub(_END, '', told['rest'])} ?", found
    return question, ANYBODY


def told_by(noun: str) -> Whom:
    """Return whom a noun of a question tells: « quelle habitante… »."""
    return _told(noun) or ANYBODY


def _told(words: str) -> Whom | None:
    """Return whom a noun with its adjectives tells, nothing when it is no noun for people."""
    told = fold(words).split()
    while told and told[0] in _BEFORE:
        told = told[1:]
    for word in told[:1]:
        if word in _ANYBODY:
            return Whom(word, _ANYBODY[word])
        if is_function_start(word):
            return Whom(word, told_gender(word), trade=True)
    return None


def tells_speech(clause: str) -> bool:
    """Tell a clause that begins with a verb of speech, opinion or will, after its auxiliaries: « avait averti que »."""
    found = _VERB.match(clause)
    if found is None:
        return False
    return speech_stems().issuperset(tokens(found["verb"])) or reports(found["verb"], clause[found.end() :])
