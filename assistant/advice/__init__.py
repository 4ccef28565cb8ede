"""Advice as arithmetic: published formulas over what a person told and what the records hold, each number shown."""
