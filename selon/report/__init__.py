"""A record as something people like to read: in the terminal, or as a page of its own."""
