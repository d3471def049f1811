"""The command line: arguments become calls, answers are printed, and the exit status says how it went.

0 clean, 1 findings, 2 could not do it. Each command is a module of its own, imported when it is called, so that
`secc --help` stays quick.
"""

import gc
import os
import sys
from importlib import import_module

import click

from secc.cli.terminal import steady
from secc.diagnostics import CannotProceed

COMMANDS = {
    "check": "find what a careful administrator would find",
    "fmt": "settle the layout of source files",
    "terms": "list the defined terms, with their scope and uses",
    "cites": "show what refers to a provision or uses a term",
    "citations": "list the citations found in any text, as JSON lines",
    "show": "print the text of a document, provision or definition",
    "status": "tell whether a provision is in effect, for whom, and why",
    "history": "list every version of a provision, and what changed it",
    "who": "tell which instrument put words where they stand",
    "redline": "show what changed between two texts, in many forms",
    "export": "put out a document, or the whole Code, as data, text, PDF or Word",
    "log": "list the consolidated versions of the Code",
    "conflicts": "list changes in flight that do not go together",
    "pack": "make all that is to be sent out about an instrument, in one zip",
    "amend": "write the instructions that turn one text into another",
    "apply": "carry an instrument out on the working text",
    "merge": "bring two changes of one text together, and show where they clash",
    "designate": "record a consolidated version in the document log",
    "verify": "prove every version, and every word, from the instruments",
    "explain": "tell what a rule is for and how to mend what it finds",
    "rules": "list the rules",
    "build": "make the website",
    "serve": "make the website and serve it on this machine",
}
"""Every command and what it does, in the order in which help lists them."""


class _Commands(click.Group):
    """Imports a command's module when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's
        """The names, in order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's
        """The command of a name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"secc.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click's
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="secc", prog_name="secc")
def secc() -> None:
    """Check, read and publish a legal code that is written as text."""


def main() -> None:
    """Run the command line; what cannot be done is one line on standard error and exit status 2."""
    steady()
    gc.set_threshold(200_000, 20, 20)  # a Code is a million small things that live to the end: do not count them often
    try:
        sys.exit(secc.main(standalone_mode=False) or 0)
    except CannotProceed as error:
        _give_up(f"secc: {error}")
    except click.exceptions.NoArgsIsHelpError as error:
        _give_up(error.format_message())
    except click.ClickException as error:
        _give_up(f"secc: {error.format_message()}")
    except click.Abort:
        _give_up("secc: stopped")
    except OSError as error:
        _leave_unsaid()
        what = f"{error.filename} cannot be read or written" if error.filename else "the answer cannot be written"
        _give_up(f"secc: {what}: {error.strerror}")
    finally:
        gc.freeze()  # all of it ends with the process: Python need not look for what could be freed before


def _give_up(message: str) -> None:
    click.echo(message, err=True)
    sys.exit(2)


def _leave_unsaid() -> None:
    """Throw away what is still to be printed, so that ending does not try to print it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
