"""Yes or no, with the sentence that says so; nothing when none speaks clearly."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index import fold, tokens
from kg.ask import french
from kg.ask.context import around_document, unique
from kg.ask.decided import decided
from kg.ask.library import Library
from kg.ask.proofs import Proof, coverage, prove, title_stems
from kg.ask.query import Query, Term
from kg.ask.semantic import evidence_of, trace
from kg.types import Answer, Row

KIND = "yes-no"
EXAMPLES = (
    "Est-ce que la navette continue ?",
    "La commune confie-t-elle l'étude à un cabinet ?",
    "Y a-t-il eu un vote ?",
)
_ASKED = re.compile(
    r"^(?:(?:d'apres|selon|pour) [^,?]{3,60}, )?(?:est-ce qu|y a-t-il|y avait-il|a-t-on|peut-on|est-il|est-elle)"
    r"|^(?!ou |quand |comment |pourquoi "
    r"|combien |(?:(?:de|a|en|pour|par|dans|sur|avec|chez|depuis|vers) )?(?:qu'|qu(?:i|e|oi|els?|elles?)\b))"
    r"[^?]*\b\w+-(?:t-)?(?:il|elle|ils|elles|on)\b"
)
_NOT = re.compile(
    r"\b(?:n['’e]\s?\w+(?:\s+\w+){0,2}\s+(?:pas|plus|jamais|aucune?|guère|que)|pas|aucune?|jamais|sans|faible"
    r"|peu de|peu|rare\w*|déce\w+|insuffisan\w+"
    r"|refus\w+|déclin\w+|annul\w+|renonc\w+|abandonn\w+|manqu\w+|absence|échec|échou\w*|rejet\w*"
    r"|report(?:e|é|er)\w*|renvoy\w+|ajourn\w+|différ(?:é|er)\w*|seulement|au lieu)\b",
    re.IGNORECASE,
)
_MUCH = re.compile(r"\b(?:beaucoup|nombreu\w+|tou(?:t|s|te|tes)|souvent|largement|plein|massiv\w+|grand\w*)\b")
_OUTSIDE = re.compile(r"\b(?:extern\w*|confi\w+|delegu\w*|sous-trait\w*|consultant\w*|prestataire\w*|cabinet)\b")
_INSIDE = re.compile(
    r"\b(?:intern\w*|nous-m[eê]mes|soi-m[eê]me|en régie|elle-même|lui-même|nos propres)\b", re.IGNORECASE
)
_ON_TIME = re.compile(
    r"\b(?:dans (?:le|les) (?:delais?|temps)(?: \w+u?e?s?\b)?|a temps\b|a l'heure\b"
    r"|(?:aux|a la) dates? prevues?|comme prevu\b"
    r"|en temps et en heure)"
)
_LATE = re.compile(r"\b(?:retard\w*|reporte\w*|decale\w*|repousse\w*|differe\w*|ajourne\w*)\b")
_EARLY = re.compile(r"\b(?:sans retard|aucun retard|pas de retard)\b")
#: Least share of what is asked that a sentence must say, with what stands around it, to tell of its delay.
LATE_SAYS = 0.35
_CLAUSE = re.compile(r"[;:«»](?!\d)|,(?!\d| (?:qui|que|dont|où)\b)|\bmais\b|\bet (?=(?:je|j|il|elle|nous|on|ne|n)\b)")
_KINDS = ("person", "organisation")
#: Least share of the question that a proof must say with what stands around it, less when it names what the question
#: names; and, of what is asked of the names, by its own words, and by them with the title just above.
COVERED, NAMING, OWN, TURNED = 0.5, 0.4, 0.25, 0.45
#: The weight of a word that the corpus does not know, and how surely another must say it.
UNKNOWN, SURELY = 0.999, 0.85


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « oui » or « non » from the best sentences; nothing for other questions."""
    if not _ASKED.match(query.folded):
        return None
    told = decided(query, library) or _in_time(query, library)
    if told is not None:
        return told
    proofs = _clear(query, library, prove(query, library)[:30])[:5]
    if not proofs:
        return None
    verdict, proof = _verdict(query, proofs)
    after = _denied_after(query, library, proof)
    if after is not None:
        verdict, proof = ("oui" if _asks_negative(query) else "non"), after
    evidence = tuple(evidence_of(library, kept) for kept in [proof, *(p for p in proofs if p is not proof)][:3])
    row = Row("", verdict, "yes-no", proof.score, verdict, evidence)
    text = french.shortened(f"{verdict.capitalize()} : « {library.reading(evidence[0].span)} »", 600)
    facts = around_document(library, None, proof.passage.span.document_id)
    return Answer(query.text, KIND, text, (row,), unique(facts), trace=trace(proofs))


def _denied_after(query: Query, library: Library, proof: Proof) -> Proof | None:
    """Return the sentence just after one that goes on about the same and denies what is asked (« Il était absent »)."""
    sentences = library.sentences(proof.passage)
    at = sentences.index(proof.sentence) + 1
    if at >= len(sentences):
        return None
    words, names = sentences[at].words, {one.entity.label for one in query.named}
    rest = [term for term in query.inside().terms if term.words not in names]
    goes_on = re.match(r"(?:il|elle|ils|elles|celui-ci|celle-ci|ce dernier|cette dernière)\b", words, re.IGNORECASE)
    said = any(_family([term], sentences[at].stems) and not _family([term], proof.sentence.stems) for term in rest)
    return replace(proof, sentence=sentences[at]) if goes_on and said and _denies(words) else None


