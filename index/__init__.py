"""Encoders, vector index, lexical index, fusion: keys and vectors only, nothing of documents or of the graph.

Importing it loads neither numpy nor any model library.
"""

import os

# The products of a question are small: two threads of numpy's took 1 to 16 ms for what one does in 0.9. Read when numpy
# is loaded; what the user has set stays.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from index.encoders import EncoderSpec, default_document_encoder, default_query_encoder, describe, open_encoder
from index.french import beginnings, fold, fold_evenly, may_hold, tokens, vocabulary
from index.fusion import convex_combination, reciprocal_rank_fusion
from index.lexical import LexicalIndex
from index.types import Encoder, EncoderMissingError, Hit, SearchIndexError, StatementEncoder, VectorIndex
from index.vectors import ExactIndex, FaissIndex

__all__ = [
    "Encoder",
    "EncoderMissingError",
    "EncoderSpec",
    "ExactIndex",
    "FaissIndex",
    "Hit",
    "LexicalIndex",
    "SearchIndexError",
    "StatementEncoder",
    "VectorIndex",
    "beginnings",
    "convex_combination",
    "default_document_encoder",
    "default_query_encoder",
    "describe",
    "fold",
    "fold_evenly",
    "may_hold",
    "open_encoder",
    "reciprocal_rank_fusion",
    "tokens",
    "vocabulary",
]
