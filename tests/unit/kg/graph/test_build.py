import os
import subprocess
import sys
from collections.abc import Container
from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SDO, SKOS, XSD, BNode, Dataset, Graph, Literal, URIRef
from rdflib.namespace import DefinedNamespace

from corpus import Document, Span
from kg.errors import KnowledgeError, UsageError
from kg.graph.build import dataset
from kg.graph.iris import entity_iri
from kg.graph.literals import clean, date_literal
from kg.knowledge import Knowledge
from kg.types import Entity, Extraction, Mention, Provenance, Statement
from ontology import BASE, ONTOLOGY_FILE, PAL
from tests.unit.kg.graph.village import DAY, DOCUMENT, EXTRACTION, KNOWLEDGE, TEXT, THESAURUS

QUOTATION = URIRef(f"{BASE}quotation/journee-du-compost/0a1b")
INES = URIRef(f"{BASE}person/ines-kerouedan")


def triples(found: Dataset) -> set[tuple[object, object, object]]:
    return {(s, p, o) for s, p, o, _ in found.quads()}


def test_a_quotation_has_its_words_its_place_its_speaker_and_its_rule(village_dataset: Dataset) -> None:
    start = TEXT.index("Les habitants jugent")
    told = {(p, o) for s, p, o in triples(village_dataset) if s == QUOTATION}
    assert told == {
        (RDF.type, URIRef(PAL + "Quotation")),
        (URIRef(PAL + "document"), URIRef(f"{BASE}document/journee-du-compost")),
        (PROV.wasDerivedFrom, URIRef(f"{BASE}document/journee-du-compost")),
        (URIRef(PAL + "passage"), URIRef(f"{BASE}passage/journee-du-compost/31-{len(TEXT)}")),
        (URIRef(PAL + "start"), Literal(str(start), datatype=XSD.integer)),
        (URIRef(PAL + "end"), Literal(str(start + 31), datatype=XSD.integer)),
        (URIRef(PAL + "text"), Literal("Les habitants jugent le service")),
        (URIRef(PAL + "rule"), Literal("imaginary/1")),
        (URIRef(PAL + "speaker"), URIRef(f"{BASE}person/oskar-lindqvist")),
        (URIRef(PAL + "speakerMention"), URIRef(f"{BASE}mention/{mention_path('Oskar Lindqvist')}")),
        (URIRef(PAL + "mode"), URIRef(PAL + "DirectSpeech")),
        (URIRef(PAL + "cue"), Literal("dit")),
        (URIRef(PAL + "cueStart"), Literal(str(TEXT.index("dit")), datatype=XSD.integer)),
        (URIRef(PAL + "cueEnd"), Literal(str(TEXT.index("dit") + 3), datatype=XSD.integer)),
        (URIRef(PAL + "act"), Literal("states")),
        (URIRef(PAL + "session"), URIRef(f"{BASE}event/debat")),
        (URIRef(PAL + "about"), URIRef(f"{BASE}concept/evaluation-citoyenne")),
        (URIRef(PAL + "about"), URIRef(f"{BASE}concept/tri-du-papier")),
        (URIRef(PAL + "confidence"), Literal("0.925", datatype=XSD.decimal)),
    }


def mention_path(name: str) -> str:
    start = TEXT.index(name)
    return f"person/journee-du-compost/{start}-{start + len(name)}"


def test_dates_are_as_precise_as_the_document(village_dataset: Dataset) -> None:
    found = triples(village_dataset)
    day, debate = URIRef(f"{BASE}event/journee-du-compost"), URIRef(f"{BASE}event/debat")
    assert (day, SDO.startDate, Literal("2021-05", datatype=XSD.gYearMonth, normalize=False)) in found
    assert (debate, SDO.startDate, Literal("2021-05-03T09:00:00", datatype=XSD.dateTime)) in found
    assert (debate, URIRef(PAL + "parentEvent"), day) in found
    assert (day, URIRef(PAL + "otherDate"), Literal("4 mai")) in found
    assert (day, SDO.location, URIRef(f"{BASE}place/trevoise")) in found


