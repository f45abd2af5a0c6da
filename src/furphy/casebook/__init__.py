"""The casebook: documents, readings and judgements, kept so that nothing is lost.

One SQLite file, or a PostgreSQL database by its address, with the same code for both.

- :mod:`.schema` says what each table and column means; :mod:`.dialects` holds all that differs
  between the two stores; :mod:`.migrations` brings older casebooks to the newest schema.
- :mod:`.engines` opens the stores: many readers, each with its own view, and one writer at a time.
- :mod:`.casebook` opens a casebook, or makes one, and refuses what is none, is newer or is damaged.
- :mod:`.filing` turns documents and readings into rows, in whatever process; :mod:`.writer` puts
  rows and ledger into the store in one transaction; :mod:`.ledger` knows every input and its state.
- :mod:`.lines` gives readings back, as the very lines that were read.

It knows no formats and no languages: :mod:`furphy.desk` brings documents and readings to it.
"""
