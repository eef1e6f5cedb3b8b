"""What an answer must stand on: the very act, attribute, opinion or edition that is asked; else it is refused."""

import re

from corpus import Span
from index import fold, tokens
from kg.ask.answers.proofs import title_stems
from kg.ask.language import french
from kg.ask.language.kinship import inflected, kin_of
from kg.ask.language.moments import moments
from kg.ask.language.same import akin, same
from kg.ask.language.words import speech_stems
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.sentences.told import ideas, says
from kg.ask.times.asked import wanted
from kg.ask.times.births import born_asked, is_birth
from kg.lexicon.functions import is_function_start
from kg.lookup import date_of_document
from kg.regex import regex
from kg.types import Answer, Entity

#: What is asked of a thing that a passage must name or tell.
_ATTRIBUTE = regex(
    r"^(?:a |de )?quel(?:le)?s? (?:est |etait |sont |fut )?(?:le |la |l'|les )?(?P<noun>notes?|prenoms?|age|marque"
    r"|couleur|score|diplome|taille|poids|mot de passe|telephone|religion|parti|nationalite|signe|temperature|surnom"
    r"|salaire|chanson|musique|menu|plat|classement|mention|appreciation|loyer|superficie|immatriculation)\b"
)
#: Who did something that is no speech: whoever speaks of it did not do it.
_DOER = regex(
    r"^(?:qui|quel(?:le)? \w+) (?:a|ont|avait) (?P<verb>construit|bati|dessine|concu|realise|fabrique|peint|sculpte"
    r"|compose|invente|installe|vole|casse|repare|imprime|photographie|filme|cuisine|demoli|detruit|decouvert)\w*\b"
    r"(?! qu)"
)
#: What somebody said or thinks, of what.
_OPINION = regex(
    r"^(?:que|qu'|qu'est-ce qu[e' ]+)\s?(?:en )?(?:pens\w+|dit|disait|a[- ](?:t-(?:il|elle) )?dit|dire)\b[^?]*?"
    r"(?:\bde la |\bde l'|\bdu |\bdes |\bsur (?:le |la |les |l')?)(?P<subject>[a-z][^?]*)"
)
_SAID = regex(r"^qu'(?:a|ont|avait)(?:-t-(?:il|elle))? (?:dit|declare|repondu|explique|affirme|raconte|propose)\b")
#: When something was done.
_DONE = regex(
    r"^(?:quand|en quelle annee|a quelle date|depuis quand|quel jour)\b[^?]*\bete "
    r"(?P<verb>[a-z]{4,}?(?:ee?s?|ie?s?|ue?s?|te?s?))\b"
)
_HELD = frozenset("tenue tenu tenus organise organisee organises fait faite lieu prevu prevue reuni reunie".split())
_NEXT_TO = regex(r"^(?:qui|quel(?:le)? \w+)\b[^?]*\b(?:avant|apres) (?=[a-z])")
_SUCCEEDS = regex(
    r"\b(?:predecess\w+|success\w+|succed\w+|remplac\w+|ancien\w*|quitt\w+|avant|apres|jusqu\w+|ex-|alors|releve|depuis)\b"
)
_LEAVES = regex(r"\b(?:represente(?:nt)? pas|succed\w+|remplac\w+|demission\w*|passe la main)\b")
#: Who asked for something to be done, and when or where something was said.
_REQUEST = regex(
    r"^(?:qui|quel(?:le)? \w+) (?:a|ont|avait) "
    r"(?:propose|demande|reclame|suggere|exige|souhaite|voulu|promis|decide)\w*"
    r" (?=d'|de |la |le |l'|les |que |qu'|un |une )"
)
_EDITION = regex(
    r"\b(?:aux?|lors|pendant|a l'|a la|cours|introduction|ouverture|conclusion|cloture|dans|en)\b[^?]{0,70}?"
    r"\b(?P<year>(?:19|20)\d\d)\b"
)
#: Since when somebody holds something, and what tells it.
_SINCE = regex(
    r"depuis (?:quand|quel(?:le)? (?:annee|date|mois))\b[^?]*\b(?:est|sont)-(?:il|elle)s? (?P<office>[\w-]+)"
    r"|quand\b[^?]*\b(?:pri[st]e? (?:la (?:tete|direction|presidence)|ses fonctions)|devenue?|elue?|nommee?"
    r"|recrutee?)\b"
)
_COMES = regex(
    r"\bdepuis\b|\belue?\b|\belection|\bnomm\w+|\bdev(?:ien|en)\w+|\bpr(?:is|end|it|endre)\b|\barriv\w+|\bentr\w+"
    r"|\bpresid\w+|\bdirig\w+|\bsucced\w+|\brejoin\w+|\bfond\w+|\bmandat|\bouv(?:r|ert)\w*|\ba la tete\b"
)
#: The kinds whose answer is what passages say, and those that tell who did something.
_SAYING, _DID = ("who-spoke-about", "what-is-said-about", "semantic"), ("who-did", "who-is")
#: How surely another way to say an idea must say it.
SURELY, WEAKLY = 0.9, 0.5
#: Up to how many ideas a request has that must be told in full.
SHORT = 3


