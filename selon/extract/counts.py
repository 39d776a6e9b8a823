"""Numbers that belong to one kind of deed are told with that deed, and not with others of the same sentence.

« a dispersé la foule et arrêté trois opposants »: three were arrested, none of them by dispersing.
"""

from collections.abc import Sequence

from selon.extract.draft import Draft
from selon.model.ontology import Mode, QuantityOf

_DEEDS = {
    QuantityOf.ARRESTED: (Mode.ARREST, Mode.DETAIN),
    QuantityOf.KIDNAPPED: (Mode.HOSTAGE,),
    QuantityOf.RELEASED: (Mode.RELEASE,),
    QuantityOf.EXPELLED: (Mode.EXPEL, Mode.DEPORT),
    QuantityOf.SENTENCED: (Mode.CONVICT,),
}


def share_counts(drafts: Sequence[Draft]) -> None:
    """Takes from each event the numbers that another one, of the mode that they count, has too."""
    owned = {
        (quantity.span, quantity.what)
        for draft in drafts
        for quantity in draft.quantities
        if draft.mode in _DEEDS.get(quantity.what, ())
    }
    for draft in drafts:
        draft.quantities = tuple(
            quantity
            for quantity in draft.quantities
            if (quantity.span, quantity.what) not in owned or draft.mode in _DEEDS[quantity.what]
        )
