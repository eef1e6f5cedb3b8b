"""Which organisation, network, town or country: the entity of that kind in the sentences that say what is asked."""

import re

from corpus import Span
from index import fold, tokens
from kg.ask import french
from kg.ask.context import around_document, unique
from kg.ask.library import Library
from kg.ask.proofs import Proof, coverage, prove, quote_around, title_stems
from kg.ask.query import Query
from kg.types import Answer, Entity, Mention, Row

KIND = "which-organisation"
EXAMPLES = ("Quelle ville a ouvert une régie ?", "Quel réseau compte 40 communes ?", "quels pays ont participé ?")
_PLACES = (
    "bourg bourgs village villages quartier quartiers ville villes commune communes pays departement departements "
    "region regions lieu territoire territoires"
).split()
_TOWNS = frozenset("bourg bourgs village villages ville villes commune communes".split())
_AUTHORITIES = "collectivite collectivites metropole metropoles agglomeration intercommunalite mairie mairies".split()
_BODIES = (
    "organisme organismes organisation organisations reseau reseaux association associations institution "
    "institutions agence "
    "agences ministere universite structure structures fondation entreprise societe cabinet syndicat "
    "federation collectif ong"
).split()
#: Least share of what is asked, beside names, that a sentence and its title must say.
SAYS = 0.3
_ASKED = re.compile(
    r"^(?:dans |de |a |par |pour |avec |chez )?(?:quel(?:le)?s?|lequel|laquelle) (?:est |sont |autres? )?(?:le "
    r"|la |les |l')?"
    r"(?P<kind>" + "|".join(sorted((*_PLACES, *_AUTHORITIES, *_BODIES), key=len, reverse=True)) + r")\b"
)


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « quelle ville », « quel réseau »; nothing for other questions."""
    asked = _ASKED.match(query.folded)
    if not asked:
        return None
    word = asked["kind"]
    kinds = ("organisation",) if word in _BODIES else ("place", "organisation")
    topic = query.without(tokens(word))
    least = 0.25 if topic.documents else 0.4
    proofs = [proof for proof in prove(topic, library)[:12] if proof.coverage >= least]
    proofs = [proof for proof in proofs if _says_what(query, proof, word)]
    scores, proof_of = _candidates(query, library, proofs, kinds, word)
    ranked = sorted(scores.values(), key=lambda pair: (-pair[1], pair[0].id))
    if not ranked:
        return _by_apposition(query, library, proofs, word)
    plural = word.endswith("s") and not word.endswith("ss") and word != "pays"
    kept = [entity for entity, score in ranked if score >= 0.75 * ranked[0][1]][:6] if plural else [ranked[0][0]]
    return _told(query, library, kept, proof_of, KIND if kinds == ("organisation",) else "city-or-country")


def _says_what(query: Query, proof: Proof, word: str) -> bool:
    """Tell whether a sentence, with the title above, says something of what is asked beside the names."""
    names = {named.entity.label for named in query.named}
    rest = [t for t in query.without(tokens(word)).inside().terms if t.words not in names]
    said = proof.sentence.stems | title_stems(proof.passage.headings[-1:])
    return not rest or coverage(rest, said) >= SAYS


def _by_apposition(query: Query, library: Library, proofs: list[Proof], word: str) -> Answer | None:
    """Return the proper name that stands beside the word asked for, when nothing known is named."""
    root = re.escape(word.rstrip("s"))
    name = r"(?P<name>[A-ZÀ-Ý][\w'’-]+(?:[ -][A-ZÀ-Ý][\w'’-]+)*)"
    for proof in proofs[:3]:
        words = proof.sentence.words
        match = re.search(rf"{name},\s+(?:un |une |petit |petite )?{root}\b", words) or re.search(
            rf"\b{root} (?:de |d['’]|du )?{name}", words
        )
        if match:
            evidence = (library.evidence(quote_around(library, proof.sentence.span), proof.score),)
            text = french.shortened(f"{match['name']} : « {words} »", 600)
            row = Row("", match["name"], "name", proof.score, None, evidence)
            return Answer(query.text, "city-or-country", text, (row,))
    return None


def _candidates(
    query: Query, library: Library, proofs: list[Proof], kinds: tuple[str, ...], word: str
) -> tuple[dict[str, tuple[Entity, float]], dict[str, Proof]]:
    scores: dict[str, tuple[Entity, float]] = {}
    proof_of: dict[str, Proof] = {}
    asked = {entity.id for entity in query.entities()}
    for rank, proof in enumerate(proofs):
        for mention, entity in _mentions(library, proof, kinds):
            if entity.id in asked or _dateline(library, mention):
                continue
            score = proof.score * 0.85**rank * _fitness(library, proof, mention, entity, word)
            key = _town(entity)
            if score > scores.get(key, (entity, 0.0))[1]:
                scores[key] = (entity, score)
                proof_of[entity.id] = proof
    return scores, proof_of


def _dateline(library: Library, mention: Mention) -> bool:
    """Tell the place from which a text is dated: « Morvillac, 8 juin 2023 – »."""
    text = library.knowledge.documents[mention.span.document_id].text
    return bool(
        re.match(
            r"[*_]*\s*,\s*(?:le )?(?:\w+ )?\d{1,2}(?:er)? \w+ \d{4}", text[mention.span.end : mention.span.end + 40]
        )
    )


def _town(entity: Entity) -> str:
    """Return what makes « Ville de X » and « X » one answer."""
    return re.sub(r"^(?:la |le )?(?:ville|mairie|commune) (?:de la |de |du |des |d[’'])", "", fold(entity.label))


def _mentions(library: Library, proof: Proof, kinds: tuple[str, ...]) -> list[tuple[Mention, Entity]]:
    found = library.mentions_in(proof.sentence.span, *kinds)
    found = found or _of_people(library, proof) or _by_name(library, proof, kinds)
    return found or library.mentions_in(proof.passage.span, *kinds)


def _by_name(library: Library, proof: Proof, kinds: tuple[str, ...]) -> list[tuple[Mention, Entity]]:
    """Return the bodies and places that a sentence names by a name known from elsewhere."""
    span = proof.sentence.span
    text = library.knowledge.documents[span.document_id].quote(span)
    return [
        (
            Mention(Span(span.document_id, at, at + len(named.words)), named.entity.kind, named.words, "question"),
            named.entity,
        )
        for named in library.names.find(text)
        if named.entity.kind in kinds and named.words[:1].isupper() and (at := span.start + named.start) >= 0
    ]


def _of_people(library: Library, proof: Proof) -> list[tuple[Mention, Entity]]:
    """Return the organisations of the people that a sentence names: « l'agence », in their mouth, is theirs."""
    found = []
    for mention, person in library.mentions_in(proof.sentence.span, "person"):
        for role in library.knowledge.roles.get(person.id, ()):
            organisation = library.knowledge.entity_of(role.organisation)
            if organisation:
                found.append((mention, organisation))
    return found


