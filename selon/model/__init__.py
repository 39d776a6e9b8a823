"""What things are: frozen dataclasses, one concept a file, and the closed vocabularies."""