def attribute(query: Query, library: Library, found: Answer) -> str:
    """Tell an attribute that no proof names: « quelle note », « quel prénom »."""
    asked = _ATTRIBUTE.match(query.folded)
    if asked is None or found.kind not in _SAYING:
        return ""
    stem = frozenset(tokens(asked["noun"])[:1])
    said = any(stem <= library.stems(proof.span) for row in found.rows for proof in row.evidence)
    return "" if said else f"aucun document ne le donne ({asked['noun']})"


def doer(query: Query, library: Library, found: Answer) -> str:
    """Tell that those who speak of something are not told to have done it."""
    asked = _DOER.match(query.folded)
    if asked is None or found.kind != "who-spoke-about":
        return ""
    return f"aucun document ne nomme qui l'a fait ({asked['verb']})"


def deed(query: Query, library: Library, found: Answer) -> str:
    """Tell somebody named beside words that only remind of what is asked to have been done."""
    if found.kind != "who-did" or not found.rows:
        return ""
    asked = [idea for idea in ideas(query) if not re.search(r"[A-ZÀ-Ý]{2}", idea.term.words)]  # initials are names
    stems = frozenset[str]()
    for proof in (proof for row in found.rows for proof in row.evidence):
        passage = library.passage_at(proof.span)
        stems |= library.stems(proof.span) | (title_stems(passage.headings[-1:]) if passage else frozenset())
    said = sum(idea.weight for idea in asked if says(idea.term, stems)[0] >= SURELY)
    if said >= DEED * sum(idea.weight for idea in asked):
        return ""
    return "aucun document ne nomme qui l'a fait"


#: Least share of what is asked that those who did it must be told beside.
DEED = 0.5
_WORD = frozenset(("mot", "mots", "terme", "expression"))


def opinion(query: Query, library: Library, found: Answer) -> str:
    """Tell a subject on which no word of somebody is told, where others of his words would be given."""
    people = [one for one in query.named if one.entity.kind == "person"]
    asked = _OPINION.match(query.folded)
    if asked is None or found.kind not in _SAYING or len({one.start for one in people}) != 1:
        return ""
    names = {one.words for one in query.named} | {one.entity.label for one in query.named}
    terms = [
        one
        for one in query.inside().terms
        if one.words not in names and fold(one.words).split("'")[-1] in asked["subject"]
    ]
    terms = [one for one in terms if one.words not in _WORD] or terms  # « du mot « écologie » »
    if sum(one.unknown for one in terms) > 1:
        return ""  # all in other words
    if not terms or any(_told(library, terms[0], proof.span) for row in found.rows for proof in row.evidence):
        return ""
    return f"aucun propos {french.of(people[0].entity.label)} n'est rapporté à ce sujet ({terms[0].words})"


def words_of(query: Query, library: Library, found: Answer) -> str:
    """Tell somebody whom the proofs name, and of whom they report no word."""
    people = {one.entity for one in query.named if one.entity.kind == "person"}
    if not _SAID.match(query.folded) or not people or found.kind not in _SAYING:
        return ""
    labels = {one.label for one in people}
    if any(row.label in labels for row in found.rows):
        return ""
    if any(_speaks(library, people, proof.span) for row in found.rows for proof in row.evidence):
        return ""
    return f"aucun propos {french.of(next(iter(sorted(labels))))} n'y est rapporté"


def request(query: Query, library: Library, found: Answer) -> str:
    """Tell that nobody is told to ask for the very act: « qui a proposé de fermer la piscine ? »."""
    if not _REQUEST.match(query.folded) or found.kind != "who-spoke-about" or not found.rows:
        return ""
    names = {one.words for one in query.named} | {one.entity.label for one in query.named}
    terms = [one for one in query.inside().terms if one.words not in names and not _is_speech(one)]
    if len(terms) > SHORT:
        return ""
    proofs = [_near(library, proof.span) for row in found.rows for proof in row.evidence]
    said = any(all(_is_said(one, stems) for one in terms[:2]) for stems in proofs)
    return "" if said else "aucun document ne dit qui l'a demandé"


def edition(query: Query, library: Library, found: Answer) -> str:
    """Tell words said in another year than the one asked about: « qu'a-t-il dit au forum de 2022 ? »."""
    asked = _EDITION.search(query.folded)
    if asked is None or not _SAID.match(query.folded) or found.kind not in _SAYING:
        return ""
    year = asked["year"]
    for row in found.rows:
        for proof in row.evidence:
            date = date_of_document(library.knowledge, proof.span.document_id) or year
            passage = library.passage_at(proof.span)
            near = f"{' '.join(passage.headings)} {passage.text}" if passage else proof.quote
            if date.startswith(year) or year in near:
                return ""
    return f"aucun propos de {year} n'est rapporté"


