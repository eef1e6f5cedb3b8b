"""What the register and the indexes look up is what reading everything finds."""

import re

from index import fold, vocabulary
from kg.ask.library import Library
from kg.ask.search.parts import by_agent, by_part, held_in, participations_by, roles_naming
from kg.ask.search.phrases import places_in


def test_a_phrase_is_found_wherever_it_stands(library: Library) -> None:
    documents = sorted(library.knowledge.extraction_of)
    tried = 0
    for document in library.knowledge.documents.values():
        words = re.findall(r"\w+", document.text)
        for at in range(0, len(words) - 12, 3):
            phrase = " ".join(words[at : at + 1 + at % 12])
            assert library.find_phrase(phrase) == places_in(library, phrase, documents)
            tried += 1
    assert tried > 100
    assert library.find_phrase("des mots que nul ne dit jamais ensemble ici") == []


def test_the_roles_in_a_body_are_looked_up(library: Library) -> None:
    knowledge = library.knowledge
    everyone = [role for extraction in knowledge.extractions for role in extraction.roles]
    bodies = [entity for entity in knowledge.entities if entity.kind == "organisation"]
    for body in bodies:
        held = [role for role in everyone if knowledge.entity_of(role.organisation) == body]
        assert list(roles_naming(library, [body], [])) == held
        people = [one for role in held if (one := knowledge.entity_of(role.person)) and one.kind == "person"]
        assert [person for person, _ in held_in(library, [body])] == people
    assert any(list(roles_naming(library, [body], [])) for body in bodies)


def test_a_role_is_looked_up_by_its_function_with_the_names_of_its_body(library: Library) -> None:
    knowledge = library.knowledge
    for extraction in knowledge.extractions:
        for role in extraction.roles:
            body = knowledge.entity_of(role.organisation)
            told = vocabulary(" ".join((role.function, *((body.label, *body.aliases) if body else ()))))
            if told:
                assert role in list(roles_naming(library, [], [told]))
    assert list(roles_naming(library, [], [frozenset()])) == []
    assert list(roles_naming(library, [], [frozenset(["mot que nul n'a"])])) == []


def test_participations_are_looked_up_by_agent_part_document_and_row(library: Library) -> None:
    knowledge = library.knowledge
    everything = [told for extraction in knowledge.extractions for told in extraction.participations]
    for told in everything:
        owner = knowledge.owner_of(told.agent)
        same = [one for one in everything if owner is not None and knowledge.owner_of(one.agent) == owner]
        assert list(participations_by(library, [by_agent(owner)])) == same
        assert told in list(participations_by(library, [by_part(told.part)]))
        assert told in list(participations_by(library, [told.provenance.span.document_id, "rien"]))
    rows = [one for one in everything if "\t" in knowledge.quote(library.line_at(one.provenance.span))]
    for told in rows:
        words = re.findall(r"\w{2,}", fold(knowledge.quote(library.line_at(told.provenance.span))))
        assert all(told in list(participations_by(library, [word])) for word in words[:3])
    assert rows
