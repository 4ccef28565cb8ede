"""From a message to a wish: its clauses, their subjects, what is decided among them."""
