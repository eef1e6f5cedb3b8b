"""What a base contains, in numbers."""

from collections import Counter
from typing import Any

from kg.base import Base


def statistics(base: Base) -> dict[str, Any]:
    """Return the counts of a base: kinds, quotations by mode, the ten largest speakers, the documents, the encoder."""
    knowledge = base.record.knowledge()
    quotations = list(knowledge.quotations())
    speakers = Counter(
        entity.label for quotation in quotations if (entity := knowledge.entity_of(quotation.speaker)) is not None
    )
    documents = [
        {"id": d.id, "source": d.source, "title": d.title, "date": d.date, "lang": d.lang}
        for d in knowledge.documents.values()
    ]
    return {
        "counts": base.manifest["counts"],
        "modes": dict(sorted(Counter(quotation.mode for quotation in quotations).items())),
        "speakers": sorted(speakers.items(), key=lambda pair: (-pair[1], pair[0]))[:10],
        "documents": documents,
        "encoder": base.manifest["encoder"],
        "build": base.build,
    }
