"""The version of selon: one place for the package, the records and the build."""

__version__ = "0.1.0"
