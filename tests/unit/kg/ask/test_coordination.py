"""What sentences join: their parts, cut where they begin and end."""

import pytest

from kg.ask.language.coordination import coordinated


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Nous plantons du hêtre, du frêne et du houx.", ["du hêtre", "du frêne", "du houx"]),
        (
            "Le bourg offre le terrain de la poste, le prêt et les arbres.",
            ["le terrain de la poste", "le prêt", "les arbres"],
        ),
        (
            "Ils réclament une fontaine, un abri de pierre et le droit de passer.",
            ["une fontaine", "un abri de pierre", "le droit de passer"],
        ),
        ("Elle n'a pas tu les soucis : guêpes, vélos, et un divorce.", ["guêpes", "vélos", "un divorce"]),
        (
            "Il faut tailler les haies, semer du trèfle et attendre.",
            ["tailler les haies", "semer du trèfle", "attendre"],
        ),
        (
            "Venus tard, des jeunes, des retraités et des clowns ont dansé.",
            ["des jeunes", "des retraités", "des clowns"],
        ),
        ("L'union réunit communes, départements et régions.", ["communes", "départements", "régions"]),
        ("Le bourg paie l'eau, le bois et les gants parce que nul ne le fait.", ["l'eau", "le bois", "les gants"]),
    ],
)
def test_the_parts_of_a_run(sentence: str, parts: list[str]) -> None:
    run = max(coordinated(sentence), key=len)
    assert [sentence[start:end] for start, end in run] == parts


@pytest.mark.parametrize("sentence", ["Le bourg ouvre ses cours aux voisins, le soir, d'avril à octobre.", "Il pleut."])
def test_commas_alone_join_nothing(sentence: str) -> None:
    assert list(coordinated(sentence)) == []
