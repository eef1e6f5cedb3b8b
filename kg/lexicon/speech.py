"""What a verb of speech is, and the clause that may follow one."""

from typing import NamedTuple

#: « à l'assemblée », « aux riverains »: whom one speaks to, before what is said; « , chiffres à l'appui, ».
_HEARER = r"(?:(?:à|aux?|devant) [^,.;:]{2,50}? |, [^,.;:]{2,40}, )?"
#: A clause, or an infinitive that stands for one (« assure avoir fini », « estime ne rien devoir »).
THAT = (
    rf"{_HEARER}(?:que\b|qu'|combien\b|comment\b|pourquoi\b|si\b|où\b|à quel|quel|"
    r"(?:(?:ne pas|ne plus|ne jamais|ne rien|ne|s'y|n'y|y|en|l'y) |[nls]')*(?:avoir|être|devoir|pouvoir|savoir)\b)"
)

#: « s'engage en revanche à », « refuse cependant tout … ».
ASIDE = (
    r"(?:aussi|encore|toutefois|cependant|néanmoins|pourtant|en revanche|par ailleurs|pour (?:sa|leur) part|"
    r"de (?:son|leur) côté|également|enfin|ensuite|même|surtout|donc|plutôt|d'ailleurs|toujours|déjà|volontiers|"
    r"désormais|maintenant|aujourd'hui|seulement|simplement|avant tout|d'abord|à présent|pour autant|à nouveau|"
    r"de nouveau|notamment|fortement|vivement|ardemment|clairement|fermement|explicitement|longuement|directement|"
    r"particulièrement|ouvertement|expressément|instamment)"
)


class Speech(NamedTuple):
    """A verb of speech: its act, and a pattern for the words after it ("" when any will do).

    `after_only` verbs report speech only when they come with a quotation (« … », poursuit Ada).
    `reflexive` verbs report speech only with « se ». A `personal` construction takes a person for its subject.
    """

    act: str
    follow: str = ""
    after_only: bool = False
    reflexive: bool = False
    personal: bool = False
