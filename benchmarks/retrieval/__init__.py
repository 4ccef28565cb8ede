"""Retrieval: quality against what a user would pick instead, speed at the register's true size."""
