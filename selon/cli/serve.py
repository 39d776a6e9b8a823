"""`selon serve`: the explorer and the HTTP API."""

import secrets

import click

import selon

_LOCAL = ("127.0.0.1", "localhost", "::1")


@click.command("serve", epilog="Example: selon serve --db news.selon")
@click.option("--db", required=True, metavar="FOLDER", envvar="SELON_DB", help="The database.")
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True, help="The port.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Another address lets others in; they need the token."
)
@click.option("--review", is_flag=True, help="Let a person judge events; judgements are written to the database.")
@click.option("--name", default="", help="Under which name judgements are written.")
def command(db: str, port: int, host: str, review: bool, name: str) -> None:
    """Show a database in the browser: the explorer, and the HTTP API under /api/v1.

    It answers on this machine only. With --host 0.0.0.0 others can reach it, with a token that is printed.
    """
    try:
        import uvicorn

        from selon.web import create_app
    except ImportError as fault:
        raise selon.SelonError(
            f"the explorer is not installed ({fault.name}); run: pip install 'selon[serve]'"
        ) from fault
    token = None if host in _LOCAL else secrets.token_urlsafe(18)
    hosts = ("127.0.0.1", "localhost", "[::1]") if token is None else (host, "127.0.0.1", "localhost")
    app = create_app(db, review=(name or _user()) if review else None, token=token, hosts=hosts)
    shown = f"http://{'localhost' if host in _LOCAL else host}:{port}/" + (f"?token={token}" if token else "")
    click.echo(f"selon: {shown}  (stop with Ctrl-C)", err=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False)


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
