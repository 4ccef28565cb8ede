"""Sources of labour-market figures outside the index: each a thin client, rationed, kept on disk with its dates."""
