"""Who did it as a label of a report tells: « Porteur : », « Financeurs », « Partenaires », the cell beside it."""

import re
from collections.abc import Iterator

from corpus import Span
from index import fold_evenly
from kg.ask.library import Library
from kg.ask.sentences.slots import Filler, after

#: The labels of what is done, folded.
PAID = (
    r"(?:co-?)?financeu?r\w*|financements?|soutiens?|partenaires? financiers?|mecenes?|parrains?|bailleurs?"
    r"|avec l[ea] (?:soutien|appui|aide) de|budgets?|couts?(?: total)?|montants?|combien"
)
HOSTED = r"hotes?|lieu d'accueil|structure d'accueil|accueil"
PUBLISHED = r"editeurs?|edition|publication"
MADE = r"realisation|conception|maitrise d'oeuvre|maitre d'oeuvre|prestataires?|architectes?|constructeur"
RUN = (
    r"(?:structure |organisme |association )?(?:porteu(?:r|se)s?(?: d[ue] projet)?|gestionnaires?|pilotes?|pilotage"
    r"|exploitants?|operateurs?|animation|coordination|portage|gestion)|maitr(?:e|ise) d'ouvrage"
)
OWNED = r"proprietaires?|propriete"
#: How many characters of the rest of a cell are read.
CELL = 200


def labelled(
    library: Library, document_id: str, label: str, kinds: tuple[str, ...]
) -> Iterator[tuple[list[Filler], Span]]:
    """Yield the names that the lines of a report give after a label, or in the cell beside it, with each line."""
    text = library.knowledge.documents[document_id].text
    plain = fold_evenly(text)
    for match in re.finditer(rf"(?m)(?:^[^\w\n]*|[.;] )(?P<label>{label})[*_ ]*(?::|\t|\|| {(3,)})[ \t]*", plain):
        end = text.find("\n", match.end())
        line = Span(document_id, match.start("label"), min(end if end >= 0 else len(text), match.end() + CELL))
        found = []
        for piece in re.finditer(r"[^;]+", text[match.end() : line.end]):
            start = match.end() + piece.start()  # the label is no part of the first name
            told = Span(document_id, start - 1, match.end() + piece.end())
            found += after(library, told, start, *kinds)
        if found:
            yield found, line
