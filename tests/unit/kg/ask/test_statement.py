"""What a question in « qui » tells as said."""

from threading import get_ident
from types import SimpleNamespace

import numpy as np
import pytest

from index import StatementEncoder
from kg.ask.library import Library
from kg.ask.question.statement import statement
from kg.ask.search.hybrid import Search


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Qui craint que la rue se vide ?", "la rue se vide"),
        ("Qui a découvert qu'on perdait des clés ?", "on perdait des clés"),
        ("qui a parlé de la pluie", "la pluie"),
        ("qui a parlé d'évaluation citoyenne ?", "évaluation citoyenne"),
        ("Qui ne croit pas qu’un dessin suffise ?", "un dessin suffise"),
        ("Quelle élue étrangère explique que chaque quartier choisit ?", "chaque quartier choisit"),
        ("Quels intervenants ont insisté sur le budget ?", "le budget"),
        ("Lors du conseil, qui voulait que les fermes soient payées ?", "les fermes soient payées"),
        ("Le pain local, qui en a parlé ?", "Le pain local"),
        ("D'après qui le bus revient trop cher ?", "le bus revient trop cher"),
        ("QUI A PARLE DES SANGLIERS", "DES SANGLIERS"),
    ],
)
def test_what_is_told_is_read_without_the_words_that_ask(question: str, told: str) -> None:
    assert statement(question) == told


@pytest.mark.parametrize(
    "question",
    [
        "Quand a eu lieu le séminaire ?",
        "Qui préside le réseau ?",
        "Qui est maire de Sème-Rive ?",
        "Quel réseau finance la halle ?",
        "Combien de personnes étaient là ?",
        "Quel lien entre la ville et l'agence ?",
        "",
    ],
)
def test_other_questions_tell_nothing_as_said(question: str) -> None:
    assert statement(question) == ""


def test_a_question_of_who_said_is_nearer_to_the_statement_than_without(sample: Library) -> None:
    encoder = sample.base.encoder
    assert isinstance(encoder, StatementEncoder)
    told = encoder.encode_statement(["le compost est trop lourd"])[0]
    asked = sample.meant("Qui trouve que le compost est trop lourd ?").vector
    alone = encoder.encode_query(["Qui trouve que le compost est trop lourd ?"])[0] - sample.base.asking
    assert float(asked @ told) > float(alone @ told) / float(np.linalg.norm(alone))
    assert float(np.linalg.norm(asked)) == pytest.approx(1.0, abs=1e-5)


class _OneModel:
    """A model of the user's own: it knows questions and documents only, and keeps the threads that it is used in."""

    def __init__(self) -> None:
        self.threads: set[int] = set()

    def encode_query(self, texts: list[str], /) -> np.ndarray:
        self.threads.add(get_ident())
        return np.array([[0.6, 0.8]] * len(texts), np.float32)

    encode_document = encode_query


def test_one_model_for_both_is_never_used_in_two_threads() -> None:
    model = _OneModel()
    base = SimpleNamespace(encoder=model, asking=np.zeros(2, np.float32))
    vector = Search(base)._vector("Qui craint que la rue se vide ?")  # type: ignore[arg-type]
    assert model.threads == {get_ident()}
    assert float(np.linalg.norm(vector)) == pytest.approx(1.0, abs=1e-5)
