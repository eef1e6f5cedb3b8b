"""A question is read without the words that lead to it; « est-ce que » and « dit quoi » are of the question."""

import pytest

from kg.ask.question.opening import unframed


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Pourriez-vous m'indiquer quel élu a parlé du gymnase ?", "quel élu a parlé du gymnase ?"),
        ("Y a qui qui a parlé du gymnase ?", "qui a parlé du gymnase ?"),
        ("C'est quel élu qui a parlé du gymnase ?", "quel élu a parlé du gymnase ?"),
        ("Bonjour, de quoi parle l'atelier 3 ? Merci d'avance", "de quoi parle l'atelier 3 ?"),
        ("Savez-vous si le maire a démissionné ?", "Est-ce que le maire a démissionné ?"),
        ("Je me demande ce que Marc Touvet pense du vélo", "Qu'est-ce que Marc Touvet pense du vélo"),
        ("cb de personnes au bal ?", "combien de personnes au bal ?"),
        ("pk la source est fermée", "pourquoi la source est fermée"),
        ("Une idée de qui préside le club ?", "qui préside le club ?"),
        ("Quelqu'un sait à quelle heure finit la séance ?", "à quelle heure finit la séance ?"),
        ("Auriez-vous le nom du trésorier ?", "le nom du trésorier ?"),
        ("Je cherche la personne qui a parlé du puits", "Qui a parlé du puits"),
        ("Qui a parlé du puits, s'il vous plaît ?", "Qui a parlé du puits ?"),
    ],
)
def test_what_leads_to_a_question_is_left_out(question: str, plain: str) -> None:
    assert unframed(question) == plain


@pytest.mark.parametrize(
    "question",
    [
        "On a dit quoi de la gare ?",
        "Est-ce que le nom de la rue a changé ?",
        "C'est qui le directeur de la régie ?",
        "Que sait-on de la gare ?",
        "À qui demander la clé ?",
        "Marc Touvet sait-il qui a volé le vélo ?",
    ],
)
def test_a_question_without_a_frame_stays_as_it_is(question: str) -> None:
    assert unframed(question) == question
