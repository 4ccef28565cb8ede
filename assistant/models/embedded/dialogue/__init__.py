"""What a message answers to or goes back to: the memo of the talk, offers, replies, references."""
