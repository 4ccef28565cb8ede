"""From sources to records to the index: the embedded snapshot, the register's APIs, an operator's files."""
