"""How a text presents an event: asserted, future, conditional, hypothetical, possible, negated, denied.

In: a `Parse` and a trigger token. Out: a `Factuality`; and whether the trigger's own words negate it, for a negation
that a source makes its denial. Data: `{fr,en}/negation.yml`, `modality.yml`.
"""

from selon.extract.factuality.judge import judge
from selon.extract.factuality.negation import has_particle, is_negated

__all__ = ["has_particle", "is_negated", "judge"]
