"""The HTTP API and, on the same application, the chat page."""
