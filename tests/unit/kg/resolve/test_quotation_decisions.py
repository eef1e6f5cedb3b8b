from corpus import Document, Span
from kg.knowledge import Knowledge
from kg.resolve import read_decisions, resolve
from kg.resolve.quotation_decisions import with_decided_quotations
from kg.types import Extraction, Mention, Provenance, Quotation

HEADER = "décision;type;nom;où;autre;autre_où;par;pourquoi\n"
TEXT = "Ana Ruiz et Paul Vial. « L'eau est un bien commun », dit-elle. « Un parc pour la ville de demain », selon lui."


def _knowledge() -> Knowledge:
    document = Document("d", "rapports/d.txt", "0", "text/plain", TEXT, "D")
    mentions = tuple(
        Mention(Span("d", TEXT.index(name), TEXT.index(name) + len(name)), "person", name, "test/1")
        for name in ("Ana Ruiz", "Paul Vial")
    )
    quotations = []
    for number, words in enumerate(("L'eau est un bien commun", "Un parc pour la ville de demain")):
        span = Span("d", TEXT.index(words), TEXT.index(words) + len(words))
        provenance = Provenance(span, "test/1")
        quotations.append(Quotation(f"quotation:{number}", span, mentions[number].id, "direct", "dit", provenance))
    extraction = Extraction(document, mentions=mentions, quotations=tuple(quotations))
    return Knowledge((extraction,), resolve((extraction,)))


def _decided(rows: str) -> tuple[list[tuple[str, str | None]], tuple[str, ...]]:
    knowledge = _knowledge()
    extractions, warnings = with_decided_quotations(knowledge, read_decisions(HEADER + rows))
    decided = Knowledge(extractions, knowledge.entities)
    found = []
    for quotation in decided.quotations():
        speaker = decided.entity_of(quotation.speaker)
        found.append((quotation.id, speaker.label if speaker else None))
    return found, warnings


def test_a_quotation_gets_the_speaker_that_was_decided() -> None:
    rows = "locuteur;citation;« L’EAU est un bien commun »;d.txt;Paul Vial;;;\n"
    assert _decided(rows) == ([("quotation:0", "Paul Vial"), ("quotation:1", "Paul Vial")], ())


def test_a_quotation_may_have_no_speaker_or_be_none() -> None:
    rows = (
        "locuteur;citation;L'eau est un bien;d.txt;inconnu;;;\n"
        "pas-une-citation;citation;Un parc pour la ville;;;;;titre du projet\n"
    )
    assert _decided(rows) == ([("quotation:0", None)], ())


def test_what_finds_nothing_is_told_by_name() -> None:
    rows = (
        "locuteur;citation;Personne n'a dit cela;d.txt;Paul Vial;;;\n"
        "locuteur;citation;L'eau est un bien commun;d.txt;Zoé Petit;;;\n"
        "pas-une-citation;citation;Un parc pour la ville de demain;autre.txt;;;;\n"
    )
    found, warnings = _decided(rows)
    assert found == [("quotation:0", "Ana Ruiz"), ("quotation:1", "Paul Vial")]
    assert len(warnings) == 3
    assert "« Personne n'a dit cela » (d.txt)" in warnings[0]
    assert "« Zoé Petit »" in warnings[1]


def test_two_speakers_of_one_quotation_are_told_and_a_wrong_type_is_not_read() -> None:
    told = read_decisions(
        HEADER
        + "locuteur;citation;L'eau;d.txt;Paul Vial;;;\nlocuteur;citation;L'eau;d.txt;Ana Ruiz;;;\n"
        + "locuteur;personne;Ana;d.txt;Paul;;;\nmême;citation;A;;B;;;\n"
    )
    assert told.decisions == ()
    assert len(told.warnings) == 3
    assert "« Ana Ruiz », « Paul Vial »" in told.warnings[2]
