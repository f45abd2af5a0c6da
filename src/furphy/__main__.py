"""``python -m furphy`` is ``furphy``."""

from furphy.cli import main

if __name__ == "__main__":
    main()
