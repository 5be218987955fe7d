"""Reading files of a commit from git's object store; nothing is checked out, nothing is fetched."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from modelpact.errors import ModelpactError

__all__ = ["Repository"]

_ENVIRONMENT: Final = {"LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
_HOOKS: Final = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
"""What git tells its hooks of where they run; we look from the project's folder instead."""
_LINKS: Final = frozenset({b"120000", b"160000"})
"""The modes of what is no file: symbolic links, and commits of other repositories."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository.

    Attributes:
        root: The folder of its working tree.

    """

    root: Path

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """The repository that a folder is in.

        Raises:
            ModelpactError: There is none, git refuses to read it, or git is not installed.

        """
        done = _git(folder, "rev-parse", "--show-toplevel")
        if done.returncode:
            raise ModelpactError(
                f"is not in a git repository that can be read: {_said(done)}",
                where=str(folder),
                advice="Compare with a release or a folder instead: --against latest.",
                rule="no-repository",
            )
        return cls(Path(os.fsdecode(done.stdout.rstrip(b"\n"))).resolve())

    def commit(self, ref: str) -> str:
        """The id of the commit that a branch, tag or abbreviated id names.

        Raises:
            ModelpactError: There is none of this name here.

        """
        done = None
        if ref and not ref.startswith("-"):
            done = _git(self.root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
        if done is None or done.returncode:
            raise ModelpactError(
                f"there is no git commit {ref!r} here",
                where=str(self.root),
                advice=self._advice("Name a branch, a tag or a commit: `git branch --all`."),
                rule="no-such-ref",
            )
        return done.stdout.decode().strip()

    def files(self, ref: str, path: str) -> dict[str, bytes]:
        """The files below a folder in a commit, by path in the folder; or one file, by its name.

        Args:
            ref: What :meth:`commit` understands.
            path: Relative to the repository's root, with ``/``.

        Raises:
            ModelpactError: There is no such commit, or nothing at the path in it, or its contents
                are not here.

        """
        commit = self.commit(ref)
        path = path.strip("/")
        kind, content = b"missing", b""
        if ".." not in path.split("/") and "\n" not in path:
            (kind, content), *_ = self._objects([f"{commit}:{path}"])
        if kind == b"missing":
            raise ModelpactError(
                f"there is no {path or '.'} in the commit {ref}",
                where=str(self.root),
                advice=self._advice(
                    "Was it committed? Name another folder of the commit with git:REF:PATH."
                ),
                rule="no-such-path",
            )
        if kind == b"blob":
            return {path.rpartition("/")[2]: content}
        entries = list(self._entries(f"{commit}:{path}"))
        contents = self._objects([name for _, name in entries])
        for (file, name), (kind, _) in zip(entries, contents, strict=True):
            if kind != b"blob":
                raise ModelpactError(
                    f"the contents of {file} at {ref} are not here (object {name})",
                    where=str(self.root),
                    advice=self._advice("Fetch the commit whole: `git fetch`."),
                    rule="incomplete-repository",
                )
        return {file: content for (file, _), (_, content) in zip(entries, contents, strict=True)}

    def _entries(self, tree: str) -> Iterator[tuple[str, str]]:
        """Every file below a tree: its path and the name of its object."""
        done = _git(self.root, "ls-tree", "-r", "-z", tree)
        if done.returncode:
            raise self._failed(done)
        for line in done.stdout.split(b"\0"):
            if line:
                about, _, file = line.partition(b"\t")
                mode, _, name = about.split(b" ")
                if mode not in _LINKS:
                    yield os.fsdecode(file), name.decode()

    def _objects(self, names: Sequence[str]) -> list[tuple[bytes, bytes]]:
        """The kind and the content of objects; the kind ``missing`` where there is none."""
        asked = "".join(f"{name}\n" for name in names)
        done = _git(self.root, "cat-file", "--batch", given=os.fsencode(asked))
        if done.returncode:
            raise self._failed(done)
        found: list[tuple[bytes, bytes]] = []
        said, start = done.stdout, 0
        for _ in names:
            end = said.index(b"\n", start)
            head = said[start:end]
            start = end + 1
            if head.endswith((b" missing", b" ambiguous")):
                found.append((b"missing", b""))
                continue
            _, kind, size = head.rsplit(b" ", 2)
            found.append((kind, said[start : start + int(size)]))
            start += int(size) + 1
        return found

    def _failed(self, done: subprocess.CompletedProcess[bytes]) -> ModelpactError:
        return ModelpactError(
            f"git cannot read its objects: {_said(done)}",
            where=str(self.root),
            advice=self._advice("`git fsck` says what is wrong with the repository."),
            rule="incomplete-repository",
        )

    def _advice(self, otherwise: str) -> str:
        """What to do: in a shallow clone, first of all to fetch the rest."""
        done = _git(self.root, "rev-parse", "--is-shallow-repository")
        if done.stdout.strip() == b"true":
            return (
                "This is a shallow clone: fetch what is missing with `git fetch --unshallow`, or"
                " in GitHub Actions check out with `fetch-depth: 0`."
            )
        return otherwise


def _git(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(folder), *arguments]
    environment = {key: value for key, value in os.environ.items() if key not in _HOOKS}
    try:
        return subprocess.run(  # noqa: S603 - git, with arguments that are no options
            command, input=given, capture_output=True, check=False, env=environment | _ENVIRONMENT
        )
    except FileNotFoundError as error:
        raise ModelpactError(
            "git is not installed, or not on the path",
            advice="Install it, or compare with a release or a folder: --against latest.",
            rule="no-git",
        ) from error
    except (OSError, ValueError) as error:
        raise ModelpactError(f"git cannot be run: {error}", rule="no-git") from error


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """The first line of what git complains of."""
    text = done.stderr.decode(errors="replace").strip()
    return text.partition("\n")[0].removeprefix("fatal: ") or f"exit code {done.returncode}"
