import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from ontology import (
    CONCEPT,
    Concept,
    OntologyError,
    Thesaurus,
    chosen_thesaurus,
    concept_id,
    fold,
    load_thesaurus,
)

OURS = load_thesaurus()


def written(tmp_path: Path, text: str, name: str = "mots.ttl") -> Path:
    prefixes = (
        "@prefix : <https://exemple.fr/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . "
        "@prefix pal: <https://w3id.org/palabre/ontology#> .\n"
    )
    path = tmp_path / name
    path.write_text(prefixes + text, encoding="utf-8")
    return path


def test_ours_is_rich_and_whole() -> None:
    assert 220 <= len(OURS) <= 320
    for concept in OURS:
        assert concept.id == concept_id(concept.iri.removeprefix(CONCEPT)), concept.id
        assert concept.definition.endswith(".")
        for target in (*concept.broader, *concept.related, *concept.facets):
            assert target in OURS, (concept.id, target)
    assert len([concept for concept in OURS if concept.facets]) > 10
    assert Counter(concept.pref_label for concept in OURS).most_common(1)[0][1] == 1


def test_ours_keeps_the_rules_of_skos() -> None:
    for concept in OURS:
        assert concept.id not in OURS.narrower(concept.id)
        for other in concept.related:
            assert other not in OURS.narrower(concept.id), (concept.id, other)
            assert concept.id not in OURS.narrower(other), (concept.id, other)
        labels = [*concept.labels, *concept.hidden_labels]
        assert len(labels) == len(set(labels)), concept.id


def test_a_compound_names_its_facets() -> None:
    assert OURS["concept/evaluation-citoyenne"].facets == ("concept/citoyens", "concept/evaluation")
    assert "concept/evaluation-citoyenne" in OURS.narrower("concept/evaluation")


def test_french_comes_first_then_no_language_then_any(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        ':a a skos:Concept ; skos:prefLabel "water"@en , "eau"@fr ; skos:altLabel "flotte"@fr-FR , "H2O" .\n'
        ':b a skos:Concept ; skos:prefLabel "sin idioma" , "fire"@en .\n'
        ':c a skos:Concept ; skos:prefLabel "earth"@en .\n',
    )
    assert [(c.id, c.labels) for c in load_thesaurus(path)] == [
        ("concept/earth", ("earth",)),
        ("concept/eau", ("eau", "flotte")),
        ("concept/sin-idioma", ("sin idioma",)),
    ]


def test_missing_parts_dangling_links_and_loops_do_no_harm(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        ':a a skos:Concept ; skos:prefLabel "eau" ; skos:broader :b , :absent ; pal:facet :b , :absent .\n'
        ':b a skos:Concept ; skos:prefLabel "milieu" ; skos:broader :a ; skos:narrower :c .\n'
        ':c a skos:Concept ; skos:prefLabel "Eau" .\n'
        ":d a skos:Concept .\n",
    )
    found = load_thesaurus(path)
    assert [concept.id for concept in found] == ["concept/eau", "concept/eau-2", "concept/milieu"]
    assert found["concept/eau"].broader == ("concept/milieu",)
    assert found["concept/eau"].facets == ()  # one of two is absent: the meeting would be too wide
    assert found["concept/eau-2"].broader == ("concept/milieu",)
    assert found.narrower("concept/milieu") == ("concept/eau", "concept/eau-2")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("mots.ttl", "ceci n'est pas du Turtle", "mal écrit (ligne"),
        ("mots.rdf", "<rdf", "mal écrit"),
        ("vide.ttl", "", "aucun concept"),
        ("autre.ttl", "<http://x/a> <http://x/b> 1 .", "aucun concept"),
    ],
)
def test_a_bad_file_says_what_and_what_to_do(name: str, text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError) as caught:
        load_thesaurus(path)
    assert told in str(caught.value)
    assert name in str(caught.value)
    assert "attendu" in str(caught.value)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="ne s'ouvre pas"):
        load_thesaurus(tmp_path / "absent.ttl")
    with pytest.raises(OntologyError, match="ne s'ouvre pas"):
        load_thesaurus(tmp_path)
    (tmp_path / "octets.ttl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(OntologyError, match="mal écrit"):
        load_thesaurus(tmp_path / "octets.ttl")


def test_adding_concepts_keeps_those_that_are_there() -> None:
    one = Thesaurus((Concept("concept/b", "", "b"),))
    two = one.with_concepts([Concept("concept/a", "", "a"), Concept("concept/b", "", "autre")])
    assert [(c.id, c.pref_label) for c in two] == [("concept/a", "a"), ("concept/b", "b")]


def test_folding_takes_accents_case_and_ligatures_away() -> None:
    assert fold("L’ŒUVRE d'Été") == "l'oeuvre d'ete"
    assert concept_id("  Évaluation (citoyenne) ") == "concept/evaluation-citoyenne"
    assert concept_id("???") == "concept/sans-nom"


def test_reading_loads_no_heavy_library() -> None:
    program = (
        "import sys, ontology; ontology.load_thesaurus();"
        "print(sorted({'rdflib', 'numpy', 'spacy'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": os.getcwd()},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"


def test_a_users_file_is_added_to_ours_and_wins(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        ':miel a skos:Concept ; skos:prefLabel "miel de lavande"@fr .\n'
        '<https://w3id.org/palabre/concept/eau> a skos:Concept ; skos:prefLabel "eau douce"@fr .\n',
    )
    both = chosen_thesaurus(path)
    assert len(both) == len(OURS) + 1
    assert both["concept/miel-de-lavande"].iri == "https://exemple.fr/miel"
    assert both["concept/eau"].labels == ("eau douce",)
    assert both["concept/evaluation"] == OURS["concept/evaluation"]
    assert [concept.id for concept in chosen_thesaurus(path, alone=True)] == ["concept/eau", "concept/miel-de-lavande"]


def test_without_a_file_ours_stands_or_nothing() -> None:
    assert chosen_thesaurus(None) == OURS
    assert len(chosen_thesaurus(None, alone=True)) == 0


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("éoliennes", "energies-renouvelables"),
        ("crèche", "petite-enfance"),
        ("médecin généraliste", "acces-soins"),
        ("places de stationnement", "stationnement"),
        ("école de musique", "enseignement-artistique"),
        ("sans-abri", "hebergement-urgence"),
        ("impôts locaux", "fiscalite-locale"),
        ("fibre optique", "tres-haut-debit"),
    ],
)
def test_everyday_words_of_local_life_lead_to_a_concept(words: str, concept: str) -> None:
    assert words in OURS[f"concept/{concept}"].labels
