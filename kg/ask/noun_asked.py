"""The thing of a kind that a question asks for: « dans quel ravin », « quelle romancière », « quel projet »."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus import Passage, Span
from index import fold_evenly, tokens
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import Proof, overlap
from kg.ask.language import french
from kg.ask.language.moments import Slice
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.question.sought import NAME
from kg.ask.search.things import Sentence
from kg.ask.semantic import evidence_of
from kg.ask.sentences.typed import Typed, best_told
from kg.ask.times.asked import HELD
from kg.regex import regex
from kg.types import Answer, Row

KIND = "which"
EXAMPLES = ("Sous quel kiosque le goûter a-t-il été servi ?", "Quel projet a été classé premier ?")
_ASKED = regex(
    r"^(?:(?:dans|a partir de|depuis|a|de|d'|sur|par|en|sous|vers|pour|avec|chez) ?)?quel(?:le)? "
    r"(?:(?:est|etait|fut|sera|serait) (?:le |la |l'))?(?!(?:est|sont|etai\w*|sera|fut|que)\b)(?P<noun>[a-z-]{3,})\b"
)
#: Nouns that ask for what somebody says, for a number, or for nothing that has a name.
_OTHERS = frozenset(
    "role avis position difference objectif but raison enjeu principe opinion proposition demande recommandation "
    "reproche crainte reponse explication argument souhait regret montant prix tarif cout part pourcentage nombre "
    "somme budget place quantite distance duree taille poids longueur surface superficie resultat bilan message "
    "facon maniere sens mesure condition moment jour date annee heure mois impact effet lien rapport point question "
    "conseil lecon critique solution probleme difficulte constat conclusion mot personne".split()
)
#: What goes with a noun: its own name, what it is of, a title in guillemets.
_WITH = (
    rf"(?:\s(?!est\b|était\b|sera\b|a\b|de\b|du\b|des\b|qui\b|que\b)[a-zà-ÿ-]+)?\s?(?:[«“\"]\s?[^»”\"]{{2,60}}[»”\"]|{NAME}"
    rf"|(?:de la |de l['’]|du |des |de |d['’]|à la |à l['’]|aux? )(?:{NAME}|[\w'’-]+(?: {NAME})?))"
)
#: What a noun is said to be: « le projet arrivé en tête est une pataugeoire », « date limite : 27 septembre ».
_IS = (
    r"(?:[^.;:!?«»]{0,60}?\b(?:est|était|sera|fut|restait|reste|s['’]appelle|s['’]intitule|se nomme)\s"
    r"|\s?[^.;:!?«»]{0,25}:\s)"
    r"(?P<value>(?:(?:une?|le|la|les|l['’]|celle?|des|du)\s?)?[^.;:!?,«»()]{2,70}|[«“\"]\s?[^»”\"]{2,60}[»”\"])"
)
_LANGUAGES = (
    r"(?:français|anglais|allemand|espagnol|italien|portugais|néerlandais|flamand|basque|breton|occitan|catalan|corse|arabe"
    r"|berbère|kabyle|turc|kurde|persan|russe|ukrainien|polonais|tchèque|slovaque|slovène|croate|serbe|bosnien|roumain"
    r"|bulgare|grec|géorgien|arménien|hongrois|finnois|suédois|norvégien|danois|islandais|letton|lituanien|estonien|wolof"
    r"|peul|bambara|malgache|swahili|créole|tahitien|chinois|mandarin|japonais|coréen|vietnamien|hindi|tamoul|hébreu|latin"
    r"|maltais|albanais|macédonien|romani|tamazight|haoussa|éwé|fon|lingala|quechua|guarani|esperanto|LSF)"
)
#: What is of a kind by itself: « il apprend le géorgien », « dès quatorze ans », a title in guillemets.
_OF_KIND = {
    "langue": regex(rf"\b(?P<name>{_LANGUAGES}|langue des signes)\b"),
    "age": regex(
        r"(?:\bà|\bdès|\bà partir de|\bdepuis|\bde|\bavait|\ba) (?:l['’]âge de )?"
        r"(?P<name>(?:\d{1,3}|[a-zà-ÿ]+(?:[- ](?:et[- ])?[a-zà-ÿ]+)?) ans)\b"
    ),
    "titre": regex(r"«\s?(?P<name>[A-ZÀ-Ý][^»]{2,80}?)\s?»"),
    "couleur": regex(
        r"\b(?P<name>(?:rouge|bleu|vert|jaune|blanc|noir|gris|violet|mauve|rose|orange|brun|marron|beige|ocre|turquoise"
        r"|doré|argenté)(?:he|te|e|ne)?s?)\b"
    ),
}
_OF_KIND["intitule"] = _OF_KIND["slogan"] = _OF_KIND["devise"] = _OF_KIND["titre"]
#: What is no name of a thing: « est adopté », « était présent », « est venu ».
_NO_THING = regex(r"(?!une?\b|l[ea]s?\b|l['’]|celle?\b|des\b|du\b|[«“\"A-ZÀ-Ý\d])", re.IGNORECASE)
#: Verbs that only link a thing to its place or its name.
_LINKS = HELD | stems_of(
    "risque risquent risquer peut peuvent pouvoir doit doivent faut falloir tiennent trouve trouvent trouver situe "
    "situé située descendre descend arrêter aller va vont vient viennent venir appelle nomme existe donne porte "
    "partir voudrait voudraient parle parlent parler choisi choisie utilise utilisé utilisée".split()
)
#: Least share of the question (0..1) that a sentence with what stands around it must say.
LEAST = 0.65


def answer(query: Query, library: Library, least: float = LEAST) -> Answer | None:
    """Answer with what bears the noun of a question in the best sentence; nothing for other questions."""
    asked = _ASKED.match(query.folded)
    if asked is None or asked["noun"].removesuffix("s") in _OTHERS:
        return None
    noun = frozenset(tokens(asked["noun"]))
    topic = query.without(noun | _LINKS)
    topic = topic if topic.inside().terms else replace(topic, documents=None, scoped=())
    if not noun or not topic.terms:
        return None

    def find(sentence: Sentence, _: Passage) -> Iterator[Slice]:
        yield from _named(sentence.words, asked["noun"], query)

    best = best_told(topic, library, find, least=least)
    return _told(query, library, best) if best else None


def _named(words: str, noun: str, query: Query) -> Iterator[Slice]:
    """Yield where a sentence gives a noun its name, or tells what it is, in words that the question does not have."""
    said = frozenset(tokens(query.text))
    for match in _OF_KIND[noun].finditer(words) if noun in _OF_KIND else ():
        if not frozenset(tokens(match["name"])) <= said:
            yield match.span("name")
    if noun in ("age", "langue"):
        return
    plain = fold_evenly(words)
    root = re.escape(noun.removesuffix("s"))
    for match in re.finditer(rf"(?<![\w-]){root}s?(?![\w-])", plain):
        named = re.compile(_WITH).match(words, match.end())
        if named and not frozenset(tokens(named[0])) <= said:
            yield match.start(), named.end()
            continue
        told = re.compile(_IS).match(words, match.end())
        if told and not _NO_THING.match(told["value"]) and not frozenset(tokens(told["value"])) <= said:
            yield told.span("value")
        before = re.search(rf"(?P<name>{NAME}), (?:la |le |l['’]|une? )?$", words[: match.start()])
        if before and not frozenset(tokens(before["name"])) <= said:
            yield before.span("name")


def _told(query: Query, library: Library, best: Typed) -> Answer:
    """Answer with the name, of a person alone where one bears it, and the sentence that tells it."""
    start, end = best.slice
    at = Span(best.sentence.span.document_id, best.sentence.span.start + start, best.sentence.span.start + end)
    people = [one for mention, one in library.mentions_in(best.sentence.span, "person") if overlap(mention.span, at)]
    label = people[0].label if people else best.words
    proof = evidence_of(library, Proof(best.sentence, best.passage, min(1.0, best.score), best.said))
    row = Row(
        people[0].id if people else "",
        label,
        "person" if people else "name",
        min(1.0, best.score),
        best.words,
        (proof,),
    )
    text = french.told(f"{label} : « {library.reading(proof.span)} »")
    return Answer(query.text, KIND, text, (row,), unique(around_document(library, None, at.document_id)))
