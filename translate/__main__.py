"""`python -m translate` is the command `corpus`."""

from translate.cli import main

main(prog_name="corpus")
