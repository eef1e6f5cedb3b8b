"""Why a quotation has the speaker that it has, in French."""

_CONSTRUCTIONS = {
    "according": "un complément le désigne (« selon », « d'après », « aux yeux de », « à son avis »)",
    "announced": "le paragraphe précédent l'annonce et finit par deux-points",
    "as": "une comparative le désigne (« comme le rappelle »)",
    "box-heading": "l'intertitre est son nom",
    "box-name-line": "la ligne voisine porte son nom",
    "colon": "il mène la phrase, que deux-points séparent de la citation",
    "colon-after": "la proposition qui suit la citation et deux-points parle de lui",
    "comment-next": "la phrase suivante dit de qui sont ces mots",
    "cue-after": "un verbe de parole le désigne juste après la citation",
    "cue-after-open": "un verbe, quel qu'il soit, le désigne juste après la citation",
    "cue-before": "un verbe de parole le désigne avant la citation, dans la même phrase",
    "cue-inside": "une incise le désigne dans les guillemets",
    "cue-next": "la phrase suivante le désigne",
    "dialogue": "c'est une réplique, entre un tiret et le verbe",
    "flow": "la phrase précédente du paragraphe est de lui",
    "flow-far": "il parlait deux phrases plus haut et personne n'est nommé depuis",
    "flow-subject": "il est le sujet de la phrase précédente",
    "for": "la phrase commence par « pour » et lui",
    "gerund": "un participe le désigne (« en précisant », « estimant que »)",
    "interview": "c'est l'entretien d'une seule personne, et ceci répond à une question",
    "lead": "la phrase suivante le reprend par un pronom",
    "list-items": "la liste continue ce qu'il annonce",
    "minutes": "la ligne commence par son nom et deux-points",
    "nobody": "rien ne désigne de locuteur",
    "noun-cue": "un nom dit que c'est son idée (« le souhait de », « l'idée … défendue par »)",
    "passive": "le passif le désigne (« est défendue par »), ou personne",
    "reported": "il est sujet d'un verbe de parole",
    "same-sentence": "la citation précédente de la phrase est de lui",
    "signature": "son nom est entre parenthèses ou après un tiret",
    "verb-subject": "un verbe de parole le précède (« rappelle X »)",
}
_HOW = {
    "authority": "un lieu, pour sa seule collectivité du document",
    "body": "un nom d'organisme, pour le seul organisme de ce nom",
    "crowd": "un groupe, que personne ne nomme",
    "description": "une description, pour le sujet du moment",
    "flow": "",
    "interview": "",
    "list": "",
    "nobody": "personne n'est nommé",
    "omitted": "le sujet omis est le dernier sujet du paragraphe",
    "ordinal": "le premier ou le second des deux derniers nommés",
    "organisation": "un organisme nommé",
    "person": "une personne nommée",
    "place": "un lieu, pour sa seule collectivité du document",
    "pronoun": "un pronom, pour le dernier sujet du même genre",
    "pronoun-named": "un pronom, pour la seule personne du même genre que nomme le paragraphe",
    "role": "une fonction, pour la seule personne qui l'exerce",
    "role-next": "une fonction, pour la personne que nomme la phrase suivante",
    "surname": "un titre et un nom de famille",
    "title": "une personne nommée, dont le titre dit le genre",
    "unknown": "des mots qui ne désignent aucune personne reconnue",
}

#: What a quotation does, in French.
ACTS = {
    "agrees": "approuve",
    "asks": "demande",
    "commits": "s'engage",
    "disagrees": "conteste",
    "proposes": "propose",
    "quotes": "cite quelqu'un",
    "regrets": "regrette",
    "reports": "rapporte un fait",
    "states": "déclare",
    "warns": "alerte",
}


def why(rule: str, how: str) -> str:
    """Tell a rule (`reported-pronoun/1`) and a way of resolving (`pronoun`) in French."""
    name = rule.split("/")[0]
    construction = max((key for key in _CONSTRUCTIONS if name.startswith(key)), key=len, default="")
    told = (_CONSTRUCTIONS.get(construction, name), _HOW.get(how, how))
    return " ; ".join(filter(None, dict.fromkeys(told)))
