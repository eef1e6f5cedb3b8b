"""What something is, what is said about it, and what one person said: definitions and the sentences that tell."""

from dataclasses import replace

from corpus import Span
from index import fold, tokens, vocabulary
from kg.ask.answers.proofs import LONGEST, Proof, cited, overlap, prove, quote_around, title_stems
from kg.ask.answers.rows import refused
from kg.ask.language import french
from kg.ask.language.words import USED, leading_speech, speech_stems
from kg.ask.library import Library
from kg.ask.people.sayings import ONLY_WORDS, Voice, passages_of, said_by, voice
from kg.ask.question.query import Query, Term
from kg.ask.refusals.untyped import nearest_to
from kg.ask.semantic import enough, tell, trace, under_title
from kg.ask.sentences.acronym import spelled_out
from kg.ask.sentences.causes import ASKED, STAND, causes, told_without
from kg.ask.sentences.definitions import defines, definitions_first, term_words, written
from kg.ask.sentences.nearest import reasons
from kg.ask.sentences.replied import replies
from kg.ask.sentences.told import says
from kg.lookup import opening_of
from kg.regex import regex
from kg.types import Answer, Entity, Row

#: Up to how many ideas a subject is short, and how surely each must then be said.
WHOLE, SAYS = 3, 0.5
#: How surely another word must say one that the corpus does not know.
SURELY = 0.85
#: How many words of a subject a sentence must say for one that the corpus does not know to lack.
FORGIVING = 2
#: Least share of what is asked beside the names that the passage of somebody's words must say in so many words.
PLAIN = 0.3
#: How many sentences that define are told before what stands under a title that says the whole term.
MOST = 2
KIND = "what-is-said-about"
EXAMPLES = (
    "C'est quoi la démarche participative ?",
    "Que dit-on de la gratuité ?",
    "Qu'a dit Ana Belloir sur l'eau ?",
)
_ASKED = regex(
    r"^(?:c'est quoi|qu'est[- ]ce qu\w*|que |qu'|quoi|quel(?:le)?s? (?:est|sont|etait|etaient) (?:le |la |les "
    r"|l')?(?:role|definition|sens|avis|"
    r"position|difference|objectif|but|raison|enjeu|principe|opinion|proposition|demande|recommandation|suggestion"
    r"|reproche|crainte|reponse|explication|argument|souhait|revendication|regret)\w*"
    r"|definition|definir|qu'entend|en quoi|pourquoi|comment|expliqu|a quoi ser"
    r"|de quoi\b.*\bparl"
    r"|ce que|selon |d'apres )|\bparl\w+ de quoi\b|\b(?:a|ont)-t-\w+ dit\b|"
    r"\bqu'est[- ]ce que c'est|\bc'est quoi|\bveut dire\b|\bsignifie quoi\b|\bentend\w* par\b"
)
_ON_A_SUBJECT = regex(r"\b(?:dit-on|disent|dit|dire|sait-on)\b.*\b(?:sur|de|du|des|d'|a propos)\b|\bque dit-on\b")
_FIRST_PERSON = regex(r"\b(?:je|me|mon|ma|mes|nous|notre|nos)\b|\b[jm]['’]")
_ACCORDING = regex(r"\b(?:selon|pour|d'apres|rappelle|explique|precise|dit|estime|repond|ajoute) (?:m\. |mme )?$")
_WITH = regex(r"\b(?:avec|par|de|du|chez|contre|a|et|ou|si|que) (?:m\. |mme )?$|\bd['’]$|^[a-z. '-]{3,30} ?: .")


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « c'est quoi », « que dit-on de », « qu'a dit X »; nothing for other questions."""
    spelled = spelled_out(query, library)
    if spelled and defines(query):
        return _and_more(spelled, library, _telling(query, *_proofs(query, library), library))
    if spelled or not (_ASKED.search(query.folded) or defines(query)):
        return spelled
    explained = _explained(query, library) if defines(query) else None
    if explained:
        return explained
    return _caused(query, library) or _replied(query, library) or _uncaused(query, library) or _said(query, library)


def _replied(query: Query, library: Library) -> Answer | None:
    """Return the answer to the question that a report puts itself, then the sentences nearest to it."""
    replied = replies(query, library)
    asked = voice(query, library)
    if asked and ONLY_WORDS.search(query.folded):  # others may have answered
        said = [one.span for identifier in asked.ids for one in library.said_by(library.knowledge.by_id[identifier])]
        replied = [one for one in replied if any(overlap(span, one.passage.span) for span in said)]
    return tell(query, library, [*replied, *reasons(query, library)[:MOST]], KIND) if replied else None


def _caused(query: Query, library: Library) -> Answer | None:
    """Return the sentences that give the cause of what is told, or a person's own words on what they are for."""
    found = causes(query, library) if ASKED.search(query.folded) else []
    if found:
        return _with_cause(query, library, found)
    asked = voice(query, library) if ASKED.search(query.folded) and STAND.search(query.folded) else None
    return said_by(query, library, asked) if asked else None


