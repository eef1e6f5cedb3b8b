"""The printed JSON has the keys that other programs read, and its offsets quote the text."""

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
