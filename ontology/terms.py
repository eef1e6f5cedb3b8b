"""Names: the namespaces that the graph uses, the prefixes that queries need not declare, the paths of the files."""

from pathlib import Path
from types import MappingProxyType

PAL = "https://w3id.org/palabre/ontology#"
CONCEPT = "https://w3id.org/palabre/concept/"
THESAURUS_IRI = "https://w3id.org/palabre/thesaurus"
#: Where entities get their IRIs when the user names no other place.
BASE = "https://w3id.org/palabre/id/"

#: Declared in every query and in every Turtle file that is written.
PREFIXES = MappingProxyType(
    {
        "bibo": "http://purl.org/ontology/bibo/",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "pal": PAL,
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)

_HERE = Path(__file__).parent
ONTOLOGY_FILE = _HERE / "palabre.ttl"
SHAPES_FILE = _HERE / "shapes.ttl"
THESAURUS_FILE = _HERE / "thesaurus.ttl"
