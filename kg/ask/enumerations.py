"""The items that a line announces: « que propose l'atelier », « les quatre tables », « qui composait le bureau »."""

from functools import lru_cache

from corpus import Span
from index import fold
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import cited, coverage
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.listing import told_items
from kg.ask.lists.groups import best_group, named_groups, says_noun
from kg.ask.lists.heard import answer_heard
from kg.ask.lists.met import answer_met
from kg.ask.lists.nouns import asked_nouns, names_list, unled, verb_asked
from kg.ask.lists.reading import Group
from kg.ask.lists.said import done_in_sentence
from kg.ask.question.query import Query
from kg.ask.question.sought import sought
from kg.ask.sentences.definitions import defines
from kg.ask.sessions.asked import asks_programme
from kg.ask.sessions.people_lines import answer_people
from kg.lexicon.functions import is_function_start
from kg.regex import regex
from kg.types import Answer, Entity

KIND = "enumeration"
EXAMPLES = ("Donne la liste des indicateurs suivis.", "Quels projets la commune a-t-elle menés ?")
_ASKED = regex(
    r"^(?:(?:que|qu'est-ce qu[ei]?|a quoi)\b[^?]*?|qu'(?:a|ont|avait)(?:-t-\w+)?\s[^?]*?)\b(?:propos|recommand|preconis"
    r"|sugger|conseill|demand|reclam|promet|engage|retien|retenu|prevoi|decid)\w*"
    r"|^(?:donne\w*|liste\w*|cite\w*|enumer\w*|quels|quelles|lesquel\w+|la liste|les \w+|sur quels?"
    r"|(?:a|de|dans|pour|avec|par|en|vers|autour de|aupres de) quel(?:le)?s)\b"
    r"|^quel(?:le)?s? (?:sont|etaient|ont ete)\b|^[a-z]{4,}s (?:\w+ )?(?:de|du|des|d'|a|au|aux|pour|dans|lors)\b"
    r"|^[a-z]{4,}s [a-z]{3,}e?s (?:par|apres|pendant|sur|avec|en|chez)\b"
    r"|^qui (?:sont|etaient|ont ete|a ete|a|ont) (?:les )?(?:laureat|gagnant|prime|recompens|distingue)\w*"
    r"|^(?:quel (?:est|etait) )?(?:le )?palmares\b"
)
_ROLL = regex(
    r"^(?!.*\b(?:rencontr|visit|recu\b|recus|vus?\b|accueill))"
    r"(?:(?:de )?qui|quel(?:le)?s?|(?:la |les |le )?(?:composition|membres?|liste|noms?)|donne\w*|liste\w*|cite\w*)\b"
    r"[^?]*\b(?:(?<=composition )d(?:e|u|es)|compos\w+|membres?|(?:re)?elue?s?|au bureau"
    r"|faisai\w+ partie|fait partie|siege\w*|delegation"
    r"|administrateurs|administratrices|designee?s|nommee?s|conseil d'administration|accompagn\w+)\b"
)
#: Lists of those who were there: programmes and lists of names tell them better.
_PEOPLE = regex(
    r"^(?:donne\w* |liste\w* |cite\w* |la liste |quels |quelles |les |sont |etaient |moi |de |des |ont ete )*"
    r"(?:intervenant|participant|orat|anima|moder|invite|absent|excuse|personnes?\b|inscri|present|elue?s\b|conseiller"
    r"|gens\b|voix\b)"
)
#: Somebody who is chosen for one office: « qui a été élue trésorière ».
_ONE = regex(r"\b(?:re)?(?:elue?|designee?|nommee?) (?:comme |au poste de )?(?P<office>[a-z][\w-]+)")
#: So many things, by their number: « c'est quoi les trois engagements ».
_COUNTED = regex(r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze) \w+s\b")
_INITIAL = regex(r"(?P<initial>[A-ZÀ-Ý])\.(?:-?[A-Z]\.)? ?(?P<surname>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)*)")
#: Least share of the question that a list and what announces it say; that the line alone says, for one that is called
#: otherwise, for the names of people.
LEAST, HEAD, ROLL = 0.55, 0.75, 0.6
#: Least share that the list and its line say of a question about what something does.
DONE = 0.6
#: What a word is worth beside a list of people, and in the first lines of its report.
AROUND = 0.6
#: What it adds that the line of a list of people says that they make up something.
WHOLE = 0.1


