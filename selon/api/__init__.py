"""The HTTP API: what a database holds as JSON, under /api/v1; read-only, described at /api/v1/openapi.json."""

from selon.api.asked import Asked, Page
from selon.api.live import Live
from selon.api.routes import api_router

__all__ = ["Asked", "Live", "Page", "api_router"]
