"""Lemmas as rules that a network can choose from: how many letters go, which come; and back."""


def lemma_rule(form: str, lemma: str) -> str:
    """The rule that makes the lemma of the form: "=" keeps the case, "-" lowers it; then the cut and the new ending.

    >>> lemma_rule("Attaques", "attaque"), lemma_rule("Paris", "Paris"), lemma_rule("est", "être")
    ('-1', '=0', '-3être')
    """
    if not lemma or lemma == "_":
        return ""
    kept = form[:1] == lemma[:1] and form != form.lower()
    base = form if kept else form.lower()
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    return f"{'=' if kept else '-'}{len(base) - same}{lemma[same:]}"


def by_rule(form: str, rule: str) -> str:
    """The lemma that a rule makes of a form; the form itself where the rule cuts more than there is.

    >>> by_rule("Maisons", "-1")
    'maison'
    """
    base = form if rule[0] == "=" else form.lower()
    digits = len(rule[1:]) - len(rule[1:].lstrip("0123456789"))
    cut, ending = int(rule[1 : digits + 1]), rule[digits + 1 :]
    return base[: len(base) - cut] + ending if cut <= len(base) else base
