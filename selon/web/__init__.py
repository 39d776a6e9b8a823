"""The explorer: pages that show who says what, made on the server, with nothing loaded from elsewhere."""

from selon.web.app import create_app

__all__ = ["create_app"]
