"""Wordings that mean the same are read as one; what needs no other wording keeps its own."""

import pytest

from kg.ask import QUESTIONS
from kg.ask.question.rewording import other_wordings, reworded


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("les pistes cyclables : qu'en dit-on ?", "Que dit-on de : les pistes cyclables ?"),
        ("Est-ce que quelqu'un a parlé de la gare ?", "Qui a parlé de la gare ?"),
        ("quelqu'un a-t-il évoqué les crues", "Qui a évoqué les crues ?"),
        ("qui connait Marc Touvet", "Qui est Marc Touvet ?"),
        ("date du forum de Morvillac", "Quand a eu lieu forum de Morvillac ?"),
        ("Quelle est la date de l'assemblée générale ?", "Quand a eu lieu assemblée générale ?"),
        ("lieu de la table ronde", "Où a eu lieu table ronde ?"),
        ("Que Marc Touvet reproche ?", "Qu'a dit Marc Touvet ?"),
        ("Que reproche Marc Touvet ?", "Qu'a dit Marc Touvet ?"),
        ("Où travaille Ana Belloir ?", "Pour quel organisme travaille Ana Belloir ?"),
        ("Ana Belloir, elle travaille où ?", "Pour quel organisme travaille Ana Belloir ?"),
        ("qui était à l'assemblée de mars ?", "Qui a participé à l' assemblée de mars ?"),
        ("La navette, ça sert à quoi ?", "À quoi sert La navette ?"),
        ("Les Barques Vertes, qu'est-ce que c'est ?", "C'est quoi Les Barques Vertes ?"),
        ("Qu'entend-on par reste à charge ?", "C'est quoi reste à charge ?"),
        (
            "Au forum de Morvillac, qu'entend-on par reste à charge ?",
            "C'est quoi reste à charge Au forum de Morvillac ?",
        ),
        ("que signifie le sigle PCV", "C'est quoi PCV ?"),
        ("En quoi consiste la criée ?", "C'est quoi la criée ?"),
        ("Que sont les barques vertes ?", "C'est quoi les barques vertes ?"),
        ("criée kézako", "C'est quoi criée ?"),
        ("c koi la criée", "C'est quoi la criée ?"),
        ("PCV : définition", "C'est quoi PCV ?"),
        ("le sens du mot criée", "C'est quoi criée ?"),
        ("La criée, ça consiste en quoi ?", "C'est quoi La criée ?"),
        ("C'est quoi au juste la criée ?", "C'est quoi la criée ?"),
        ("la criée : comment ça marche ?", "Comment fonctionne la criée ?"),
        (
            "La criée, qu'est-ce qu'on en dit dans le rapport de mars ?",
            "Que dit-on de La criée dans le rapport de mars ?",
        ),
        ("Quelles casquettes porte Marc Touvet ?", "Quelles sont les fonctions de Marc Touvet ?"),
        ("session 2 l'eau : liste des intervenants", "Qui sont les intervenants de session 2 l'eau ?"),
        ("qui a causé des vélos", "Qui a parlé des vélos ?"),
        ("Qui a pris la parole sur la gare ?", "Qui a parlé sur la gare ?"),
        ("Qui, parmi les élus de Tressan, parle d'eau ?", "parmi les élus de Tressan, Qui parle d'eau ?"),
        ("combien de monde au forum ?", "combien de personnes au forum ?"),
        ("combien d'habitants a Morvillac ?", "Combien d'habitants compte Morvillac ?"),
        ("les journées de l'eau se sont tenues où ?", "Où a eu lieu les journées de l'eau ?"),
        ("Le colloque, c'était où", "Où a eu lieu Le colloque ?"),
        ("c'est où exactement l'assemblée de mars ?", "Où a eu lieu l'assemblée de mars ?"),
        ("les pays présents au forum", "Quels pays étaient représentés au forum ?"),
        ("Qui a interviewé Ana Belloir ?", "Qui a mené l'entretien avec Ana Belloir ?"),
        ("Quelle est la position d'Ana Belloir ?", "Qu'a dit Ana Belloir ?"),
        ("l'avis de Marc Touvet sur la digue", "Que dit Marc Touvet de : la digue ?"),
        ("Tous les combien ont lieu les Assises ?", "À quelle fréquence ont lieu les Assises ?"),
        ("De quoi a parlé Ana Belloir ?", "Qu'a dit Ana Belloir ?"),
        ("Ana Belloir a parlé de quoi ?", "Qu'a dit Ana Belloir ?"),
        ("sur quoi est intervenue Ana Belloir", "Qu'a dit Ana Belloir ?"),
        ("de quoi parlait Marc Touvet ?", "Qu'a dit Marc Touvet ?"),
        ("résumé du séminaire", "De quoi a-t-on parlé à : séminaire ?"),
    ],
)
def test_another_wording_is_read_as_the_plain_one(question: str, plain: str) -> None:
    assert reworded(question) == plain


@pytest.mark.parametrize(
    "question",
    [
        "Quelle est la date de naissance de Marc Touvet ?",
        "Que reproche Marc Touvet à la régie de l'eau : son prix ?",
        "Qui était la maire de Morvillac ?",
        "Où se trouve Sorval ?",
        "C'est où Sorval ?",
        "Marc Touvet est président de quoi ?",
        "De quoi parle le rapport ?",
        *(example for kind in QUESTIONS.values() for example in kind.EXAMPLES),
    ],
)
def test_other_questions_keep_their_wording(question: str) -> None:
    assert reworded(question) == question


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("Qui est absent au bureau de mars ?", "Qui était excusé au bureau de mars ?"),
        ("Quelles solutions sont proposées contre les fuites ?", "Que dit-on de les fuites ?"),
        ("Que font les jeunes ?", "Que dit-on de : les jeunes ?"),
        ("Qui a parlé de l'eau ?", None),
    ],
)
def test_what_is_tried_when_nothing_is_found(question: str, other: str | None) -> None:
    assert next(other_wordings(question), None) == other
