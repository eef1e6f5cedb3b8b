"""What each kind answers on two short reports: who, what, when, how many, with the proof and the graph around."""

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.types import Answer


def labels(found: Answer) -> list[str]:
    return [row.label for row in found.rows]


def quotes(found: Answer) -> list[str]:
    return [proof.quote for row in found.rows for proof in row.evidence]


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Qui a parlé de mobilité rurale ?", ["Irène Solvak"]),
        ("Qui a insisté sur le budget ?", ["Marc Touvet"]),
        ("qui regrette la gratuité", ["Irène Solvak"]),
        ("Qui a dit « l'eau est un bien commun » ?", ["Ana Belloir"]),
        ("Qui a dit « la régie nous a rendu les clés » ?", ["Ana Belloir"]),
    ],
)
def test_who_spoke_about(question: str, who: list[str], library: Library) -> None:
    found = answer(question, library)
    assert (found.kind, labels(found)) == ("who-spoke-about", who)


def test_the_one_who_takes_the_stand_asked_for_comes_first(library: Library) -> None:
    found = answer("QUI DEFEND LES PETITES COMMUNES", library)
    assert labels(found)[0] == "Marc Touvet"
    assert quotes(found)[0] == "Les petites communes tiennent le pays debout"


def test_a_speaker_comes_with_role_session_event_date_and_words(library: Library) -> None:
    found = answer("Qui a parlé de mobilité rurale ?", library)
    assert quotes(found)[0] == "La mobilité rurale commence par un arrêt d'autocar"
    facts = [fact.label for fact in found.context]
    assert "Irène Solvak est Directrice de l'Agence Morbois Mobilités" in facts
    assert any(fact.startswith("Irène Solvak intervient à : Session 2") for fact in facts)
    assert any("fait partie de : Forum des communes du Morbois" in fact for fact in facts)
    assert "Forum des communes du Morbois : le 12 mai 2022, de 9 h à 17 h" in facts


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Qui est Ana Belloir ?", "Ana Belloir : Maire de Morvillac."),
        ("Qui préside le réseau Altis ?", "Marc Touvet"),
        ("Qui préside Altis ?", "Marc Touvet"),
        ("Qui est maire de Morvillac ?", "Ana Belloir"),
        ("Quelle est la fonction de Solvac ?", "Irène Solvak : Directrice de l'Agence Morbois Mobilités"),
    ],
)
def test_who_is(question: str, told: str, library: Library) -> None:
    found = answer(question, library)
    assert found.kind == "who-is"
    assert told in found.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quand a eu lieu le forum ?", "le 12 mai 2022"),
        ("À quelle date s'est tenue l'assemblée générale ?", "le 20 mars 2021"),
        ("Où s'est tenue l'assemblée ?", "maison des associations"),
        ("En quelle année la navette du soir a-t-elle été arrêtée ?", "2020"),
    ],
)
def test_when_and_where(question: str, told: str, library: Library) -> None:
    found = answer(question, library)
    assert found.kind == "when-where"
    assert told.casefold() in found.text.casefold()


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Qui animait la table ronde ?", ["Lise Garandel"]),
        ("Qui modérait la session 2 ?", ["Paul Estève"]),
        ("Qui intervenait à la session 1 ?", ["Ana Belloir", "Marc Touvet"]),
    ],
)
def test_programme(question: str, who: list[str], library: Library) -> None:
    found = answer(question, library)
    assert (found.kind, labels(found)) == ("session-programme", who)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Combien de participants venaient de Morvillac ?", "2"),
        ("Combien d'habitants compte Morvillac ?", "2 300"),
        ("Combien de communes compte le réseau Altis ?", "40"),
    ],
)
def test_counts(question: str, number: str, library: Library) -> None:
    found = answer(question, library)
    assert (found.kind, found.rows[0].value) == ("participants-counts", number)
    assert found.text.startswith(number)


def test_lists_keep_the_order_of_the_document(library: Library) -> None:
    found = answer("Donne la liste des indicateurs suivis.", library)
    assert labels(found) == [
        "le nombre de fuites réparées",
        "le prix moyen du mètre cube",
        "le délai de réponse aux abonnés",
    ]
    assert found.text.startswith("3 éléments : ")


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Est-ce que la navette continue ?", "oui"),
        ("La commune confie-t-elle l'étude à un cabinet ?", "oui"),
    ],
)
def test_yes_no(question: str, verdict: str, library: Library) -> None:
    found = answer(question, library)
    assert (found.kind, found.rows[0].value) == ("yes-no", verdict)


def test_what_links_two_people_is_told_with_its_proofs(library: Library) -> None:
    found = answer("Quel lien entre Ana Belloir et Marc Touvet ?", library)
    assert labels(found) == ["Ana Belloir", "Marc Touvet"]
    assert "tous deux à : Session 1" in found.text


def test_which_of_two_events_is_older(library: Library) -> None:
    found = answer("Lequel est le plus ancien, le forum ou l'assemblée ?", library)
    assert [(row.label, row.value) for row in found.rows] == [("l'assemblée", "2021-03-20"), ("le forum", "2022-05-12")]


@pytest.mark.parametrize(
    "question",
    [
        "Qui a parlé de vidéosurveillance ?",
        "Qui préside la région de Vernoy ?",
        "Combien de tramways circulent à Tressan ?",
        "Quel est le budget de la piscine ?",
        "Le nucléaire est-il dangereux ?",
        "et alors ?",
        "",
    ],
)
def test_nothing_is_claimed_of_what_the_reports_do_not_tell(question: str, library: Library) -> None:
    found = answer(question, library)
    assert (found.abstained, found.rows) == (True, ())
    assert found.text
    assert found.certificate is not None


