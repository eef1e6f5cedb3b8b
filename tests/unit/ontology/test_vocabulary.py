from typing import get_args

import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, URIRef

from kg.types import Mode, Part
from ontology import ONTOLOGY_FILE, PAL, PREFIXES, SHAPES_FILE

GRAPH = Graph().parse(ONTOLOGY_FILE)
TERMS = sorted({URIRef(str(s)) for s in GRAPH.subjects(RDF.type) if str(s).startswith(PAL)})
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual)


@pytest.mark.parametrize("term", TERMS)
def test_every_term_is_named_and_explained_in_two_languages(term: URIRef) -> None:
    for predicate in (RDFS.label, RDFS.comment):
        assert sorted(str(o.language) for o in GRAPH.objects(term, predicate)) == ["en", "fr"]  # type: ignore[attr-defined]
    assert set(GRAPH.objects(term, RDF.type)) & set(KINDS)


def test_classes_are_aligned_to_other_vocabularies() -> None:
    for cls in GRAPH.subjects(RDF.type, OWL.Class):
        above = set(GRAPH.transitive_objects(cls, RDFS.subClassOf)) - {cls}
        assert [c for c in above if not str(c).startswith(PAL)], cls


def test_nothing_is_used_that_is_not_declared() -> None:
    used = {node for triple in GRAPH for node in triple if isinstance(node, URIRef) and str(node).startswith(PAL)}
    assert used <= set(TERMS)


def test_the_shapes_speak_of_declared_terms_in_french() -> None:
    shapes = Graph().parse(SHAPES_FILE)
    own = set(shapes.subjects(RDF.type, SH.NodeShape))
    used = {o for o in shapes.objects() if str(o).startswith(PAL)} - own
    assert used <= set(TERMS)
    assert len(used) > 20
    for shape in shapes.objects(None, SH.property):
        assert [m.language for m in shapes.objects(shape, SH.message)] == ["fr"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("values", "ending"), [(get_args(Part), "Part"), (get_args(Mode), "Speech")])
def test_each_part_and_mode_has_its_individual(values: tuple[str, ...], ending: str) -> None:
    for value in values:
        term = URIRef(f"{PAL}{value.capitalize()}{ending}")
        assert str(GRAPH.value(term, SKOS.notation)) == value


def test_prefixes_are_those_of_the_file() -> None:
    declared = {prefix: str(namespace) for prefix, namespace in GRAPH.namespaces()}
    assert {p: n for p, n in PREFIXES.items() if declared.get(p) != n} == {}
