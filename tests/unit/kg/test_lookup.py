from dataclasses import replace

import pytest

from kg import lookup
from kg.knowledge import Knowledge
from kg.types import Entity, Event, Role
from tests.unit.kg.imaginary import knowledge


@pytest.fixture
def known() -> Knowledge:
    return knowledge()


def event(known: Knowledge, entity_id: str) -> Event:
    return known.tellings[entity_id][0]


def functions(known: Knowledge, person: str, event: Event | None) -> list[str]:
    return [role.function for role in lookup.roles_at(known, known.by_id[person], event)]


def with_roles(known: Knowledge, change: dict[str, str | None]) -> Knowledge:
    """Move roles, told by their function, to another event."""

    def moved(role: Role) -> Role:
        return replace(role, event=change[role.function]) if role.function in change else role

    extractions = tuple(replace(e, roles=tuple(map(moved, e.roles))) for e in known.extractions)
    return Knowledge(extractions, known.entities)


def test_a_chain_goes_from_the_session_to_the_event(known: Knowledge) -> None:
    session = event(known, "event:session-1")
    labels = [step.label for step in lookup.event_chain(known, session.mention)]
    assert labels == ["Session 1 : l’eau", "Rencontre des communes du plateau"]
    assert lookup.event_chain(known, None) == ()
    assert lookup.event_chain(known, "event:nowhere:0-1") == ()


def test_a_mention_that_tells_nothing_finds_the_telling_of_its_document(known: Knowledge) -> None:
    forum, meeting = known.extractions[1].events[0], event(known, "event:rencontre")
    silent = replace(known.mentions[forum.mention], span=known.extractions[1].quotations[0].span)
    second = replace(known.extractions[1], mentions=(*known.extractions[1].mentions, silent))
    mentions = (meeting.mention, forum.mention, silent.id)
    merged = Knowledge((known.extractions[0], second), (Entity("event:one", "event", "Un", (), mentions),))
    found = lookup.event_at(merged, silent.id)
    assert found is not None and found.label == "Forum des régies"
    nowhere = replace(second, events=())
    found = lookup.event_at(Knowledge((known.extractions[0], nowhere), merged.entities), silent.id)
    assert found is not None and found.label == "Rencontre des communes du plateau"


def test_a_loop_of_parents_is_cut(known: Knowledge) -> None:
    meeting, session = event(known, "event:rencontre"), event(known, "event:session-1")
    events = (replace(meeting, parent=session.mention), session)
    looped = Knowledge((replace(known.extractions[0], events=events),), known.entities)
    assert len(lookup.event_chain(looped, session.mention)) == 2


def test_a_session_without_place_or_date_has_those_of_its_event(known: Knowledge) -> None:
    meeting, session = event(known, "event:rencontre"), event(known, "event:session-1")
    place, words = lookup.where(known, session)
    assert (place.id if place else None, words) == ("place:rivemont", "Rivemont")
    assert lookup.when(known, session) == ("2021-05-03T09:00", None)
    undated = Knowledge(
        (replace(known.extractions[0], events=(meeting, replace(session, start=None))),), known.entities
    )
    assert lookup.when(undated, event(undated, "event:session-1")) == ("2021-05", "2021-05")


def test_a_quotation_without_session_belongs_to_the_only_event_of_its_document(known: Knowledge) -> None:
    by_id = {quotation.id: quotation for quotation in known.quotations()}
    chains = {number: lookup.chain_of_quotation(known, by_id[f"quotation:001-rencontre-{number}"]) for number in (1, 2)}
    assert [step.kind for step in chains[1]] == ["session", "event"]
    assert [step.label for step in chains[2]] == ["Rencontre des communes du plateau"]


def test_no_event_is_chosen_among_several(known: Knowledge) -> None:
    forum = known.extractions[1]
    other = replace(forum.events[0], mention="event:002-forum:0-1", label="Autre")
    several = Knowledge((known.extractions[0], replace(forum, events=(*forum.events, other))), known.entities)
    assert lookup.main_event(several, "002-forum") is None
    assert lookup.main_event(several, "absent") is None
    quotation = several.extractions[1].quotations[0]
    assert lookup.chain_of_quotation(several, quotation) == ()


def test_the_role_stated_at_the_event_comes_first(known: Knowledge) -> None:
    aline = "person:aline-brissac"
    assert functions(known, aline, event(known, "event:session-1")) == ["maire"]
    assert functions(known, aline, event(known, "event:rencontre")) == ["maire"]
    assert functions(known, aline, event(known, "event:forum")) == ["présidente", "maire"]
    assert functions(known, aline, None) == ["présidente", "maire"]


def test_a_role_of_later_is_not_the_role_of_before(known: Knowledge) -> None:
    assert functions(known, "person:paul-morel-2", event(known, "event:rencontre")) == []
    paul = known.by_id["person:paul-morel-2"]
    assert lookup.role_at(known, paul, event(known, "event:rencontre")) is None
    role = lookup.role_at(known, paul, event(known, "event:forum"))
    assert role is not None and role.function == "conseiller"


def test_an_exact_event_beats_another_session_of_it(known: Knowledge) -> None:
    meeting = event(known, "event:rencontre")
    moved = with_roles(known, {"présidente": meeting.mention})
    assert functions(moved, "person:aline-brissac", event(moved, "event:session-1")) == ["maire", "présidente"]
    assert functions(moved, "person:aline-brissac", event(moved, "event:rencontre")) == ["présidente", "maire"]


def test_people_without_role_have_none(known: Knowledge) -> None:
    assert functions(known, "person:zoe", None) == []


def test_documents_and_dates_of_an_entity(known: Knowledge) -> None:
    aline = known.by_id["person:aline-brissac"]
    assert [document.id for document in lookup.documents_of(known, aline)] == ["001-rencontre", "002-forum"]
    assert lookup.dates_of(known, aline) == ("2021-05", "2023-11-20")
    assert lookup.dates_of(known, known.by_id["event:session-1"]) == ("2021-05-03T09:00",)
    assert lookup.dates_of(known, known.by_id["place:unlinked"]) == ()


def test_a_concept_is_called_by_its_entity_then_by_the_thesaurus(known: Knowledge) -> None:
    labels = {"concept:eau": "non", "concept:transition": "transition écologique"}
    assert lookup.concept_label(known, "concept:eau", labels) == "eau"
    assert lookup.concept_label(known, "concept:transition", labels) == "transition écologique"
    assert lookup.concept_label(known, "concept:bien-commun", {}) == "bien commun"