def test_no_verdict_is_given_on_a_thing_that_the_reports_do_not_name(library: Library) -> None:
    found = answer("Le tramway est-il gratuit ?", library)
    assert found.kind != "yes-no"


def test_an_answer_is_the_same_each_time(library: Library) -> None:
    question = "Qui a parlé de mobilité rurale ?"
    assert answer(question, library) == answer(question, Library(library.base))


@pytest.mark.parametrize(
    "question",
    ["qui a parlé d'évaluation citoyenne ?", "Qui a évoqué l'avis des usagers sur le service qu'ils reçoivent ?"],
)
def test_other_words_find_the_same_people(question: str, sample: Library) -> None:
    found = answer(question, sample)
    assert {"Maëlys Tardivon", "Ignacio Verlanga", "Odile Kermarrouan"} & set(labels(found))
    assert not {"Lubomir Stanczek", "Bertil Hallqvern", "Paul Ranquelle"} & set(labels(found))


def test_what_fell_short_is_what_stands_under_that_title(library: Library) -> None:
    found = answer("Qu'est-ce qui n'a pas marché au forum du Morbois ?", library)
    assert found.kind == "shortcomings"
    assert labels(found)[:2] == ["le manque de chauffeurs", "le coût de la traduction"]


def test_the_themes_of_an_event_are_proved_by_quotations_of_it(library: Library) -> None:
    found = answer("Quels sont les thèmes abordés au forum du Morbois ?", library)
    assert found.kind == "themes"
    assert "eau" in labels(found)
    assert {proof.source for row in found.rows for proof in row.evidence} == {"forum.md"}


def test_those_who_are_silent_on_a_subject_are_told_with_other_words_of_theirs(library: Library) -> None:
    found = answer("Qui n'a jamais parlé de la gratuité ?", library)
    assert found.kind == "absence"
    assert "Zoé Trivaux" in labels(found)
    assert "Irène Solvak" not in labels(found)
    assert found.certificate is not None
    assert "voix citées" in found.certificate


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Est-ce que Marc Touvet a pris la parole au forum ?", "oui"),
        ("Jean Cardel était-il présent au forum ?", "oui"),
        ("jean cardel a t il pris la parole au forum", "non"),
        ("Piet Dormans est-il venu au forum ?", "non"),
        ("Zoé Trivaux est-elle intervenue à l'assemblée ?", "oui"),
    ],
)
def test_whether_somebody_came_or_spoke(question: str, verdict: str, library: Library) -> None:
    found = answer(question, library)
    assert (found.kind, [row.value for row in found.rows]) == ("attendance", [verdict])


@pytest.mark.parametrize(
    ("question", "country"),
    [("dans quel pays se trouve sorval", ["Belgique"]), ("De quel pays vient Hanna Verlint ?", ["Belgique"])],
)
def test_the_country_is_the_one_written_beside_the_name(question: str, country: list[str], library: Library) -> None:
    assert [row.value for row in answer(question, library).rows] == country


def test_a_person_may_be_told_by_a_function(library: Library) -> None:
    found = answer("Qu'a dit la directrice de l'Agence Morbois Mobilités sur la gratuité ?", library)
    assert {row.label for row in found.rows} == {"Irène Solvak"}
    assert "gratuité" in found.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Jean et Rose Cardel sont-ils de la même famille ?", "Oui : « Rose Cardel, belle-sœur de Jean Cardel"),
        ("Est-ce que Ida et Irène Solvak sont parentes ?", "Non : « "),
        ("Quel lien de famille entre Jean Cardel et Rose Cardel ?", "Jean Cardel et Rose Cardel : « Rose Cardel"),
    ],
)
def test_how_two_people_are_related(question: str, told: str, library: Library) -> None:
    found = answer(question, library)
    assert found.kind == "family"
    assert found.text.startswith(told)


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("budget : qui en parle ?", "Marc Touvet"),
        ("gratuité, qui", "Irène Solvak"),
        ("Je cherche la personne qui regrette la gratuité", "Irène Solvak"),
        ("« La régie nous a rendu les clés », c'est de qui ?", "Ana Belloir"),
        ("Quel Touvet insiste sur le budget ?", "Marc Touvet"),
    ],
)
def test_who_may_be_asked_in_other_places(question: str, who: str, library: Library) -> None:
    found = answer(question, library)
    assert (found.kind, found.rows[0].label) == ("who-spoke-about", who)


def test_nothing_is_thought_by_who_said_nothing_of_it(library: Library) -> None:
    found = answer("Que pense Lise Garandel de la gratuité ?", library)
    assert (found.abstained, found.rows) == (True, ())


def test_those_who_only_help_do_not_organise(library: Library) -> None:
    assert [row.label for row in answer("Qui a organisé le forum ?", library).rows] == ["Réseau Altis"]


def test_a_body_of_the_kind_asked_for_is_who_did_it(library: Library) -> None:
    assert [row.label for row in answer("Quelle agence soutient le forum ?", library).rows] == [
        "Agence Morbois Mobilités"
    ]
    assert answer("Quel syndicat soutient le forum ?", library).abstained


def test_the_themes_of_each_year_and_the_years_of_a_subject(sample: Library) -> None:
    found = answer("Comment les thèmes ont-ils évolué au fil des ans ?", sample)
    assert (found.kind, labels(found)) == ("themes", ["2019", "2020", "2021", "2022", "2023"])
    found = answer("Depuis quand parle-t-on d'évaluation ?", sample)
    assert labels(found)[0] == "2019"
    assert found.text.startswith("Depuis 2019")
    assert [row.label for row in found.rows] == sorted(row.label for row in found.rows)
    assert answer("Qui a parlé de l'évolution des langues ?", sample).kind != "themes"
