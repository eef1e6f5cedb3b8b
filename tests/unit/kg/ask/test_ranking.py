"""Who spoke most, who spoke first: counted and dated over all the quotations, as the record has them."""

from collections import Counter

from kg.ask import answer
from kg.ask.library import Library


def test_the_voices_are_counted_over_the_whole_record(library: Library) -> None:
    knowledge = library.knowledge
    speakers = [knowledge.entity_of(quotation.speaker) for quotation in knowledge.quotations()]
    counted = Counter(speaker.label for speaker in speakers if speaker and speaker.kind == "person")
    found = answer("Qui a le plus parlé ?", library)
    assert found.rows
    assert {row.label: row.value for row in found.rows} == {row.label: str(counted[row.label]) for row in found.rows}
    assert int(found.rows[0].value or 0) == max(counted.values())


def test_the_first_voice_is_of_the_oldest_report_that_speaks_of_it(library: Library) -> None:
    found = answer("Qui a parlé en premier de la gratuité ?", library)
    date = library.knowledge.documents[found.rows[0].evidence[0].span.document_id].date or ""
    everybody = answer("Qui a parlé de la gratuité ?", library)
    dates = [library.knowledge.documents[row.evidence[0].span.document_id].date or "9" for row in everybody.rows]
    assert date <= min(dates)


def test_the_most_expensive_is_no_voice_heard_most(library: Library) -> None:
    assert answer("Qui parle du projet le plus cher ?", library).kind != "who-spoke-most"
