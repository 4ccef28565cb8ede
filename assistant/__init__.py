"""One turn of conversation: the graph, its steps, the tools, the chat models, the memory."""
