"""What a message tells of the person who writes: likings, dislikes, constraints, and what has no part in a wish."""
