"""The months, in order, as they are written inside a sentence."""

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
