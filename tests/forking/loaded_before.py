"""Imported by the process that workers of tests are forked from: it loads what each of them would.

It stands in a folder of its own, since others of the tests would hide modules of their names.
"""

import furphy.desk.intake
import furphy.desk.opener  # noqa: F401 - to be there
from furphy.ingest.language import language_of
from furphy.reading.spacy_parser import name_of_parser

language_of("A text of as many letters as a guess at its language takes.")
name_of_parser()
