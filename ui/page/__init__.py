"""The chat page: Chainlit on the same application, in three languages, with nothing loaded from elsewhere."""
