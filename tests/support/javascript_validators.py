"""Generated validators in one Node process that is kept for many questions."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from modelpact.documents.pointers import ROOT
from modelpact.documents.sets import Document, DocumentSet
from modelpact.graph.lowering import lower
from modelpact.graph.nodes import Location
from modelpact.targets.typescript import TARGET
from modelpact.targets.typescript.package import runtime_files, validator_module
from modelpact.targets.typescript.validators.modules import validators_of
from support.toolchain import node

__all__ = ["JavaScriptError", "JavaScriptValidators"]

_SCRIPT = Path(__file__).with_name("judge.mjs")


class JavaScriptError(Exception):
    """A generated module does not load, or throws."""


class JavaScriptValidators:
    """Generates validators and asks them.

    Args:
        folder: Where packages are written. Each stays until the end.

    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "package.json").write_text('{"type": "module"}')
        (folder / "runtime").mkdir()
        for name, content in runtime_files().items():
            (folder / "runtime" / name).write_bytes(content)
        self._packages = 0
        self._process = subprocess.Popen(
            [node(), str(_SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()

    def generate(self, *schemas: Any, beside: Mapping[str, Any] | None = None) -> list[str]:
        """The modules of schemas, and of what else they refer to, without a type graph.

        Args:
            schemas: Documents; they are called ``d0.json``, ``d1.json``, ...
            beside: Documents that they may refer to, by URI.

        Raises:
            ModelpactError: A schema is refused.

        """
        documents = {f"d{index}.json": schema for index, schema in enumerate(schemas)}
        types = {Location(file, ROOT): f"D{index}" for index, file in enumerate(documents)}
        found = DocumentSet(
            "test",
            {file: Document(file, file, s) for file, s in {**documents, **(beside or {})}.items()},
        )
        files = {name: name for name in types.values()}
        views = validators_of(found, types, files)
        modules = {f"validators/{view.file}.js": validator_module(view) for view in views}
        folder = self._write({path: text.encode() for path, text in modules.items()})
        return [str(folder / "validators" / f"{name}.js") for name in types.values()]

    def package(
        self, documents: DocumentSet, names: Sequence[str], *, stays: bool = False
    ) -> list[str]:
        """The modules of some types of a set of documents, as a package has them.

        Args:
            documents: The documents.
            names: The types.
            stays: Whether :meth:`forget` leaves the files.

        """
        files = TARGET.render(lower(documents), {}).files
        folder = self._write(
            {p: c for p, c in files.items() if p.startswith("validators/") and p.endswith(".js")},
            "c" if stays else "p",
        )
        return [str(folder / "validators" / f"{name}.js") for name in names]

    def _write(self, files: Mapping[str, bytes], stem: str = "p") -> Path:
        self._packages += 1
        folder = self._folder / f"{stem}{self._packages}"
        (folder / "validators").mkdir(parents=True)
        (folder / "runtime").symlink_to(self._folder / "runtime")
        for path, content in files.items():
            (folder / path).write_bytes(content)
        return folder

    def forget(self) -> None:
        """Remove the files of all packages so far."""
        for folder in self._folder.glob("p*/"):
            shutil.rmtree(folder)

    def judge(self, module: str, values: Sequence[Any]) -> list[bool]:
        """Whether values are valid.

        Raises:
            JavaScriptError: The module does not load or throws, or its functions disagree.

        """
        said = self._ask({"file": module, "values": json.dumps(values)})
        if "!" in said:
            raise JavaScriptError(f"is and validate disagree about {values[said.index('!')]!r}")
        return [letter == "1" for letter in said]

    def issues(self, module: str, values: Sequence[Any]) -> list[list[dict[str, Any]]]:
        """What is wrong with each value."""
        return list(self._ask({"file": module, "values": json.dumps(values), "issues": True}))

    def parse(self, module: str, *texts: str) -> list[list[dict[str, Any]]]:
        """What is wrong with each text, read as JSON by the module itself."""
        return list(self._ask({"file": module, "texts": texts}))

    def _ask(self, request: dict[str, Any]) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        said = json.loads(line) if line else {"error": "Node has ended"}
        if isinstance(said, dict):
            raise JavaScriptError(said["error"])
        return said
