"""The server engine: the same index on a Qdrant server, for many machines."""
