"""Numbers of arrested, abducted or freed people go with the deed that they count."""

import pytest

import selon


@pytest.mark.parametrize(
    ("text", "what", "mode"),
    [
        ("Des soldats guinéens ont dispersé la foule et arrêté trois opposants.", "arrested", "arrest"),
        ("Des hommes armés ont enlevé trois Français à Kidal avant de les tuer.", "kidnapped", "hostage"),
        ("Turkish police dispersed the crowd and arrested three protesters.", "arrested", "arrest"),
    ],
)
def test_a_count_goes_with_its_deed(text: str, what: str, mode: str) -> None:
    events = selon.read(text).events
    counted = [event.mode for event in events if what in [quantity.what.value for quantity in event.quantities]]
    assert len(events) == 2
    assert counted == [mode]


def test_without_a_deed_of_its_own_a_count_stays() -> None:
    events = selon.read("Douze personnes ont été tuées et trente arrêtées à Conakry.").events
    assert "arrested" in [quantity.what.value for event in events for quantity in event.quantities]
