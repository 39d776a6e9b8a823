"""Articles made by rule, and what a database of them holds without the names of its batches."""

import json
from pathlib import Path

from selon.store import open_store
from selon.store.schema import BY_NAME

_FRENCH = (
    "Le ministre turc a rencontré le roi à {city} le {day} mai 2021, selon l'agence. Il a condamné l'attaque de {city}."
)
_ENGLISH = "The Turkish minister met the king in {city} on May {day}, 2021, the agency said. He condemned the attack on {city}."
_CITIES = (("Rabat", "Rabat"), ("Tunis", "Tunis"), ("Alger", "Algiers"), ("Le Caire", "Cairo"), ("Beyrouth", "Beirut"))


def article(number: int) -> dict[str, str]:
    """The article of a number; 0 and 1 are one and the same."""
    seed = max(number, 1)
    lang = "fr" if seed % 3 else "en"
    cities = _CITIES[seed % len(_CITIES)]
    text = (_FRENCH if lang == "fr" else _ENGLISH).format(city=cities[lang == "en"], day=seed % 28 + 1)
    return {"id": str(seed), "text": text, "date": "2021-05-30", "publisher": f"Agence {seed % 4}", "lang": lang}


def write_corpus(path: Path, size: int) -> Path:
    """A JSON Lines file of so many articles and two faulty lines."""
    lines = [json.dumps(article(number), ensure_ascii=False) for number in range(size)]
    lines[size // 2 : size // 2] = ["{broken", '{"title": "no text"}']
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def content(database: str | Path) -> dict[str, list[str]]:
    """All rows that a database shows, by table, without the batch that wrote them."""
    store = open_store(database)
    return {
        table: sorted(
            json.dumps({key: value for key, value in row.items() if key != "batch_id"}, ensure_ascii=False)
            for row in store.sql(f"select * from {table}")
        )
        for table in BY_NAME
        if table != "batches"
    }
