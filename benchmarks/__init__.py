"""Speed and quality against peers, printed as tables; nothing here is asserted."""