@pytest.mark.parametrize(
    ("told", "datatype"),
    [
        ("2018", XSD.gYear),
        ("2018-07", XSD.gYearMonth),
        ("2018-07-05", XSD.date),
        ("2018-07-05T09:00", XSD.dateTime),
        ("2018-13", None),
        ("2018-02-30", None),
        ("2018-02-30T09:00", None),
        ("vers 2018", None),
        ("0000", None),
    ],
)
def test_what_is_no_date_stays_text(told: str, datatype: URIRef | None) -> None:
    assert date_literal(told).datatype == datatype
    assert str(date_literal(told)).startswith(told)


def test_names_types_and_merges_stand_in_the_graph_of_the_entities(village_dataset: Dataset) -> None:
    graph = village_dataset.graph(URIRef(f"{BASE}graph/entities"))
    assert {str(o) for o in graph.objects(INES, RDF.type)} == {PAL + "Person", str(FOAF.Person), str(SDO.Person)}
    assert graph.value(INES, FOAF.gender) == Literal("female")
    assert set(graph.objects(INES, SKOS.altLabel)) == {Literal("I. KEROUÉDAN")}
    assert graph.value(URIRef(f"{BASE}person/ines-k"), DCTERMS.isReplacedBy) == INES
    assert graph.value(URIRef(f"{BASE}concept/tri-du-papier"), RDFS.label) == Literal("tri du papier", lang="fr")


def test_what_a_decision_left_out_leaves_no_fact(village_dataset: Dataset) -> None:
    graph = village_dataset.graph(URIRef(f"{BASE}graph/document/journee-du-compost"))
    assert len(set(graph.subjects(RDF.type, URIRef(PAL + "Role")))) == 2
    assert len(set(graph.subjects(RDF.type, URIRef(PAL + "Participation")))) == 2
    assert set(graph.subjects(RDF.type, URIRef(PAL + "Session"))) == {URIRef(f"{BASE}event/debat")}
    assert len(set(graph.subjects(RDF.type, URIRef(PAL + "Mention")))) == 7


def is_term(term: object, space: type[DefinedNamespace]) -> bool:
    return isinstance(term, URIRef) and term in cast(Container[URIRef], space)


def test_nothing_is_emitted_that_is_not_declared(village_dataset: Dataset) -> None:
    declared = set(Graph().parse(ONTOLOGY_FILE).subjects(RDF.type))
    aligned = (DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SDO, SKOS)
    types = {o for _, p, o in triples(village_dataset) if p == RDF.type}
    individuals = {o for _, _, o in triples(village_dataset) if str(o).startswith(PAL)}
    for term in types | individuals | {p for _, p, _ in triples(village_dataset)}:
        assert term in declared if str(term).startswith(PAL) else any(is_term(term, space) for space in aligned), term


def test_there_is_no_blank_node_and_every_fact_has_an_iri_in_the_base(village_dataset: Dataset) -> None:
    nodes = {node for s, _, o in triples(village_dataset) for node in (s, o)}
    assert not [node for node in nodes if isinstance(node, BNode)]
    subjects = {str(s) for s, _, _ in triples(village_dataset)} - {"https://w3id.org/palabre/thesaurus"}
    assert all(subject.startswith(BASE) for subject in subjects)


def test_the_base_iri_is_the_users(village_dataset: Dataset) -> None:
    own = dataset(KNOWLEDGE, base_iri="https://exemple.fr/id/", thesaurus=THESAURUS)
    assert all(not str(s).startswith(BASE) for s, _, _ in triples(own))
    concept = URIRef("https://exemple.fr/id/concept/evaluation")
    assert (concept, SKOS.exactMatch, URIRef("https://w3id.org/palabre/concept/evaluation")) in triples(own)
    for wrong in ("exemple.fr", "https://exemple.fr/id", "https://exemple.fr/a b/", "", "https:///", "https://é.fr/"):
        with pytest.raises(UsageError, match="racine"):
            dataset(KNOWLEDGE, base_iri=wrong)


