"""Programs of a consumer of Lead Ignite's commands, views and events, on the real compiler."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from support.toolchain import TYPESCRIPT
from support.typescript_project import compiler_errors, install

pytestmark = pytest.mark.toolchain

PACKAGE = Path(__file__).parents[3] / "generated" / "lead-ignite" / "typescript"

IMPORTS = """\
import type {
  Actor, BlogEvent, CreateUser, KanbanPage, TeamId, UpdateBlog, UpdateUser, UserEvent, UserId,
  UserView,
} from "@lead-ignite/contract";
declare const event: UserEvent;
declare const asked: Pick<UpdateUser, "request_id" | "expected_version" | "id">;
declare const team: TeamId;
export { asked, event, team };
export type { Actor, BlogEvent, CreateUser, KanbanPage, UpdateBlog, UpdateUser, UserId, UserView };
"""

MUST_COMPILE = {
    "an update may say nothing": "export const update: UpdateUser = { ...asked };",
    "an update clears what may be null": (
        "export const update: UpdateUser = { ...asked, archived_at: null };"
    ),
    "the type of an event tells its data": """
        export function told(): string {
          switch (event.type) {
            case "user.created": return event.data.username;
            case "user.updated": return event.data.username ?? "as before";
            case "user.deleted": return event.data.id;
          }
        }
    """,
    "who did it is told by the kind": """
        export const who = (actor: Actor): string =>
          actor.kind === "user" ? actor.user_id : actor.name;
    """,
    "a view has all its fields": """
        export const active = (user: UserView): boolean => user.is_active;
    """,
    "a page leads to the next": """
        export const next = (page: KanbanPage): string | null => page.next_cursor;
    """,
}

MUST_NOT_COMPILE = {
    "an update cannot clear what is required": (
        "export const update: UpdateUser = { ...asked, username: null };"
    ),
    "an update needs the version that was seen": (
        "export const update = (id: UserId): UpdateUser => ({ id, request_id: asked.request_id });"
    ),
    "an update cannot change who owns a post": """
        export const update = (u: UpdateBlog, user_id: UserId): UpdateBlog => ({ ...u, user_id });
    """,
    "a team is no user": "export const update: UpdateUser = { ...asked, id: team };",
    "an event that is deleted has no name": """
        export const name = event.type === "user.deleted" ? event.data.username : "";
    """,
    "a hash is no part of a new user": """
        export const hash = (user: CreateUser): string => user.password_hash;
    """,
    "a view tells no password": "export const told = (user: UserView): string => user.password;",
}


def file_of(name: str) -> str:
    return f"src/{name.replace(' ', '_')}.ts"


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("consumer")
    files = {p.relative_to(PACKAGE).as_posix(): p.read_bytes() for p in PACKAGE.rglob("*.*")}
    install(folder, "@lead-ignite/contract", files)
    (folder / "src").mkdir()
    for name, program in {**MUST_COMPILE, **MUST_NOT_COMPILE}.items():
        (folder / file_of(name)).write_text(f"{IMPORTS}\n{textwrap.dedent(program)}\n")
    return compiler_errors(folder, next(iter(TYPESCRIPT)))


@pytest.mark.parametrize("name", MUST_COMPILE)
def test_it_compiles(name: str, errors: dict[str, list[str]]) -> None:
    assert errors.get(file_of(name), []) == []


@pytest.mark.parametrize("name", MUST_NOT_COMPILE)
def test_it_does_not_compile(name: str, errors: dict[str, list[str]]) -> None:
    found = errors.get(file_of(name), [])
    assert found, "it compiled"
    last_line = len(IMPORTS.splitlines())
    assert all(int(error.split()[1].rstrip(":")) > last_line for error in found), found
