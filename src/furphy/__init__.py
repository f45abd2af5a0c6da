"""Who says what, through whom, how firmly: furphy reads reports and shows what they rest on."""

__version__ = "0.2.0"