def _fitness(library: Library, proof: Proof, mention: Mention, entity: Entity, word: str) -> float:
    """Favour the entity that is called by the word asked for, that opens the sentence, or that stands in it at all."""
    text = library.knowledge.documents[mention.span.document_id].text
    before = fold(text[max(0, mention.span.start - 25) : mention.span.start])
    singular = word.rstrip("s")
    called = singular in fold(entity.label) or re.search(rf"\b{singular}s?\s+(?:de |du |d'|des |« )?$", before)
    inside = mention.span in proof.sentence.span
    opens = inside and mention.span.start - proof.sentence.span.start < 40
    place = (
        word in _PLACES and entity.kind == "organisation" and not re.match(r"ville|commune|mairie", fold(entity.label))
    )
    return (1.5 if called else 1.0) * (1.2 if opens else 1.0) * (1.0 if inside else 0.6) * (0.8 if place else 1.0)


def _seat(query: Query, entity: Entity) -> str:
    """Return what an entity is called; of a library or a school, when a town is asked for, the town."""
    asked = _ASKED.match(query.folded)
    town = re.search(r"\b(?:de |d['’]|du )(?P<town>[A-ZÀ-Ý][\w'’-]+)$", entity.label)
    own = re.match(r"(?:ville|mairie|commune|communaute|metropole|departement|region|etat|pays)\b", fold(entity.label))
    if asked and asked["kind"] in _TOWNS and entity.kind == "organisation" and town and not own:
        return town["town"]
    return entity.label


def _told(query: Query, library: Library, kept: list[Entity], proof_of: dict[str, Proof], kind: str) -> Answer:
    rows, facts = [], []
    for entity in kept:
        label = _seat(query, entity)
        proof = proof_of[entity.id]
        evidence = (library.evidence(quote_around(library, proof.sentence.span), proof.score),)
        rows.append(Row(entity.id, label, entity.kind, proof.score, None, evidence))
        facts += around_document(library, None, proof.sentence.span.document_id)
    names = french.join([row.label for row in rows])
    words = library.reading(rows[0].evidence[0].span)
    text = french.shortened(f"{french.sentence(names)} « {words} »", 600)
    return Answer(
        query.text, kind, text, tuple(rows), unique(facts), trace=tuple(p.sentence.words for p in proof_of.values())
    )
