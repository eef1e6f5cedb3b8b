"""What a question is understood to ask: its ideas, their weights, what is one idea in two words, what is quoted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import tokens
from kg.ask.question.query import Query, understand
from kg.ask.question.sought import sought


def read(question: str, **synonyms: list[tuple[frozenset[str], float]]) -> Query:
    return understand(question, (), weight=lambda _: 0.5, synonyms=lambda stem, _: synonyms.get(stem, []))


def words(question: str) -> list[str]:
    return [term.words for term in read(question).terms]


@pytest.mark.parametrize(
    ("question", "ideas"),
    [
        ("Qui a parlé de la régie ?", ["parlé", "régie"]),
        ("QUI A PARLÉ DE LA RÉGIE", ["PARLÉ", "RÉGIE"]),
        ("Quels sont les projets menés ?", ["projets"]),
        ("Y a-t-il eu un vote ?", ["vote"]),
        ("Est-ce que c'est fini ?", ["fini"]),
        ("Qui est-ce ?", []),
        ("???", []),
    ],
)
def test_the_words_of_questions_are_no_ideas(question: str, ideas: list[str]) -> None:
    assert words(question) == ideas


def test_either_word_says_an_idea_told_in_two() -> None:
    (spoken, either) = read("qui plaide pour l'adhésion ou l'appropriation ?").terms
    assert spoken.words == "plaide"
    assert either.strength(frozenset(tokens("adhésion"))) == 1.0
    assert either.strength(frozenset(tokens("appropriation"))) == 1.0
    assert either.strength(frozenset(tokens("budget"))) == 0.0


def test_a_hyphenated_word_is_said_by_its_parts() -> None:
    (term,) = read("sous-préfecture").terms
    assert term.strength(frozenset(tokens("sous-préfecture"))) == 1.0
    assert term.strength(frozenset(tokens("rivière"))) == 0.0


def test_a_synonym_says_an_idea_less_well() -> None:
    stem = tokens("navette")[0]
    (term,) = read("navette", **{stem: [(frozenset(["autocar"]), 0.6)]}).terms
    assert term.strength(frozenset(["autocar"])) == 0.6
    assert term.strength(frozenset([stem, "autocar"])) == 1.0


@pytest.mark.parametrize("marks", ["« {} »", "“{}”", '"{}"', "«{}»"])
def test_quoted_words_are_kept_whatever_the_marks(marks: str) -> None:
    assert read(f"Qui a dit {marks.format('le maire part')} ?").quoted == "le maire part"


def test_years_are_read() -> None:
    assert read("le forum de 2018 ou celui de 2021").years == ("2018", "2021")


def test_terms_left_out_by_their_stem() -> None:
    query = read("qui a parlé de la régie")
    assert [term.words for term in query.without(tokens("parler parlé")).terms] == ["régie"]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    query = read(text)
    assert all(0 <= term.weight <= 1 and term.alternatives for term in query.terms)
    assert query.folded == " ".join(query.folded.split())


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Quel atelier d'insertion repeint les bancs ?", "atelier d'insertion"),
        ("Quels chantiers d'insertion curent la mare ?", "chantier d'insertion"),
        ("Quelle entreprise adaptée trie le verre ?", "entreprise adaptee"),
        ("Quel atelier portait sur la mare ?", ""),
        ("Quel chantier a pris du retard ?", ""),
    ],
)
def test_a_workshop_is_a_body_when_its_kind_says_so(question: str, word: str) -> None:
    found = sought(read(question))
    assert (found.word if found else "") == word