def answer(query: Query, library: Library) -> Answer | None:
    """Answer with the items of a list that is surely the one asked for; nothing for other questions."""
    if defines(query) and not _COUNTED.search(query.folded):
        return None
    if found := answer_heard(query, library) or answer_met(query, library):
        return found
    one = _ONE.search(query.folded)
    if _ROLL.search(query.folded) and not (one and is_function_start(one["office"])):
        found = _roll(query, library)
        if found is not None:
            return found
    if people := answer_people(query, library):
        return people
    kind, folded = sought(query), unled(query.folded)
    if _PEOPLE.match(folded) or asks_programme(query) or (kind is not None and not _may_be_things(kind.word)):
        return None
    if not (_ASKED.match(folded) or names_list(folded)):
        verb = verb_asked(folded)
        is_name = any(fold(named.words).endswith(verb) for named in query.named)
        return _done(query, library) if verb and not is_name else None
    group = best_group(query, library, least=LEAST, by_head=HEAD)
    items = list(group.items) if group else done_in_sentence(query, library)
    return told_items(query, library, items, 1.0) if items else None


def _done(query: Query, library: Library) -> Answer | None:
    """Answer what something does with the list whose very line says so: « l'évaluation permet de : … »."""
    group = best_group(query, library, least=DONE, fits=lambda one: says_noun(one, query))
    items = list(group.items) if group else done_in_sentence(query, library)
    return told_items(query, library, items, 1.0) if items else None


def _may_be_things(word: str) -> bool:
    """Tell words that are kinds of body, and of things said as well."""
    return word in ("conseil", "mouvement", "acteur", "service", "bureau", "commission", "groupe", "maison", "fonds")


@lru_cache(maxsize=1)
def _being() -> frozenset[str]:
    """Return the stems of the words that say that people are on a list, whatever its name."""
    return stems_of(
        "composait composaient compose composé composition membre membres faisait faisaient partie siège siégeait "
        "parti partie partis accompagnait accompagnaient accompagné accompagner".split()
    )


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    """Return the stems of the words that announce the list of those who make up something."""
    return stems_of("délégation composition membres bureau équipe groupe participants".split())


def _person_in(library: Library, item: Span) -> Entity | None:
    """Return the person whom an item names, by an initial too: « V. Touvet » of Vera Touvet in the same report."""
    named = next((person for _, person in library.mentions_in(item, "person")), None)
    short = _INITIAL.match(named.label if named else library.reading(item))
    if short is None:
        return named
    mentions = library.knowledge.extraction_of[item.document_id].mentions
    people = (library.knowledge.entity_of(mention.id) for mention in mentions if mention.kind == "person")
    surname = fold(short["surname"])
    same = (p for p in people if p and p.label[:1] == short["initial"] and fold(p.label).endswith(f" {surname}"))
    return next(same, named)


def _roll(query: Query, library: Library) -> Answer | None:
    """Answer with the people of the list that says best what is asked; two people at least."""
    nouns = frozenset[str]().union(*asked_nouns(query))
    terms = query.inside().without(_being()).terms or query.without(_being()).terms
    best: tuple[float, Group, list[tuple[Entity, int]]] | None = None
    for group, around in named_groups(query, library):
        said = coverage(terms, group.head, ((around, AROUND),)) if terms else 0.0
        people = [(person, number) for number, item in enumerate(group.items) if (person := _person_in(library, item))]
        if said < ROLL or len(people) < 2 or 3 * len(people) < 2 * len(group.items):
            continue
        score = said + (0.1 if nouns & group.head else 0.0) + (WHOLE if _bodies() & group.head else 0.0)
        if best is None or score > best[0]:
            best = (score, group, people)
    if best is None:
        return None
    _, group, people = best
    proofs = [(person, cited(library, group.items[at])) for person, at in people]
    rows = {person.id: entity_row(person, (proof,)) for person, proof in proofs}
    named = french.join([row.label for row in rows.values()])
    text = french.told(named)
    facts = around_document(library, None, group.items[0].document_id)
    return Answer(query.text, "list", text, tuple(rows.values()), unique(facts), trace=(fold(named),))
