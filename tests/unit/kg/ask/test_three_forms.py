"""One answer, three forms: its query finds it again in the graph, and its network holds the same rows and proofs."""

from pathlib import Path

import networkx as nx
import pytest

from kg.ask import QUESTIONS, answer
from kg.ask.answers.evidence_network import evidence_network
from kg.ask.library import Library
from kg.errors import UsageError
from kg.export.evidence import evidence_ending, export_evidence
from kg.graph.query import run_query
from kg.types import Answer

EXAMPLES = [example for module in QUESTIONS.values() for example in module.EXAMPLES]
#: These count, or tell what is not there: no query of words derives them.
NOT_DERIVED = {"participants-counts", "themes", "absence", "voices-counted", "occurrences", "inventory"}


def _values(found: Answer, library: Library) -> list[str]:
    result = run_query(library.base.store, found.sparql or "")
    return [str(getattr(value, "value", value) or "") for row in result.rows for value in row]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_query_finds_every_row_again_and_lists_none(example: str, library: Library) -> None:
    found = answer(example, library)
    if found.abstained or found.kind in NOT_DERIVED:
        return
    assert found.sparql, found.kind
    assert "VALUES ?quotation" not in found.sparql
    values = _values(found, library)
    for row in found.rows:
        words = " ".join(row.evidence[0].quote.split())
        told = any(row.label in value for value in values)
        assert told or any(words in " ".join(value.split()) for value in values), (row.label, found.sparql)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_network_holds_the_rows_and_their_proofs(example: str, library: Library, tmp_path: Path) -> None:
    found = answer(example, library)
    network = evidence_network(found)
    labels = {data["label"] for _, data in network.nodes(data=True)}
    assert {row.label for row in found.rows} <= labels | {row.value for row in found.rows} or not found.rows
    quotes = {" ".join(proof.quote.split()) for row in found.rows for proof in row.evidence}
    assert quotes == {data["quote"] for _, data in network.nodes(data=True) if data["kind"] == "evidence"}
    export_evidence(found, tmp_path / "preuves.gexf")
    read = nx.read_gexf(tmp_path / "preuves.gexf")
    assert (read.number_of_nodes(), set(read)) == (network.number_of_nodes(), set(network))


def test_what_only_meaning_brings_is_said_in_the_query(sample: Library) -> None:
    found = answer("Qui a parlé des pompes ?", sample)
    assert found.sparql and "FILTER(REGEX" in found.sparql and "# " in found.sparql
    assert {row.label for row in found.rows} <= set(_values(found, sample))


def test_each_step_is_told(library: Library) -> None:
    told = answer("Qui a parlé de mobilité rurale ?", library).trace
    for start in ("mot cherché : ", "sorte de question retenue : qui a parlé", "seuils (livrés) : ", "candidat : "):
        assert any(line.startswith(start) for line in told), start


def test_evidence_goes_to_a_gexf_and_for_one_question(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"preuves\.pdf"):
        evidence_ending(tmp_path / "preuves.pdf", one_question=True)
    with pytest.raises(UsageError, match="une seule réponse"):
        evidence_ending(tmp_path / "preuves.gexf", one_question=False)
