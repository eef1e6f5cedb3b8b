"""What a verb of speech is, and the clause that may follow one."""

from typing import NamedTuple

#: « à l'assemblée », « aux riverains »: whom one speaks to, before what is said; « , chiffres à l'appui, ».
_HEARER = r"(?:(?:à|aux?|devant) [^,.;:]{2,50}? |, [^,.;:]{2,40}, )?"
#: A clause, or an infinitive that stands for one (« assure avoir fini », « estime ne rien devoir »).
THAT = (
    rf"{_HEARER}(?:que\b|qu'|combien\b|comment\b|pourquoi\b|si\b|où\b|à quel|quel|"
    r"(?:(?:ne pas|ne plus|ne jamais|ne rien|ne|s'y|n'y|y|en|l'y) |[nls]')*(?:avoir|être|devoir|pouvoir|savoir)\b)"
)

#: « objecte de sa chaise que », « répète avec malice que »: how, and from where, something is said.
MANNER = (
    r"(?:de|depuis|du haut de) (?:sa |son |la |le |l'|leur )(?:chaise|place|salle|tribune|fauteuil|siège|estrade|scène|"
    r"pupitre|banc|rang|bureau)|du fond de la salle|au micro|au passage|au téléphone|à (?:voix (?:haute|basse)|mi-voix|"
    r"haute voix|demi-mot|juste titre|ce propos|ce sujet|cet égard|cette occasion|l'envi|regret|contrecœur)|"
    r"du bout des lèvres|de bonne grâce|de vive voix|sur-le-champ|sans (?:ambages|détours?|rire|hésiter|surprise|fard|"
    r"hésitation|trembler|ciller|illusion)|non sans \w+|d'un (?:ton|mot|air|sourire|trait|geste)(?: \w+)?|"
    r"avec (?:une certaine |un certain )?(?:malice|ironie|insistance|vigueur|fermeté|prudence|véhémence|fierté|émotion|"
    r"franchise|gravité|conviction|enthousiasme|tristesse|chaleur|énergie|force|humour|amusement|regret|satisfaction|"
    r"justesse|raison|aplomb|colère|agacement|soulagement|amertume|inquiétude|gourmandise|lucidité|modestie)|"
    r"par (?:écrit|lettre|courriel|courrier|téléphone|message|avance)|"
    r"en (?:souriant|riant|substance|aparté|privé|passant|"
    r"public|conclusion|préambule|introduction|outre|séance|réponse|plaisantant|soupirant)|"
    r"dans (?:un (?:sourire|souffle|"
    r"soupir|éclat de rire)|la foulée)|sur un ton [\w-]+|pour (?:mémoire|finir|conclure|commencer)"
)
#: « s'engage en revanche à », « refuse cependant tout … ».
ASIDE = (
    r"(?:aussi|encore|toutefois|cependant|néanmoins|pourtant|en revanche|par ailleurs|pour (?:sa|leur) part|"
    r"de (?:son|leur) côté|également|enfin|ensuite|même|surtout|donc|plutôt|d'ailleurs|toujours|déjà|volontiers|"
    r"désormais|maintenant|aujourd'hui|seulement|simplement|avant tout|d'abord|à présent|pour autant|à nouveau|"
    r"de nouveau|notamment|fortement|vivement|ardemment|clairement|fermement|explicitement|longuement|directement|"
    rf"particulièrement|ouvertement|expressément|instamment|{MANNER})"
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
