"""The lines of a card: one function told in several places is one line, in the order of time."""

from corpus import Document, Span
from kg.held import role_lines
from kg.knowledge import Knowledge
from kg.lines import Line, Place, in_time
from kg.resolve import resolve
from kg.types import Extraction, Mention, Provenance, Role


def _document(name: str, date: str, told: list[tuple[str, str]]) -> Extraction:
    """Make a document in which Ana Ruiz is told to be something, of some organisation."""
    text = ""
    mentions: list[Mention] = []
    roles: list[Role] = []
    for function, body in told:
        spans = []
        for words in ("Ana Ruiz", body, function):
            spans.append(Span(name, len(text), len(text) + len(words)))
            text += f"{words}\n"
        person = Mention(spans[0], "person", "Ana Ruiz", "test/1")
        mentions.append(person)
        organisation = Mention(spans[1], "organisation", body, "test/1") if body else None
        mentions += [organisation] if organisation else []
        at = Provenance(spans[2] if function else spans[1], "test/1")
        roles.append(Role(person.id, function, at, organisation.id if organisation else None))
    document = Document(name, f"{name}.txt", "0", "text/plain", text, name, date=date)
    return Extraction(document, mentions=tuple(mentions), roles=tuple(roles))


def _lines(*extractions: Extraction) -> list[Line]:
    knowledge = Knowledge(extractions, resolve(extractions))
    (person,) = (entity for entity in knowledge.entities if entity.kind == "person")
    return role_lines(knowledge, person)


def test_one_function_told_three_times_is_one_line_with_three_places() -> None:
    told = [("Maire de Niort", "Ville de Niort"), ("maire de Niort", ""), ("", "Ville de Niort")]
    (line,) = _lines(_document("a", "2020-03-03", told))
    assert line.words == "Maire de Niort — Ville de Niort"
    assert len({line.place, *line.also}) == 3


def test_two_functions_two_organisations_and_two_dates_stay_apart_in_time() -> None:
    later = _document("a", "2022-01-01", [("maire", "Ville de Niort")])
    earlier = _document("b", "2020-01-01", [("maire", "Ville de Niort"), ("présidente", "Réseau Cigale")])
    assert [(line.date, line.words) for line in _lines(later, earlier)] == [
        ("2020-01-01", "maire — Ville de Niort"),
        ("2020-01-01", "présidente — Réseau Cigale"),
        ("2022-01-01", "maire — Ville de Niort"),
    ]


def test_lines_are_in_time_and_what_has_no_date_comes_last() -> None:
    lines = [
        Line("A dit", "b", "", "x.txt", 0, 1),
        Line("A dit", "a", "2021", "x.txt", 5, 6),
        Line("A dit", "A", "2021", "w.txt", 7, 8),
        Line("A dit", "a", "2021", "w.txt", 9, 10, "Forum"),
        Line("A dit", "a", "2019-05", "z.txt", 0, 1),
    ]
    found = in_time(lines)
    assert [(line.date, line.place, line.also) for line in found] == [
        ("2019-05", Place("z.txt", 0, 1), ()),
        ("2021", Place("w.txt", 7, 8), (Place("x.txt", 5, 6),)),
        ("2021", Place("w.txt", 9, 10), ()),
        ("", Place("x.txt", 0, 1), ()),
    ]
