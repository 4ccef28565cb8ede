"""``python -m ui``: the command line where the console script is not on the path."""

from ui.cli import main

if __name__ == "__main__":
    main()
