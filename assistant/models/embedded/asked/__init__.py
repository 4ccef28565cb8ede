"""Particular things a question may ask for: lists, figures, institutions, places of exams, prices, papers of crafts."""
