"""What `--help` says."""

from __future__ import annotations

from typer.testing import CliRunner

from modelpact.cli.app import application


def help_of(*command: str) -> str:
    result = CliRunner().invoke(
        application(), [*command, "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"}
    )
    assert result.exit_code == 0
    return " ".join(result.output.split())


def test_brackets_in_help_are_no_markup() -> None:
    assert "into pyproject.toml, as [tool.modelpact], or" in help_of("init")
    assert "pip install 'modelpact[import]'" in help_of("import")


def test_lines_end_where_the_terminal_does_and_not_where_those_of_the_source_do() -> None:
    result = CliRunner().invoke(
        application(), ["build", "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"}
    )
    assert "all of it or nothing. Exit code 1 where --check finds something stale." in result.output
