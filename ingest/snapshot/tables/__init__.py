"""The tables of collected facts, one module each, turned into drafts of records."""
