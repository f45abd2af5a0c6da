"""Who says what, through whom, how firmly: furphy reads reports and shows what they rest on."""

__version__ = "0.1.0"
