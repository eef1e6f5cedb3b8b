import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import fold, fold_evenly, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ÉVALUATION", "evaluation"),
        ("L’Œuvre, cœur d'æther", "l'oeuvre, coeur d'aether"),
        ("Garçon naïf à Noël", "garcon naif a noel"),
        ("e\u0301te\u0301", "ete"),
        ("porte\u2011parole – oui", "porte-parole - oui"),
        ("Straße ﬁn", "strasse fin"),
        ("co\u00adopé\u200bration", "cooperation"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("qu'est-ce que c'est ?", []),
        ("l’évaluation d’une jusqu'au", ["evalu"]),
        ("rappelle-t-il", ["rappel"]),
        ("vice-présidente", ["vice-president", "vic", "president"]),
        ("le 2018-07-05 à 9 h", ["2018-07-05", "2018", "07", "05", "9"]),
        ("le C.U.F. décide", ["cuf", "decid"]),
        ("m² n°12 1er", ["m2", "12", "1er"]),
        ("sans budget, contre le vote", ["san", "budget", "contr", "vot"]),
        ("aujourd’hui, de quoi parle-t-on ?", ["parl"]),
        ("", []),
        ("l'", []),
    ],
)
def test_tokens(text: str, stems: list[str]) -> None:
    assert tokens(text) == stems


@pytest.mark.parametrize(
    "forms",
    [
        "évaluer évaluée évaluées évalués évaluation EVALUEE Évaluation",
        "citoyen citoyenne citoyens citoyennes",
        "premier première premières PREMIERE",
        "élu élue élus élues",
        "confier confié confiée confiées",
        "directeur directrice directrices directeurs",
        "conseiller conseillère conseillers",
        "enjeu enjeux",
        "loi lois",
        "réseau réseaux",
        "démocratie démocratique démocraties",
        "participer participatif participative participation",
        "idée idées IDEE",
    ],
)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({*map(tuple, map(tokens, forms.split()))}) == 1, [tokens(form) for form in forms.split()]


@pytest.mark.parametrize("pair", ["maire maison", "évaluer élever", "commune commission", "région régie"])
def test_other_words_stay_apart(pair: str) -> None:
    first, second = pair.split()
    assert tokens(first) != tokens(second)


french = st.text(alphabet="aàâbcçdeéèêëfghiîïjlmnoôœpqrstuùûvxyzAÉŒ0189 '’-.«»,\n", max_size=60)


@given(french)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_any_text_has_tokens_without_spaces_or_capitals(text: str) -> None:
    for token in tokens(text):
        assert token and not any(character.isspace() for character in token)
        assert token == fold(token)


@given(french, french)
def test_tokens_of_two_paragraphs_are_those_of_each(first: str, second: str) -> None:
    assert tokens(first + "\n \n" + second) == tokens(first) + tokens(second)


@given(st.text(max_size=400))
def test_even_folding_keeps_the_places(text: str) -> None:
    assert fold_evenly(text) == "".join(fold(character)[:1] or " " for character in text)
