"""Sources of records: the register's two APIs and files in known shapes."""
