"""Chat models: ``embedded`` needs no server; any OpenAI-compatible one goes the same road."""
