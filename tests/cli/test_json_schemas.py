"""What commands about time print for programs is as docs/schemas says, over the sample Code."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.cli.running import Shell

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "docs" / "schemas"
ASKED = {
    "show": (
        ("H14.31",),
        ("H14.31", "--as-at", "2016-11-10", "--known", "2016-11-10", "--who"),
        ("TMAD", "--as-at", "2020-10-01"),
        ('"User Role"', "--as-at", "2016-11-10"),
    ),
    "status": (
        ("H14.31", "--as-at", "2016-11-10"),
        ("H14", "--as-at", "2015-05-01"),
        ('"Device"',),
        ("N5", "--as-at", "2018-12-31", "--known", "2018-07-01"),
    ),
    "history": (("H14.31",), ("F5.7",), ("H14.31ZA",)),
    "who": (("reasonable steps", "H14.31", "--as-at", "2016-11-10", "--for", 'region "North"'),),
    "log": ((), ("27.0",)),
    "verify": ((),),
    "conflicts": ((),),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample Code, whose cache is kept from one command to the next."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "sec-source", folder / "sec-source")
    return folder


@pytest.fixture
def beside(sample: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Shell:
    """A shell beside that copy."""
    return Shell(sample, monkeypatch, capsysbinary)


@pytest.mark.parametrize("command", ASKED)
def test_each_answer_is_as_its_schema_says(command: str, beside: Shell) -> None:
    for arguments in ASKED[command]:
        ran = beside.secc(command, *arguments, "--format", "json")
        assert ran.status in (0, 1), ran.err
        _validator(command).validate(json.loads(ran.out))


def test_what_is_recorded_is_as_its_schema_says(beside: Shell) -> None:
    ran = beside.secc(
        "designate",
        "2021-05-26-mp099",
        "2021-06-24-secmp0015",
        "--number",
        "99.0",
        "--format",
        "json",
        "--in-effect",
        "2023-01-01",
    )
    assert ran.status == 0, ran.err
    _validator("designate").validate(json.loads(ran.out))


@pytest.mark.parametrize("command", [*ASKED, "designate"])
def test_every_field_is_described(command: str) -> None:
    schema = _schema(command)
    Draft202012Validator.check_schema(schema)
    fields = list(_fields(schema))
    assert fields
    assert [name for name, field in fields if not isinstance(field, dict) or not field.get("description")] == []


def _fields(schema: object) -> Iterator[tuple[str, object]]:
    if isinstance(schema, dict):
        properties = schema.get("properties")
        if isinstance(properties, dict):
            yield from properties.items()
        for each in schema.values():
            yield from _fields(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from _fields(each)


def _schema(command: str) -> dict[str, object]:
    schema: dict[str, object] = json.loads((SCHEMAS / f"{command}.schema.json").read_text(encoding="utf-8"))
    return schema


def _validator(command: str) -> Draft202012Validator:
    return Draft202012Validator(_schema(command), format_checker=FormatChecker())