def _uncaused(query: Query, library: Library) -> Answer | None:
    """Return the refusal of a cause that no document gives, with the sentence that tells the rest when one does."""
    if not ASKED.search(query.folded):
        return None
    proof = told_without(query, library)
    near = nearest_to(library, proof.sentence.span) if proof else ""
    return refused(query, KIND, f"aucun document n'en dit la raison{near}", "causes cherchées près de ce qui est dit")


def _with_cause(query: Query, library: Library, found: list[tuple[Proof, Span]]) -> Answer:
    """Return the slices that tell what is asked with its cause: the first is the text, and nothing beside it."""
    rows = []
    for proof, span in found:
        evidence = library.evidence(span, proof.score)
        label = proof.passage.headings[-1] if proof.passage.headings else evidence.source
        rows.append(Row(evidence.source, french.shortened(label, 80), "passage", proof.score, None, (evidence,)))
    text = french.told(library.reading(found[0][1]))
    return Answer(query.text, KIND, text, tuple(rows), trace=trace([proof for proof, _ in found]))


def _said(query: Query, library: Library) -> Answer | None:
    """Return the reasons, the words or the sentences that tell what is asked; a refusal of a term that none defines."""
    reasoned = reasons(query, library)
    asked = voice(query, library)
    found = _words_of(query, library, asked) if asked and not reasoned else None
    if found:
        return found
    topic, proofs = _proofs(query, library)
    kept = _telling(query, topic, proofs, library)
    if reasoned and not (kept and defines(query)):
        return tell(query, library, [*reasoned[:1], *kept[:1], *reasoned[1:], *kept[1:]], KIND)
    if not defines(query):
        return tell(query, library, kept, KIND) if kept else None
    if kept:
        more = [*under_title(query, library), *written(query, library, kept[:MOST])]
        return _defined(query, library, [*kept[:MOST], *more, *kept[MOST:]])
    unknown = [term.words for term in topic.inside().terms if term.unknown]
    return _undefined(query, unknown) if unknown else None


def _and_more(spelled: Answer, library: Library, proofs: list[Proof]) -> Answer:
    """Return what the letters of a name stand for, with the sentences that tell what it is."""
    said = [row.evidence[0].span for row in spelled.rows]
    more = [proof for proof in proofs if not any(overlap(proof.sentence.span, span) for span in said)]
    if not more:
        return spelled
    told = tell(library.understand(spelled.question), library, more, KIND)
    proofs_told = (*spelled.rows[0].evidence, *(proof for row in told.rows[:2] for proof in row.evidence))
    rows = (replace(spelled.rows[0], evidence=proofs_told), *spelled.rows[1:])
    return replace(spelled, rows=rows, text=french.shortened(f"{spelled.text} {told.text}"))


def _telling(query: Query, topic: Query, proofs: list[Proof], library: Library) -> list[Proof]:
    """Keep the sentences that say enough of what is asked for the form of the question."""
    kept = enough(topic, proofs, covered=library.calibration.passage)
    if _ON_A_SUBJECT.search(query.folded) or defines(query):
        return [proof for proof in kept if _wholly(topic, library, proof)]
    if ONLY_WORDS.search(query.folded):
        return [proof for proof in kept if _beside_names(topic, library, proof)]
    return kept


def _explained(query: Query, library: Library) -> Answer | None:
    """Return what answers, in a report, a question that names the thing: « La ruche, c'est quoi ? »."""
    term = query.quoted or " ".join(term_words(query))
    for span in library.find_phrase(term) if len(tokens(term)) > 1 else ():
        line = library.line_at(span)
        if not library.reading(line).rstrip(" *_»").endswith("?"):
            continue
        passages = library.knowledge.extraction_of[span.document_id].passages
        reply = next((one for one in passages if one.span.start >= line.end), None)
        if reply and not reply.text.rstrip(" *_»").endswith("?"):
            proof = cited(library, reply.span)
            row = Row(proof.source, library.reading(span), "passage", 1.0, None, (proof,))
            return Answer(query.text, KIND, french.shortened(library.reading(proof.span)), (row,))
    return None


def _undefined(query: Query, unknown: list[str]) -> Answer:
    words = ", ".join(unknown)
    return refused(query, KIND, f"aucun document n'emploie ces mots ({words})", f"mots inconnus du corpus : {words}")


def _proofs(query: Query, library: Library) -> tuple[Query, list[Proof]]:
    """Return what a question is about, without its verb, and the sentences that tell it, best first."""
    topic = query.without(_led(query))
    topic = topic if topic.terms else query
    proofs = prove(topic, library)
    if defines(query):
        return topic, definitions_first(topic, proofs)
    return topic, proofs


def _defined(query: Query, library: Library, proofs: list[Proof]) -> Answer:
    """Return an answer that begins with the sentence that introduces the term, and goes on with those after it."""
    told = tell(query, library, proofs, KIND)
    sentences = [one.span for one in library.sentences(proofs[0].passage) if one.span >= proofs[0].sentence.span]
    span = quote_around(library, proofs[0].sentence.span)
    for after in sentences:
        whole = Span(span.document_id, span.start, max(span.end, after.end))
        span = whole if whole.end - whole.start <= LONGEST else span
    evidence = library.evidence(span, min(1.0, proofs[0].score))
    rows = (replace(told.rows[0], evidence=(evidence,)), *told.rows[1:])
    return replace(told, rows=rows, text=french.told(library.reading(span)))


