"""The words of the domain: frozen types that import nothing else of furphy and do no I/O."""
