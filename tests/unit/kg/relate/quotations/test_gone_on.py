"""Reported speech that the next sentence goes on with, stances without « que », notes, and whom a function resumes."""

from typing import TYPE_CHECKING

import pytest

from kg.extract.extractors import read_entities
from kg.relate.quotations import find_quotations
from kg.resolve import resolve
from tests.unit.kg.relate.quotations.marked import Case, outcome, read

if TYPE_CHECKING:
    from spacy.language import Language

_NOTES = (
    "# Réunion\n\nPrésents : Ada Meunier (AM), Karim Tazi (KT).\n\n"
    "- AM demande un devis.\n- KT contre : trop cher.\n- {}\n"
)


def _said(text: str, nlp: "Language") -> list[tuple[str | None, str]]:
    return [(speaker, " ".join(words.split())) for speaker, words, _ in outcome(Case("", text, ()), nlp).found]


def _noted(line: str, nlp: "Language") -> list[str]:
    parsed = read(_NOTES.format(line), nlp)
    partial = read_entities(parsed)
    return [parsed.document.quote(q.span) for q in find_quotations(parsed, partial, resolve((partial,)))]


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        (
            "Ada Meunier explique que la vanne grippe. Depuis, les truites remontent le canal en avril. "
            "Elle demande une échelle neuve.",
            "truites",
        ),
        ("Karim Tazi raconte que la pompe a brûlé. Il a mesuré douze degrés de trop dans la cuve.", "douze degrés"),
        (
            "Solène Prigent rappelle la crue de mars et ses dégâts. "
            "L'hydrologue a suivi trente puits pendant deux hivers. Le pont reste là.",
            "trente puits",
        ),
        (
            "Ada Meunier avoue qu'elle ne savait rien. Il a fallu sept mois à deux agents pour compter les lampes. "
            "Elle regrette ce retard.",
            "sept mois",
        ),
    ],
)
def test_what_is_said_goes_on(text: str, carried: str, nlp: "Language") -> None:
    first = _said(text, nlp)[0]
    assert first[0] is not None
    assert carried in first[1]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Ada Meunier affirme que la digue tiendra. La salle applaudit longuement. Elle demande une relève.", "salle"),
        ("Karim Tazi affirme que la digue tiendra. Le soir tombe sur la vallée et sur le port.", "soir"),
        ("Karim Tazi demande une relève. Elle est adoptée par neuf voix. Il remercie les élus.", "adoptée"),
        ("Karim Tazi demande une relève. Elle nous a reçus dans le hangar bleu du port.", "hangar"),
        (
            "Ada Meunier craint le gel. Karim Tazi a planté trente haies au printemps dernier. Elle veut des serres.",
            "haies",
        ),
    ],
)
def test_scenes_and_others_are_not_said(text: str, apart: str, nlp: "Language") -> None:
    assert not any(apart in words for speaker, words in _said(text, nlp) if speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Meunier demande une navette. Karim Tazi la soutient.", "Karim Tazi"),
        ("Ada Meunier demande une navette. Karim Tazi s'y rallie.", "Karim Tazi"),
        ("Ada Meunier demande une navette. Karim Tazi s'y dit franchement défavorable.", "Karim Tazi"),
        ("Ada Meunier demande une navette. Karim Tazi se porte volontaire.", "Karim Tazi"),
        ("Odile Marchand présente le guide que le réseau fera paraître.", "Odile Marchand"),
        ("Odile Marchand se charge de réserver le préau.", "Odile Marchand"),
        ("Odile Marchand lui accorde qu'il faut prévoir un banc.", "Odile Marchand"),
        ("Odile Marchand concède à la présidente, absente, que le toit fuyait.", "Odile Marchand"),
        ("Karim Tazi est défavorable au bassin. II craint que la source ne tarisse.", "Karim Tazi"),
    ],
)
def test_stances_without_that(text: str, speaker: str, nlp: "Language") -> None:
    assert _said(text, nlp)[-1][0] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Karim Tazi lit une lettre dans le train.",
        "Karim Tazi soumet le compte rendu de mars.",
        "Odile Marchand présentera ses résultats à l'automne.",
        "Odile Marchand a présenté le budget à Karim Tazi.",
        "La médiathèque présente une façade rouge.",
        "Karim Tazi n'a accordé que deux phrases au reporter.",
        "Sous Napoléon II régnait un autre usage.",
    ],
)
def test_what_is_done_is_no_stance(text: str, nlp: "Language") -> None:
    assert _said(text, nlp) == []


@pytest.mark.parametrize(
    "line", ["AM prendra deux cents sacs.", "AM les fera mettre sur le site.", "AM va chiffrer le tout."]
)
def test_notes_tell_what_somebody_will_do(line: str, nlp: "Language") -> None:
    assert line.rstrip(".") in _noted(line, nlp)


@pytest.mark.parametrize(
    "line", ["AM arrive à dix heures pile.", "AM apporte les clés du hangar.", "=> AM fait la liste des vannes."]
)
def test_notes_of_comings_and_decisions_are_not_said(line: str, nlp: "Language") -> None:
    assert _noted(line, nlp) == ["AM demande un devis", "KT contre : trop cher"]


def test_a_function_resumes_who_leads_its_sentence(nlp: "Language") -> None:
    text = "Bertrand Quillet a perdu, « une fois pour un clocher, une fois pour une mare », précise le maraîcher."
    assert _said(text, nlp)[0][0] == "Bertrand Quillet"
