"""Templates, as quick to draw pages as they can be: a website has many thousand pages, and each asks for the same."""

from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from types import CodeType

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.filters import do_mark_safe

from secc.diagnostics import CannotProceed
from secc.render.escaping import harmless
from secc.render.patterns import ESCAPED
from secc.site.template_faults import template_fault


def templates_in(place: Path, facts: object) -> Environment:
    """The templates in a folder, which know the site by these facts."""
    templates = _Templates(place)
    prepare(templates, facts)
    return templates


def prepare(templates: Environment, facts: object) -> None:
    """Have templates escape whatever they are given, refuse what they are not, and know the site.

    `once[template, base]` is what is the same on all pages from which the home page is at `base`: it is set for the
    first of them.
    """
    templates.autoescape = True
    templates.undefined = StrictUndefined
    templates.trim_blocks = True
    templates.lstrip_blocks = True
    templates.globals["site"] = facts
    templates.globals["once"] = _Once(templates)


def drawn(templates: Environment, name: str, context: Mapping[str, object]) -> str:
    """What comes of a template. Raises `CannotProceed` where it is at fault."""
    try:
        return templates.get_template(name).render(context)
    except CannotProceed:
        raise
    except Exception as error:
        fault = template_fault(error)
        if fault is None:
            raise
        raise CannotProceed(fault) from None


class _Once(dict[tuple[str, str], str]):
    """What has been set of templates, by their names and the way to the home page."""

    def __init__(self, templates: Environment) -> None:
        super().__init__()
        self._templates = templates

    def __missing__(self, asked: tuple[str, str]) -> str:
        name, base = asked
        self[asked] = found = do_mark_safe(drawn(self._templates, name, {"base": base}))
        return found


class _Template(Template):
    """A template that escapes by `escape` below."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, object],  # noqa: A002  # as jinja2 calls it
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """The template of compiled code."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = escape
        return template


def escape(value: object) -> str:
    """A value as it is written into a page.

    As the filter of jinja2 does, but that the strings are not marked as escaped that are written at once, and that most
    have nothing to escape.
    """
    if type(value) is _Marked or (type(value) is str and ESCAPED.search(value) is None):
        return value
    return _escape(harmless(value) if type(value) is str else value)


_Marked = type(do_mark_safe(""))
_escape: Callable[[object], str] = Environment().filters["escape"]


class _Templates(Environment):
    """Templates that have no globals but those of all.

    Each is found by its name at once: jinja2 looks in a cache, and in two places for each global, page by page.
    """

    template_class = _Template

    def __init__(self, place: Path) -> None:
        loader = FileSystemLoader(place)  # jinja2 would look for constants to fold, of which there are none
        super().__init__(loader=loader, optimized=False, auto_reload=False, bytecode_cache=_COMPILED)
        self._found: dict[str | Template, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, object] | None = None,  # noqa: A002  # as jinja2 calls it
    ) -> Template:
        """The template of a name."""
        assert not globals
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, parent)
        return found

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        """Those of all."""
        assert not d
        return self.globals


class _Compiled(BytecodeCache):
    """Each template as it was compiled last, so that a theme that is read again costs only what changed of it."""

    def __init__(self) -> None:
        self._compiled: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code where it says what it said."""
        checksum, code = self._compiled.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Hold a template's code."""
        assert bucket.code is not None
        self._compiled[bucket.key] = (bucket.checksum, bucket.code)


_COMPILED = _Compiled()
