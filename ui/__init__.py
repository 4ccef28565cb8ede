"""The doors for people and programs: the command line, the HTTP API and the chat page."""
