"""The weights of :mod:`furphy.tracing.judging`, from ``evaluation/fit_translations.py``."""

WITH_VECTORS: dict[str, float] = {
    "bias": -36.467,
    "covered": 18.647,
    "covered-less": 4.668,
    "alike": 22.916,
    "background": -5.713,
    "links": 11.183,
    "length": -1.488,
    "numbers": 1.863,
    "no-numbers": 1.512,
    "numbers-apart": -2.197,
    "many-numbers": -1.405,
    "names": 3.144,
    "no-names": 3.053,
    "many-names": -2.056,
}

WITHOUT_VECTORS: dict[str, float] = {
    "bias": -14.071,
    "covered": 0.061,
    "covered-less": 6.118,
    "alike": 3.236,
    "background": -2.803,
    "links": 12.882,
    "length": 1.766,
    "numbers": 1.101,
    "no-numbers": 1.149,
    "numbers-apart": -2.601,
    "many-numbers": 0.55,
    "names": 3.678,
    "no-names": 2.428,
    "many-names": -2.901,
}