def _words_of(query: Query, library: Library, asked: Voice) -> Answer | None:
    """Return what somebody said, else what a passage about them tells; a refusal when only words were asked for."""
    found = said_by(query, library, asked)
    if found or asked.entity.kind != "person":
        return found
    names = {named.entity.label for named in query.named}
    terms = tuple(term for term in query.without(_led(query)).terms if term.words not in names)
    spans = frozenset(passages_of(library, asked.entity))
    near = [one for one in library.look(query) if one.passage.span in spans] if terms else []
    alone = replace(query, terms=terms, scoped=(), documents=None)
    proofs = enough(alone, prove(alone, library, found=near), covered=library.calibration.passage)
    if ONLY_WORDS.search(query.folded):
        proofs = proofs or ([] if query.event or query.documents else _of_report(library, terms, spans))
        proofs = [proof for proof in proofs if _speaks(library, proof, asked.entity)]
    elif not proofs:
        return None
    if proofs:
        return tell(query, library, proofs, KIND)
    why = f"aucun propos {french.of(asked.entity.label)} n'y est rapporté sur ce sujet"
    return refused(query, KIND, why, f"propos cherchés : {asked.entity.label}")


def _of_report(library: Library, terms: tuple[Term, ...], spans: frozenset[Span]) -> list[Proof]:
    """Return the sentences of some passages of which the report, by its title and opening, or themselves say a subject.

    What the corpus has no word for is the form of the question, when something else is asked.
    """
    known = [term for term in terms if not term.unknown]
    found = []
    for passage in (library.passage_at(span) for span in sorted(spans) if known):
        document = library.knowledge.documents[passage.span.document_id] if passage else None
        if passage is None or document is None:
            continue
        opening = vocabulary(opening_of(document))
        around = library.stems(passage.span) | title_stems(passage.headings) | opening
        if all(says(term, around)[0] >= SURELY for term in known):
            found += [Proof(sentence, passage, 1.0, SAYS) for sentence in library.sentences(passage)]
    return found


def _speaks(library: Library, proof: Proof, person: Entity) -> bool:
    """Tell a sentence that gives somebody's words: theirs, or one that names them beside a verb of speech."""
    said = [quotation.span for quotation in library.said_by(person)]
    if any(overlap(span, proof.sentence.span) for span in said):
        return True
    named = {entity.id for _, entity in library.mentions_in(proof.sentence.span, "person")}
    around = {entity.id for _, entity in library.mentions_in(proof.passage.span, "person")}
    own = around <= {person.id} and _FIRST_PERSON.search(proof.sentence.folded)  # a box that somebody signs
    return bool(own) or (person.id in named and _leads(library, proof, person))


def _leads(library: Library, proof: Proof, person: Entity) -> bool:
    """Tell somebody who is named before any word of speech of a sentence, or after « selon »: others say the rest."""
    span = proof.sentence.span
    text = library.knowledge.documents[span.document_id].text
    first = min(m.span.start for m, one in library.mentions_in(span, "person") if one == person)
    after = any(not speech_stems().isdisjoint(tokens(word)) for word in text[first : span.end].split())
    before = any(not speech_stems().isdisjoint(tokens(word)) for word in text[span.start : first].split())
    if _WITH.search(fold(text[span.start : first])):
        return False
    return after and (not before or bool(_ACCORDING.search(fold(text[span.start : first]))))


def _wholly(query: Query, library: Library, proof: Proof) -> bool:
    """Tell a sentence whose passage says every idea of a short subject: « trains de nuit » is not any train.

    One word that the corpus does not know may lack where the sentence itself says two others.
    """
    terms = query.inside().terms
    around = library.stems(proof.passage.span) | title_stems(proof.passage.headings)
    lacking = [one for one in terms if one.strength(around) < (SURELY if one.unknown else SAYS)]
    said = [one for one in terms if one.strength(proof.sentence.stems) >= SURELY]
    forgiven = len(lacking) == 1 and lacking[0].unknown and len(said) >= FORGIVING
    return len(terms) > WHOLE or not lacking or forgiven


def _beside_names(query: Query, library: Library, proof: Proof) -> bool:
    """Tell a sentence that says, with its passage, enough of what is asked beside the names, in so many words."""
    names = {named.entity.label for named in query.named}
    rest = [term for term in query.inside().terms if term.words not in names] or list(query.inside().terms)
    around = library.stems(proof.passage.span) | title_stems(proof.passage.headings)
    said = sum(term.weight for term in rest if term.strength(around) >= SURELY)
    return said >= PLAIN * sum(term.weight for term in rest)


def _led(query: Query) -> frozenset[str]:
    """Return the stems of the words that lead the question, of speech or of use: they say nothing of its subject."""
    used = USED.match(query.folded)
    led = leading_speech(query.text, skipped=[named.place for named in query.named])
    return led | frozenset(tokens(used["verb"])) if used else led