def _is_said(term: Term, stems: frozenset[str]) -> bool:
    return term.strength(stems) >= WEAKLY or _says(term.alternatives[0][0], stems)


def _is_speech(term: Term) -> bool:
    return bool(term.alternatives[0][0] & speech_stems())


def _near(library: Library, span: Span) -> frozenset[str]:
    """Return the stems of the sentences of a proof, of the one before and of the title above."""
    passage = library.passage_at(span)
    sentences = library.sentences(passage) if passage else ()
    before = [one for one in sentences if one.span.end <= span.start][-1:]
    own = [one for one in sentences if one.span.start < span.end and span.start < one.span.end]
    return library.stems(span).union(*(one.stems for one in (*before, *own))) | _heads(library, span)


def done(query: Query, library: Library, found: Answer) -> str:
    """Tell a date that is given of something else than what was done: « quand a-t-il été dissous ? »."""
    asked = _DONE.match(query.folded)
    if asked is None or found.kind != "when-where" or asked["verb"] in _HELD or not found.rows:
        return ""
    stem = frozenset(tokens(asked["verb"])[:1])
    proofs = [proof.span for row in found.rows for proof in row.evidence]
    said = any(_says(stem, library.stems(span) | _heads(library, span)) for span in proofs)
    return "" if said else f"aucun document ne dit quand ({asked['verb']})"


def origin(query: Query, library: Library, found: Answer) -> str:
    """Tell a date near which no proof tells a beginning: « en quelle année le réseau est-il né ? »."""
    if found.kind not in ("when-where", "semantic") or not found.rows or not born_asked(query):
        return ""
    asked = wanted(query.text)
    if asked is None or not asked.date or query.event:
        return ""
    quotes = [" ".join(proof.quote.split()) for row in found.rows for proof in row.evidence]
    said = any(is_birth(words, one) for words in quotes for one in moments(words))
    return "" if said else "aucun document ne dit quand"


def since(query: Query, library: Library, found: Answer) -> str:
    """Tell a date that is told of nobody's coming to an office: « depuis quand est-il maire ? »."""
    asked = _SINCE.match(query.folded) if found.kind == "when-where" and query.entities("person") else None
    if asked is None or (asked["office"] and not is_function_start(asked["office"])):
        return ""
    quotes = (fold(proof.quote) for row in found.rows for proof in row.evidence)
    return "" if any(_COMES.search(quote) for quote in quotes) else "aucun document ne dit depuis quand"


def succession(query: Query, library: Library, found: Answer) -> str:
    """Tell somebody before or after whom no proof tells another: « qui présidait avant Rose Roy ? »."""
    asked = _NEXT_TO.match(query.folded)
    if asked is None or found.kind not in _DID or not query.entities("person"):
        return ""
    after = query.folded[asked.end() :]
    if not any(fold(one.words).startswith(after[:6]) or after.startswith(fold(one.words)[:6]) for one in query.named):
        return ""
    proofs = [proof for row in found.rows for proof in row.evidence]
    reports = {proof.span.document_id for proof in proofs}
    near = (one for one in library.passages_naming(*query.entities("person")) if one.span.document_id in reports)
    said = any(_SUCCEEDS.search(fold(proof.quote)) for proof in proofs)
    both = {row.id for row in found.rows}
    left = (one.span for passage in near for one in library.sentences(passage) if _LEAVES.search(fold(one.words)))
    said = said or any(who.id in both for span in left for _, who in library.mentions_in(span, "person"))
    return "" if said else "aucun document ne dit qui c'était"


def _heads(library: Library, span: Span) -> frozenset[str]:
    passage = library.passage_at(span)
    return title_stems(passage.headings[-1:]) if passage else frozenset()


def _says(own: frozenset[str], stems: frozenset[str]) -> bool:
    """Tell whether stems have a stem, one of its family, of its verb or of the same sense."""
    for one in own:
        ways = {one, *inflected(one), *same(one), *kin_of(one)}
        if not ways.isdisjoint(stems) or any(akin(one, other) for other in stems):
            return True
    return False


def _told(library: Library, term: Term, span: Span) -> bool:
    """Tell whether the passage of a proof says an idea, with those beside it and its titles."""
    passage = library.passage_at(span)
    passages = library.knowledge.extraction_of[span.document_id].passages
    at = passages.index(passage) if passage else 0
    beside = passages[max(0, at - 1) : at + 2] if passage else ()
    stems = library.stems(span).union(_heads(library, span), *(library.stems(one.span) for one in beside))
    return term.strength(stems) >= SURELY or _says(term.alternatives[0][0], stems)


def _speaks(library: Library, people: set[Entity], span: Span) -> bool:
    """Tell whether words of somebody stand where a proof does, or whether it names him beside a clause."""
    for quotation in library.knowledge.extraction_of[span.document_id].quotations:
        speaker = library.knowledge.entity_of(quotation.speaker)
        if speaker in people and quotation.span.start < span.end and span.start < quotation.span.end:
            return True
    return False
