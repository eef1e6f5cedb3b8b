"""Lines in Spanish or English are not read as French names; the names that the report tells elsewhere are found."""

from collections.abc import Callable

from kg.types import Extraction

Read = Callable[..., Extraction]

FRENCH = (
    "Séminaire du 3 mars 2020\n\nIntervenants :\n- Inés QUINTARRÁN, directrice de l'association Aguaviva\n"
    "- Marc Delrieu, maire de Vaunoise\n\nMarc Delrieu ouvre la séance et remercie les habitants du quartier.\n\n"
)
SPANISH = (
    "Los Cuadernos de la Cooperación son una publicación de la Red Aguaviva, con el apoyo de Fondo Rioclaro y de los"
    " vecinos. Inés Quintarrán es la directora de la Casa del Agua, que está en la Plaza Mayor de la ciudad.\n"
)
ENGLISH = (
    "The Charter of the Rivers is a text by the people of Green Valley and it was signed with Marc Delrieu in the"
    " Common House. Good Governance and Open Doors are for all of us, says the Young Water Network.\n"
)


def _names(extraction: Extraction, kind: str) -> set[str]:
    return {mention.name for mention in extraction.mentions if mention.kind == kind}


def test_foreign_prose_gives_no_names_but_those_that_are_known(read: Read) -> None:
    known = read(FRENCH)
    for lines in (SPANISH, ENGLISH, SPANISH + "\n" + ENGLISH):
        extraction = read(FRENCH + lines)
        assert _names(extraction, "person") == _names(known, "person") == {"Inés Quintarrán", "Marc Delrieu"}
        assert _names(extraction, "organisation") == _names(known, "organisation")


def test_a_known_name_is_found_in_foreign_prose(read: Read) -> None:
    for lines, name in ((SPANISH, "Inés Quintarrán"), (ENGLISH, "Marc Delrieu")):
        extraction = read(FRENCH + lines)
        ends = [mention.span.start for mention in extraction.mentions if mention.name == name]
        assert max(ends) > len(FRENCH)
