"""The event that a question looks into: by kind, number, date, place; none when nothing agrees."""

import pytest

from index import tokens
from kg.ask.language.session_numbers import number_of
from kg.ask.library import Library
from kg.ask.question.scope import _AFTER, _KIND, LIKE, _asked, _is_a_thing, find_scope, likeness
from kg.ask.search.naming_events import Told


def scope(question: str, library: Library) -> str | None:
    found = find_scope(library.understand(question).folded, library.knowledge, library.register, library.weight)
    return found.event.label if found and found.event else None


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("Qui intervenait à la session 2 ?", "Session 2"),
        ("Qui intervenait à la session II ?", "Session 2"),
        ("Qui parle à la session 1 ?", "Session 1"),
        ("de quoi parle la table ronde ?", "Table ronde"),
        ("que dit-on au forum de mai 2022 ?", "Forum"),
        ("que dit-on au forum du Morbois ?", "Forum"),
        ("d'après l'assemblée générale du Réseau Altis, qui paie ?", "Assemblée"),
    ],
)
def test_an_event_is_known_by_its_kind_number_date_or_place(question: str, start: str, library: Library) -> None:
    assert (scope(question, library) or "").startswith(start)


@pytest.mark.parametrize(
    "question",
    [
        "au forum de 2019",
        "au forum de juillet 2022",
        "à la session 7",
        "à la table ronde de Brancelles",
        "les forums payés",
        "le prix de l'eau",
        "au congrès de Vernoy",
    ],
)
def test_nothing_is_looked_into_when_the_date_the_number_or_the_words_disagree(question: str, library: Library) -> None:
    assert scope(question, library) is None


def test_a_question_within_an_event_is_asked_of_its_documents_only(library: Library) -> None:
    query = library.understand("Qui a parlé de la gratuité au forum du Morbois ?")
    assert query.documents is not None
    assert {library.knowledge.documents[key].source.rsplit("/", 1)[-1] for key in query.documents} == {"forum.md"}
    assert [term.words for term in query.inside().terms] == ["parlé", "gratuité"]


def test_a_question_about_the_event_itself_is_not_confined(library: Library) -> None:
    query = library.understand("Quel était le programme du forum du Morbois ?")
    assert query.event is not None
    assert query.event.label.startswith("Forum")


@pytest.mark.parametrize(
    ("question", "event"),
    [
        ("qui parle des heures d'ouverture ?", False),
        ("qui propose un bus pour aller au marche ?", False),
        ("qui veut le toit d'un marche ?", False),
        ("qui parlait a l'ouverture ?", True),
        ("qui parlait lors de la cloture ?", True),
        ("qui parlait au marche des partenariats ?", True),
        ("qui parlait a la seance ?", True),
    ],
)
def test_a_common_word_alone_names_no_event(question: str, event: bool) -> None:
    kind = next(_KIND.finditer(question))
    words = _AFTER.match(question, kind.start())
    assert words
    assert _is_a_thing(question, kind, words[0]) is not event


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("session viii", 8),
        ("atelier xiv", 14),
        ("seance x", 10),
        ("table iv", 4),
        ("session 12", 12),
        ("temps vif", None),
    ],
)
def test_a_session_is_known_by_any_roman_number(words: str, number: int | None) -> None:
    assert (number_of(words) or (None, None))[1] == number


@pytest.mark.parametrize(("label", "named"), [("visite du lavoir des Tilleuls", True), ("entretien au lavoir", False)])
def test_a_visit_is_no_other_event_of_the_place(label: str, named: bool, library: Library) -> None:
    event = library.knowledge.extractions[0].events[0]
    stems = frozenset(tokens(f"{label} des Tilleuls"))
    told = Told(event, label, stems, stems, ())
    assert (likeness(told, _asked("visite du lavoir des tilleuls", lambda _: 0.5)) >= LIKE) == named
