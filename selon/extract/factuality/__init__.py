"""How a text presents an event: asserted, future, conditional, hypothetical, possible, negated, denied.

In: a `Parse` and a trigger token. Out: a `Factuality`. Data: `{fr,en}/negation.yml`, `modality.yml`.
"""

from selon.extract.factuality.judge import judge

__all__ = ["judge"]
