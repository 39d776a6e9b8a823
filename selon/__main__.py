"""`python -m selon` is `selon`."""

from selon.cli.main import main

main()
