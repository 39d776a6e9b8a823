"""The templates: everything that is put into them is escaped."""

from functools import cache
from pathlib import Path

from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader

from selon.version import __version__
from selon.web.links import actor_address, address


@cache
def templates() -> Jinja2Templates:
    """The templates of the explorer, with the functions that all of them use."""
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(address=address, actor_address=actor_address, version=__version__)
    return Jinja2Templates(env=env)