@pytest.mark.parametrize("predicate", ["pal:about> <x:y", "inconnu:terme", "about", "pal:", "https://exemple.fr/p"])
def test_a_predicate_with_no_known_prefix_is_refused(predicate: str) -> None:
    statement = Statement(DAY.id, predicate, "x", Provenance(DAY.span, "imaginary/1"))
    with pytest.raises(KnowledgeError, match="préfixe"):
        dataset(Knowledge((replace(EXTRACTION, statements=(statement,)),), KNOWLEDGE.entities))


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    program = (
        "import hashlib; from kg.graph.build import dataset; from tests.unit.kg.graph.village import *;"
        "d = dataset(KNOWLEDGE, thesaurus=THESAURUS).serialize(format='nquads', encoding='utf-8');"
        "print(hashlib.sha256(b''.join(sorted(d.split(b'\\n')))).hexdigest(), len(d))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.getcwd()},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("0", "1")
    }  # fmt: skip
    assert len(told) == 1


texts = st.text(st.characters(codec=None), max_size=40)


@given(texts)
def test_cleaning_keeps_offsets_and_is_done_once(text: str) -> None:
    assert len(clean(text)) == len(text)
    assert clean(clean(text)) == clean(text)


@given(texts, texts, texts, texts)
@settings(deadline=None, max_examples=60)
def test_untrusted_text_stays_text(words: str, name: str, rule: str, identifier: str) -> None:
    document = Document("d", words, "0" * 64, "text/plain", words + "x", name)
    mention = Mention(Span("d", 0, len(words) + 1), "person", name, rule)
    entity = Entity(f"person/{identifier}", "person", name, (words,), (mention.id,))
    found = dataset(Knowledge((Extraction(document, mentions=(mention,)),), (entity,)))
    again = Dataset()
    again.parse(data=found.serialize(format="nquads"), format="nquads")
    assert triples(again) == triples(found)
    subject = URIRef(entity_iri(BASE, entity.id))
    assert (subject, SKOS.prefLabel, Literal(clean(name))) in triples(again)
    assert set(str(subject)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%/:")
    flat = Graph()
    for triple in triples(found):
        flat.add(triple)  # type: ignore[arg-type]
    # XML itself reads a carriage return as a line feed.
    carried = {
        str(o).replace("\r", "\n") for o in Graph().parse(data=flat.serialize(format="xml"), format="xml").objects()
    }
    assert {str(o).replace("\r", "\n") for o in flat.objects() if "\r\n" not in str(o)} <= carried


def test_ids_of_documents_and_mentions_give_distinct_iris() -> None:
    assert entity_iri(BASE, "person/a") != entity_iri(BASE, "person/b")
    assert entity_iri(BASE, "quotation:d:é/..") == f"{BASE}quotation/d/%C3%A9/_.."
    assert DOCUMENT.id in entity_iri(BASE, f"quotation:{DOCUMENT.id}:1")


def test_a_decided_entry_is_an_identity_and_leaves_no_candidate() -> None:

    entry = "https://sws.geonames.org/2988507/"
    free = dataset(Knowledge((), (Entity("place/lyon", "place", "Lyon"),)))
    decided = dataset(Knowledge((), (Entity("place/lyon", "place", "Lyon", authorities=(entry,)),)))
    told = [{str(p) for _, p, _, _ in built.quads()} for built in (free, decided)]
    same = "http://www.w3.org/2002/07/owl#sameAs"
    assert [same in predicates for predicates in told] == [False, True]
    assert [any("candidateAuthority" in predicate for predicate in predicates) for predicates in told] == [True, False]