def _in_time(query: Query, library: Library) -> Answer | None:
    """Answer whether something was done in time, by the sentence that tells its delay; else nothing."""
    asked = _ON_TIME.search(query.folded)
    if asked is None:
        return None
    rest = f"{query.folded[: asked.start()]} {query.folded[asked.end() :]}"
    topic = replace(library.understand(rest), documents=None, scoped=())
    for proof in prove(topic, library)[:40]:
        passage = fold(library.reading(proof.passage.span))
        if proof.coverage >= LATE_SAYS and _LATE.search(fold(proof.sentence.words)) and not _EARLY.search(passage):
            evidence = (evidence_of(library, proof),)
            words = f"Non : « {library.reading(evidence[0].span)} »"
            row = Row("", "non", "yes-no", proof.score, "non", evidence)
            return Answer(query.text, KIND, french.shortened(words, 600), (row,))
    return None


def _clear(query: Query, library: Library, proofs: list[Proof]) -> list[Proof]:
    """Keep the proofs whose own words speak of the question and that leave out no word unknown to the corpus.

    Those that say most come first. When some name what the question names in full, the others are left out: a body is
    not its neighbour.
    """
    terms = query.inside().terms
    names_asked = {one.entity.label for one in query.named}
    rest = [term for term in terms if term.words not in names_asked] or terms
    unknown = [term for term in terms if term.weight >= UNKNOWN and not _OUTSIDE.search(fold(term.words))]
    named = {one.entity.id for one in query.named if one.whole}
    kept: list[tuple[bool, float, Proof]] = []
    for proof in proofs:
        around = library.stems(proof.passage.span) | title_stems(proof.passage.headings)
        own = max(coverage(rest, proof.sentence.stems), _family(rest, proof.sentence.stems))
        headed = proof.sentence.stems | title_stems(proof.passage.headings[-1:])
        turned = max(coverage(rest, headed), _family(rest, headed))
        names = bool(named & {e.id for _, e in library.mentions_in(proof.sentence.span, *_KINDS)})
        if _is_title(proof):
            continue
        enough = own >= OWN and turned >= TURNED and proof.coverage >= (NAMING if names else COVERED)
        if enough and all(term.strength(around) >= SURELY for term in unknown):
            kept.append((not names, -own - proof.score, proof))
    kept = [row for row in kept if not row[0]] or kept
    return [proof for _, _, proof in sorted(kept, key=lambda row: (*row[:2], row[2].sentence.span))]


def _is_title(proof: Proof) -> bool:
    """Tell a heading, which says what is spoken of and nothing about it."""
    words = proof.sentence.words.strip()
    if words.isupper() and len(words) > 12:
        return True
    titled = title_stems(proof.passage.headings)
    repeats = bool(titled) and proof.sentence.stems <= titled
    numbered = re.match(r"(?:\d+|[IVX]+)\s*[./)°-]", words) is not None
    return not re.search(r"[.!?…»:;]$", words) and (repeats or numbered)


def _family(terms: Sequence[Term], stems: frozenset[str]) -> float:
    """Return the share of the ideas, by weight, that a word of the same family says."""
    said = sum(term.weight for term in terms if any(_akin(own, s) for own in term.alternatives[0][0] for s in stems))
    return said / (sum(term.weight for term in terms) or 1.0)


def _verdict(query: Query, proofs: list[Proof]) -> tuple[str, Proof]:
    """Say no when a good proof denies: it negates, tells little where much is asked, or the contrary of outside."""
    asked_negative = _asks_negative(query)
    for proof in proofs:
        if proof.score < 0.75 * proofs[0].score:
            break
        words = proof.sentence.words
        if _OUTSIDE.search(query.folded) and _INSIDE.search(words):
            return "non", proof
        if _MUCH.search(query.folded) and _NOT.search(words):
            return "non", proof
    denied = _denies(_clause(query, proofs[0].sentence.words))
    return ("oui" if asked_negative == denied else "non"), proofs[0]


def _asks_negative(query: Query) -> bool:
    """Tell a question put in the negative; « PAS » may be a name."""
    text = query.text
    for named in query.named:
        text = text[: named.start] + " " * len(named.words) + text[named.start + len(named.words) :]
    return bool(re.search(r"\bn[e']|\bpas\b|\bjamais\b", fold(text)))


def _denies(words: str) -> bool:
    return bool(_NOT.search(words)) and not re.search(r"pas (?:seulement|uniquement)", words)


def _clause(query: Query, words: str) -> str:
    """Return the part of a sentence that says most of what is asked of the thing named: its polarity is the answer."""
    names = {stem for one in query.named for stem in tokens(one.words)}
    terms = [term for term in query.inside().terms if not term.alternatives[0][0] & names]
    clauses = [(clause, _family(terms, frozenset(tokens(clause)))) for clause in _CLAUSE.split(words)]
    best, said = max(clauses, key=lambda pair: pair[1])
    return best if said else words


def _akin(stem: str, other: str) -> bool:
    """Tell two stems of one family: « signer », « signataire »."""
    short, long = sorted((stem, other), key=len)
    return short == long or (len(short) >= 4 and long.startswith(short))
