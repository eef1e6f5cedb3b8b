"""What stands between a verb and its subject, or between an auxiliary and its participle."""

from kg.lexicon.speech import MANNER
from kg.regex import regex
from kg.relate.quotations.shadow import NAME, ORGANISATION, QUOTE

_NOUN_IN_MENT = (
    r"(?:départe|gouverne|parle|bâti|règle|docu|loge|équipe|monu|finance|recrute|juge|mouve|traite|senti|change|amende|"
    r"rassemble|groupe|aména|établisse|événe|investisse|développe|fonctionne|argu|engage|finance|place|trans|élé|"
    r"ali)\w*ment"
)
ADVERB = (
    rf"(?:(?!{_NOUN_IN_MENT}\b)[a-zà-ÿ]\w*ment|"
    r"(?:bien |un peu )?plus (?:tard|tôt)|tout à l'heure|peu après|"
    r"aussi|encore|bien|alors|ensuite|puis|enfin|d'emblée|d'abord|tout d'abord|notamment|ainsi|"
    r"donc|toujours|"
    r"déjà|en outre|par ailleurs|à son tour|à leur tour|pour sa part|pour leur part|quant à (?:lui|elle|eux|elles)|"
    r"de son côté|de leur côté|de nouveau|à nouveau|plutôt|même|lui-même|elle-même|eux-mêmes|lui aussi|elle aussi|"
    r"tout|aussitôt|plus|longuement|d'ailleurs|au passage|en conclusion|pour finir|pour conclure|"
    r"en préambule|en introduction|de même|en revanche|quand même|tout de même|en effet|toutefois|néanmoins|"
    r"cependant|pourtant|volontiers|souvent|parfois|sans détour|avec force|avec humour|non sans \w+|"
    r"en souriant|beaucoup|presque|ironique|admirati(?:f|ve)|amusée?|"
    r"tout de suite|très vite|d'entrée(?: de jeu)?|une (?:nouvelle |dernière )?fois(?: de plus)?|à plusieurs reprises|"
    r"également|pour autant|"
    rf"{MANNER}|d'ores et déjà|depuis la salle|en séance|à cette occasion|à ce sujet|sur ce point|"
    r"ici|d'un ton \w+|dans la foulée)"
)
#: « prévient dès janvier Ada Blanc », « raconte encore ému Karim Tazi »: what stands between a verb and its subject.
ADJUNCT = regex(
    rf"\s*(?:(?P<adjective>\w*(?:[éu]|ée|eux|euse|if|ive))(?=\s+(?:M\.\s|Mme\s)?{NAME})|(?:dès|depuis|en|avec|sans|"
    rf"dans|lors|devant|d'une?|vers|après|avant|pendant|sous|encore|très|tout|toute|"
    rf"visiblement|hier|ce|cette|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|à|au|aux|face|non|mi-\w+)\b"
    rf"[^,.;:!?{QUOTE[0]}{NAME[0]}{ORGANISATION[0]}]{{0,60}}?(?P<last>\b[\w-]+)(?<!\bde)(?<!\bà)(?<!\bavec)(?<!\bpar)"
    rf"(?<!\bpour)(?<!\bchez)(?<!\bdevant)(?<!\bet)(?<!\bdu))\s+(?=(?:M\.\s|Mme\s)?(?:{NAME}))"
)
