import csv
import io
import json
import socket
import threading
import time
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.graph.guard import check_query
from kg.graph.query import format_result, run_query
from kg.graph.results import _FORMULA, _harmless, short
from ontology import BASE

COUNT = "SELECT (COUNT(?q) AS ?n) { ?q a pal:Quotation }"


def value(store: pyoxigraph.Store, query: str) -> str:
    return short(run_query(store, query).rows[0][0])


def test_the_default_graph_is_the_union_of_the_documents(village: pyoxigraph.Store) -> None:
    assert value(village, COUNT) == "2"


def test_a_triple_of_two_graphs_counts_once(village: pyoxigraph.Store) -> None:
    day = f"<{BASE}event/journee-du-compost>"
    graphs = f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ {day} a pal:Event }} }}"
    assert value(village, graphs) == "2"
    assert value(village, f"SELECT (COUNT(*) AS ?n) {{ {day} a pal:Event }}") == "1"


def test_from_chooses_a_graph_and_is_not_ignored(village: pyoxigraph.Store) -> None:
    people = "SELECT (COUNT(DISTINCT ?p) AS ?n) %s { ?p a pal:Person }"
    assert value(village, people % "") == "2"
    assert value(village, people % f"FROM <{BASE}graph/entities>") == "2"
    assert value(village, people % f"FROM <{BASE}graph/thesaurus>") == "0"
    assert value(village, people % "FROM <http://127.0.0.1:9/ailleurs>") == "0"


def test_rows_come_sorted_unless_the_query_orders_them(village: pyoxigraph.Store) -> None:
    names = "SELECT ?n { ?p a pal:Person ; skos:prefLabel ?n }"
    assert [short(row[0]) for row in run_query(village, names).rows] == ["Inès Kerouédan", "Oskar Lindqvist"]
    ordered = run_query(village, names + " ORDER BY DESC(?n)")
    assert [short(row[0]) for row in ordered.rows] == ["Oskar Lindqvist", "Inès Kerouédan"]


SERVICES = [
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "select * { service silent <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { OPTIONAL { SERVICE ?x { ?s ?p ?o } } }",
    "SELECT * { FILTER EXISTS { ?s ?p ?o . SERVICE pal:x{ ?s ?p ?o } } }",
    "SELECT * { { SELECT * { SERVICE<http://127.0.0.1:1/>{ ?s ?p ?o } } } }",
    "SELECT * { ?s ?p 1SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { SERVICE # une note\n SILENT # une autre\n <http://127.0.0.1:1/#x> # encore\n { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "PREFIX e: <http://127.0.0.1:1/> SELECT * { ?s e:a\\# ?o . SERVICE e: { ?s ?p ?o } }",
    'SELECT * { ?s ?p ?a, ?b FILTER(?a<?b#>"""\n) SERVICE <http://127.0.0.1:1/> {?s ?p ?o} #"""\n}',
    "SELECT * { GRAPH ?g { MINUS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "ASK { BIND(EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } AS ?x) }",
]


@pytest.mark.parametrize("query", SERVICES)
def test_no_query_calls_another_server(query: str, village: pyoxigraph.Store) -> None:
    with pytest.raises(UsageError, match="SERVICE"):
        run_query(village, query)


def test_the_engine_would_have_called_it(village: pyoxigraph.Store) -> None:
    """Without the guard, each of these queries that parses reaches the server: the guard is not idle."""
    calls: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(10)
        port = server.getsockname()[1]

        def answer() -> None:
            while len(calls) < 2:
                try:
                    connection = server.accept()[0]
                except OSError:
                    return
                calls.append(port)
                connection.close()

        thread = threading.Thread(target=answer)
        thread.start()
        for query in (SERVICES[0], SERVICES[9]):
            with pytest.raises((OSError, RuntimeError, ValueError)):
                list(village.query(query.replace(":1/", f":{port}/")))  # type: ignore[arg-type]
        thread.join(10)
    assert len(calls) == 2


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p ?o FILTER(CONTAINS(STR(?o), "service public")) } # le service',
        "SELECT ?service { ?service pal:text ?o . { ?service a pal:Quotation } }",
        "SELECT * { GRAPH ?services { ?s ?p <http://exemple.fr/service/public> } }",
    ],
)
def test_the_word_service_may_be_used(query: str, village: pyoxigraph.Store) -> None:
    run_query(village, query)


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <http://x/a> <http://x/b> 1 }",
        "PREFIX e: <http://x/select#> delete where { ?s ?p ?o }",
        "# SELECT\nCLEAR ALL",
        "LOAD <http://127.0.0.1:1/>",
        "WITH <http://x/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused_and_change_nothing(query: str, village: pyoxigraph.Store) -> None:
    before = len(village)
    with pytest.raises(UsageError, match="modifie le graphe"):
        run_query(village, query)
    assert len(village) == before


