"""The printed JSON has the keys that other programs read, and its offsets quote the text."""

from corpus import Span
from kg.contract import answer_json, extraction_json
from kg.types import Answer, Context, Evidence, Row
from tests.unit.kg.imaginary import knowledge


def test_an_extraction_has_every_key_and_its_spans_quote_the_text() -> None:
    known = knowledge()
    for extraction in known.extractions:
        ids = {mention.id for mention in extraction.mentions}
        entities = [entity for entity in known.entities if set(entity.mentions) & ids]
        local = [type(e)(e.id, e.kind, e.label, e.aliases, tuple(m for m in e.mentions if m in ids)) for e in entities]
        found = extraction_json(extraction, local, {})
        assert set(found) == {
            "document",
            "people",
            "organisations",
            "places",
            "events",
            "concepts",
            "quotations",
            "concept_links",
        }
        text = found["document"]["text"]
        for person in found["people"]:
            assert {"id", "label", "aliases", "roles", "mentions"} <= set(person)
            assert all(0 <= span["start"] < span["end"] <= len(text) for span in person["mentions"])
            assert all({"role", "organisation", "start", "end"} <= set(role) for role in person["roles"])
        for quotation in found["quotations"]:
            assert text[quotation["start"] : quotation["end"]] == quotation["text"]
            assert quotation["mode"] in ("direct", "indirect", "mixed")
            assert (quotation["speaker"] is None) == (quotation["speaker_label"] is None)
        for event in found["events"]:
            assert {"id", "label", "kind", "parent", "start", "end", "place", "participations"} <= set(event)


def test_an_answer_has_every_key() -> None:
    span = knowledge().extractions[0].mentions[0].span
    evidence = Evidence(span, "rapport.txt", "mot", 0.91234, 3)
    row = Row("person/ana", "Ana", "person", 0.5, None, (evidence,))
    answer = Answer("qui ?", "who-is", "Ana.", (row,), (Context("person/ana", "pal:role", "maire", "Ana est maire"),))
    found = answer_json(answer, 12.345)
    assert found["answers"] == [
        {
            "id": "person/ana",
            "label": "Ana",
            "kind": "person",
            "value": None,
            "score": 0.5,
            "evidence": [
                {
                    "document": "rapport.txt",
                    "start": span.start,
                    "end": span.end,
                    "quote": "mot",
                    "score": 0.912,
                    "page": 3,
                }
            ],
        }
    ]
    assert found["context"] == [
        {
            "subject": "person/ana",
            "predicate": "pal:role",
            "object": "maire",
            "label": "Ana est maire",
            "evidence": None,
        }
    ]
    assert (found["abstained"], found["sparql"], found["elapsed_ms"]) == (False, None, 12.3)


def test_a_proof_of_a_page_is_printed_as_its_file_holds_it() -> None:
    quote = "14 h\tVisite du quai\u2003avec Ana Belloir\n– \nPlace du Port"
    for source, printed in (
        ("page.html", ["14 h", "Visite du quai", "avec Ana Belloir", "Place du Port"]),
        ("table.tsv", [quote]),
    ):
        proof = Evidence(Span("doc", 100, 100 + len(quote)), source, quote, 1.0)
        found = answer_json(Answer("q", "when-where", "t", (Row("", "x", "event", 1.0, None, (proof,)),)), 1.0)
        proofs = found["answers"][0]["evidence"]
        assert [one["quote"] for one in proofs] == printed
        assert all(quote[one["start"] - 100 : one["end"] - 100] == one["quote"] for one in proofs)
