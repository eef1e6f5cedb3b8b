"""Two exact vector indexes with one behaviour: faiss to build with, numpy to start cold."""

from index.vectors.exact import ExactIndex
from index.vectors.flat import FaissIndex

__all__ = ["ExactIndex", "FaissIndex"]
