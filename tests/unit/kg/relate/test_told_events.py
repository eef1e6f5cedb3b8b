"""Sessions told by the place of their headings, hearings, signings, interviews, titles over « Actes du … »."""

from collections.abc import Callable

import pytest

from kg.types import Extraction

Read = Callable[..., Extraction]


def labels(extraction: Extraction, kind: str = "event") -> list[str]:
    return [event.label for event in extraction.events if event.kind == kind]


def acts(headings: list[str], title: str = "Colloque « Vivre avec les loups »") -> str:
    said = "Les travaux ont repris devant une salle attentive, et chacun a écouté."
    parts = "\n\n".join(f"## {heading}\n\n{said}" for heading in headings)
    return f"# {title}\n\nGap, le 4 mars 2020\n\n{said}\n\n{parts}\n"


@pytest.mark.parametrize(
    "headings",
    [
        ["Ouverture", "Conférence d'Ulla Berg : la meute", "Deux bergers racontent", "Clôture"],
        ["Prélude", "Premier tableau — La nuit", "Second tableau — Le jour", "Finale"],
        ["Mots d'accueil", "Le loup et l'enfant", "Ce qu'en dit le droit", "Mots de la fin"],
        ["9 h. Ouverture", "10 h. Table ronde — Tirer ?", "12 h. Ce qui fâche", "16 h. Clôture"],
        ["Paroles de bienvenue", "Atelier 1 – Garder", "Les chiens au travail", "Atelier 2 – Compter", "Conclusions"],
        ["Prologue", "Un été en alpage", "Épilogue"],
    ],
)
def test_what_stands_between_an_opening_and_a_closing(headings: list[str], read: Read) -> None:
    found = labels(read(acts(headings)), "session")
    assert len(found) == len(headings)
    assert all(told in heading for told, heading in zip(found, headings, strict=True))


@pytest.mark.parametrize(
    "headings",
    [
        ["Introduction", "Le loup et l'enfant", "Ce qu'en dit le droit", "Conclusion"],
        ["Ouverture", "Le loup et l'enfant"],
        ["Le loup et l'enfant", "Deux bergers racontent", "Clôture"],
        ["Session d'ouverture", "Session 1", "I. Le nord", "II. Le sud", "III. L'est", "IV. L'ouest", "Clôture"],
        ["Première partie — La nuit", "Deuxième partie — Le jour"],
        ["Premier constat : le froid", "Deuxième constat : la faim"],
    ],
)
def test_the_chapters_of_a_report_are_no_sessions(headings: list[str], read: Read) -> None:
    found = labels(read(acts(headings)), "session")
    assert not [told for told in found if told.startswith(("Le loup", "Deux bergers", "I", "Premi", "Deuxi"))]


def test_what_no_session_is_stays_out(read: Read) -> None:
    headings = ["Ouverture", "Le pré", "Pause", "Questions de la salle", "Mardi 5 mars", "Annexe 1", "Clôture"]
    assert labels(read(acts(headings)), "session") == ["Ouverture", "Le pré", "Clôture"]


def test_the_same_word_counted_is_a_series(read: Read) -> None:
    found = labels(read(acts(["Pourquoi ce jour", "Acte I — La peur", "Acte II — La paix"])), "session")
    assert found == ["Acte I — La peur", "Acte II — La paix"]


@pytest.mark.parametrize(("title", "count"), [("Synthèse des trois ateliers", 3), ("Synthèse des deux ateliers", 0)])
def test_as_many_numbered_headings_as_the_title_says(title: str, count: int, read: Read) -> None:
    found = labels(read(acts(["1. Lire", "2. Dire", "3. Rire", "Ce qui suit"], title)), "session")
    assert len(found) == count


