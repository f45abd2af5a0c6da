"""The weights of :mod:`furphy.tracing.judging`, from ``evaluation/fit_translations.py``."""

WITH_VECTORS: dict[str, float] = {
    "bias": -31.003,
    "covered": 14.02,
    "covered-less": 6.054,
    "alike": 18.649,
    "background": -3.517,
    "links": 2.322,
    "length": 0.264,
    "numbers": 3.869,
    "no-numbers": 2.369,
    "numbers-apart": -3.942,
    "many-numbers": 1.467,
    "names": 2.059,
    "no-names": 1.043,
    "many-names": -2.488,
}

WITHOUT_VECTORS: dict[str, float] = {
    "bias": -13.788,
    "covered": 1.8,
    "covered-less": 7.292,
    "alike": 1.805,
    "background": 0.883,
    "links": 9.426,
    "length": 1.373,
    "numbers": 2.166,
    "no-numbers": 1.834,
    "numbers-apart": -4.365,
    "many-numbers": 2.976,
    "names": 4.154,
    "no-names": 1.735,
    "many-names": -7.116,
}