def test_a_syntax_error_tells_the_place(village: pyoxigraph.Store) -> None:
    with pytest.raises(UsageError, match=r"ligne 2, colonne \d+") as caught:
        run_query(village, "SELECT *\nWHERE { ?s ??p ?o }")
    assert "WHERE { ?s ??p ?o }" in str(caught.value)
    with pytest.raises(UsageError, match="préfixe non déclaré : ex:"):
        run_query(village, "SELECT * { ?s ex:truc ?o }")
    for broken in ("", "SELECT * {", "SELECT * WHERE { ?s ?p \x00 }", "SELECT * { ?s ?p '\ud800' }"):
        with pytest.raises(UsageError):
            run_query(village, broken)


@given(st.text(max_size=60))
def test_any_text_is_answered_or_refused(query: str) -> None:
    try:
        run_query(pyoxigraph.Store(), query)
    except UsageError as error:
        assert str(error)


def test_a_long_query_is_stopped(village_folder: Path) -> None:
    everything = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(6)) + " }"
    started = time.monotonic()
    with pytest.raises(UsageError, match="dure plus de 1 s"):
        run_query(village_folder, everything, timeout_s=1)
    assert time.monotonic() - started < 5


def test_a_time_limit_changes_no_answer(village: pyoxigraph.Store, village_folder: Path) -> None:
    for query in (
        COUNT,
        "ASK { ?q a pal:Quotation }",
        "CONSTRUCT { ?q pal:text ?t } { ?q a pal:Quotation ; pal:text ?t }",
    ):
        assert run_query(village_folder, query, timeout_s=30) == run_query(village, query)
    with pytest.raises(UsageError, match="ligne 1"):
        run_query(village_folder, "SELECT", timeout_s=30)
    with pytest.raises(TypeError):
        run_query(village, COUNT, timeout_s=30)


def test_the_forms_of_an_answer(village: pyoxigraph.Store) -> None:
    rows = run_query(village, "SELECT ?p ?n ?g { ?p a pal:Person ; skos:prefLabel ?n OPTIONAL { ?p schema:email ?g } }")
    table = format_result(rows, "table").splitlines()
    assert table[0].split() == ["p", "n", "g"]
    assert table[-1] == "2 lignes"
    assert list(csv.reader(io.StringIO(format_result(rows, "csv"))))[1] == [
        f"{BASE}person/ines-kerouedan",
        "Inès Kerouédan",
        "",
    ]
    told = json.loads(format_result(rows, "json"))
    assert told["head"]["vars"] == ["p", "n", "g"]
    assert told["results"]["bindings"][0] == {
        "p": {"type": "uri", "value": f"{BASE}person/ines-kerouedan"},
        "n": {"type": "literal", "value": "Inès Kerouédan"},
    }
    with pytest.raises(UsageError, match="CONSTRUCT"):
        format_result(rows, "turtle")
    with pytest.raises(UsageError, match="« xml »"):
        format_result(rows, "xml")


def test_the_forms_of_a_truth_and_of_a_graph(village: pyoxigraph.Store) -> None:
    truth = run_query(village, "ASK { ?q a pal:Quotation }")
    assert [format_result(truth, kind) for kind in ("table", "csv")] == ["oui\n", "boolean\r\ntrue\r\n"]
    assert json.loads(format_result(truth, "json")) == {"head": {}, "boolean": True}
    graph = run_query(village, "CONSTRUCT { ?w pal:about ?c } { ?q pal:speaker ?w ; pal:about ?c }")
    assert len(graph.rows) == 2
    assert "pal:about" in format_result(graph, "turtle")
    assert "pal:about" in format_result(graph, "table")


def test_json_tells_languages_and_types(village: pyoxigraph.Store) -> None:
    found = run_query(village, 'SELECT ("é"@fr AS ?a) (2 AS ?b) ("=1+1" AS ?c) { }')
    told = json.loads(format_result(found, "json"))["results"]["bindings"][0]
    assert told["a"] == {"type": "literal", "value": "é", "xml:lang": "fr"}
    assert told["b"]["datatype"].endswith("#integer")
    assert format_result(found, "csv").splitlines()[1] == "é,2,'=1+1"


@given(st.text(max_size=30))
def test_no_cell_is_a_formula(text: str) -> None:
    try:
        cell = _harmless(pyoxigraph.Literal(text))
    except UnicodeEncodeError:
        return
    assert cell.removeprefix("'") == text.removeprefix("'") or cell == text
    assert not _FORMULA.match(cell) or cell.strip().lstrip("+-").replace(",", ".").replace(".", "", 1).isnumeric()


def test_a_table_drives_no_terminal(village: pyoxigraph.Store) -> None:
    found = run_query(village, 'SELECT ("\\u001B[31mrouge\\u202E" AS ?a) { }')
    assert "\x1b" not in format_result(found, "table")
    assert "\u202e" not in format_result(found, "table")


def test_words_tell_from_from_a_text() -> None:
    assert "FROM" in check_query("select * from <http://x/g> { ?s ?p ?o }")
    assert "FROM" not in check_query("select ?from { ?from pal:from 'from', \"from\" . # from\n }")
