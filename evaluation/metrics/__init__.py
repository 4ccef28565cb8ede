"""What is measured, each measure in one place with its formula and its source."""
