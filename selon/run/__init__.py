"""Reading many documents: the same steps in one process or on all cores of this machine."""

from selon.run.local import read_all
from selon.run.reader import Reader, check_lexicons, model_version, read

__all__ = ["Reader", "check_lexicons", "model_version", "read", "read_all"]