def test_hearings_are_told_by_whom_they_hear(read: Read) -> None:
    text = (
        "MISSION D'INFORMATION SUR LES HAIES\n\nAuditions du 4 mars 2020\n\n"
        "1. Audition de Mme Ada Blanc, maire de Gap\n\nMme Blanc a rappelé que la haie recule.\n\n"
        "2. Audition de M. le docteur Karim Tazi, vétérinaire\n\nIl a répondu que rien ne presse.\n\n"
        "3. Échange de vues\n\nLa commission a délibéré.\n"
    )
    assert labels(read(text), "session") == [
        "Audition de Mme Ada Blanc", "Audition de M. le docteur Karim Tazi", "Échange de vues",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("La ville et six bailleurs ont signé vendredi 2 mai, au moulin, la Charte des murs vivants.",
         "Signature de la charte des murs vivants"),
        ("Le contrat « Cent vélos » a été signé ce matin à Gap.", "Signature du contrat « Cent vélos »"),
        ("La maire et le préfet viennent de signer un accord de jumelage.", "Signature de l'accord de jumelage"),
        ("Dix communes signent le pacte de bon voisinage, préparé hier.", "Signature du pacte de bon voisinage"),
        ("Elle a assisté à la signature du protocole de partage des eaux.",
         "Signature du protocole de partage des eaux"),
        ("Ada Blanc a paraphé la deuxième convention pour la haie.", "Signature de la convention"),
    ],
)  # fmt: skip
def test_a_press_release_tells_a_signing(sentence: str, label: str, read: Read) -> None:
    assert labels(read(f"COMMUNIQUÉ DE PRESSE\nGap, le 5 mai 2023\n\n{sentence}\n"))[:1] == [label]
    assert labels(read(f"Gap, le 5 mai 2023\n\n{sentence}\n"))[:1] != [label]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Blanc a signé mardi son dernier roman à la librairie.",
        "Le festival du conte ouvre vendredi.",
        "Les riverains n'ont pas été reçus.",
    ],
)
def test_other_releases_tell_none(sentence: str, read: Read) -> None:
    told = labels(read(f"COMMUNIQUÉ DE PRESSE\nGap, le 5 mai 2023\n\n{sentence}\n"))
    assert not [label for label in told if label.startswith("Signature")]


QUESTIONS = (
    "Comment est né le lieu ?\n\n{}D'une panne.\n\nQui vient ?\n\n{}Des voisins.\n\nEt demain ?\n\n{}On verra bien."
)


def test_an_interview_is_the_event_before_the_meetings_that_it_names(read: Read) -> None:
    text = (
        "Le Journal du pont – mai 2022\n\nRencontre avec Ada Blanc, fondatrice du Garage\n\n"
        "Elle revient du Festival du vélo.\n\n" + QUESTIONS.format("", "", "") + "\n\nPropos recueillis par Luc Roux\n"
    )
    assert labels(read(text))[0] == "Entretien avec Ada Blanc"


def test_a_crossed_interview_names_both(read: Read) -> None:
    front = "La cloche et le coq\n\nAda Blanc dirige le chœur. Karim Tazi élève des coqs. Entretien.\n\nLuc Roux\n\n"
    answers = QUESTIONS.format("A. B. ", "K. T. ", "A. B. ") + "\n\nK. T. Moi non plus."
    assert labels(read(front + answers))[0] == "Entretien croisé avec Ada Blanc et Karim Tazi"


@pytest.mark.parametrize(
    ("front", "label"),
    [
        ("# Habiter les toits\n\nActes du séminaire national – Gap, 4 mars 2020",
         "Séminaire national « Habiter les toits »"),
        ("# Quels ponts demain ?\n\n## Synthèse de l'atelier du mercredi 4 mars 2020",
         "Atelier « Quels ponts demain ? »"),
        ("# Dire juste – synthèse des trois ateliers\n\nGap, 4 mars 2020", "Ateliers « Dire juste »"),
    ],
)  # fmt: skip
def test_a_title_over_what_the_document_tells_of(front: str, label: str, read: Read) -> None:
    assert labels(read(f"{front}\n\nQuarante personnes ont passé la journée à discuter.\n"))[0] == label


@pytest.mark.parametrize(
    "front",
    [
        "# Ville de Gap\n\nCompte rendu de la réunion du 4 mars 2020",
        "# Forum des ponts\n\nActes de la journée d'étude du 4 mars 2020",
        "# Habiter les toits\n\nActes du colloque « Sous le ciel », 4 mars 2020",
    ],
)
def test_a_title_that_names_something_else(front: str, read: Read) -> None:
    told = labels(read(f"{front}\n\nQuarante personnes ont passé la journée à discuter.\n"))
    assert not [label for label in told if "« Ville" in label or "« Forum" in label or "« Habiter" in label]


def test_a_date_is_no_number_of_a_meeting(read: Read) -> None:
    head = "GT Compost – notes de réunion 12/01/2024\nPrésents : Ada Blanc (AB), Karim Tazi (KT)\n\nAB propose un bac."
    assert not [label for label in labels(read(head)) if "réunion 12" in label]
