import pyoxigraph
import pytest
from rdflib import RDF, XSD, Dataset, Literal, URIRef

from kg.graph.build import dataset
from kg.graph.validate import validate
from ontology import BASE, PAL
from tests.unit.kg.graph.village import KNOWLEDGE, THESAURUS

QUOTATION = URIRef(f"{BASE}quotation/journee-du-compost/0a1b")
OTHER = URIRef(f"{BASE}person/ines-kerouedan")


def test_the_graph_that_is_built_conforms(village: pyoxigraph.Store) -> None:
    found = validate(village)
    assert found.report() == "Le graphe respecte toutes les formes.\n"
    assert found.conforms


@pytest.mark.parametrize(
    ("removed", "added", "message"),
    [
        ("document", None, "doit venir d'un document"),
        ("start", None, "doit avoir un début"),
        ("start", Literal("999999", datatype=XSD.integer), "doit avoir un début"),
        ("end", None, "doit avoir une fin"),
        ("text", None, "mots à la lettre"),
        ("rule", None, "nommer la règle"),
        (None, ("speaker", OTHER), "au plus un locuteur"),
        ("speaker", URIRef(f"{BASE}place/trevoise"), "au plus un locuteur"),
        ("mode", None, "style direct"),
        ("confidence", Literal("1.5", datatype=XSD.decimal), "de 0 à 1"),
        ("about", URIRef(f"{BASE}place/trevoise"), "concepts"),
    ],
)
def test_each_rule_fails_when_it_is_broken(removed: str | None, added: object, message: str) -> None:
    broken = dataset(KNOWLEDGE, thesaurus=THESAURUS)
    graph = broken.graph(URIRef(f"{BASE}graph/document/journee-du-compost"))
    if removed:
        graph.remove((QUOTATION, URIRef(PAL + removed), None))
    if added is not None:
        predicate, value = added if isinstance(added, tuple) else (removed, added)
        graph.add((QUOTATION, URIRef(f"{PAL}{predicate}"), value))
    found = validate(broken)
    assert [v for v in found.violations if v.node == str(QUOTATION) and message in v.message], found.report()
    assert "s'écarte des formes" in found.report()


@pytest.mark.parametrize("missing", ["agent", "event", "part"])
def test_a_participation_has_one_agent_one_event_one_part(missing: str) -> None:
    broken: Dataset = dataset(KNOWLEDGE, thesaurus=THESAURUS)
    graph = broken.graph(URIRef(f"{BASE}graph/document/journee-du-compost"))
    node = min(URIRef(str(s)) for s in graph.subjects(RDF.type, URIRef(PAL + "Participation")))
    graph.remove((node, URIRef(PAL + missing), None))
    assert [v.node for v in validate(broken).violations] == [str(node)]
