"""The commands. Each is a small module that is imported only when it is called."""
