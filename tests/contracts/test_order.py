"""The lists of capabilities name the same apps, and tables point down the order."""

import ast
import tomllib
from functools import partial
from typing import Any

from django.apps import apps
from django.db import models

from tests.contracts.checks import rows
from tests.contracts.checks.tree import ROOT, SYSTEM, capability_of, name_of, place, python_files, tree_of

LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
CONTRACTS: dict[str, dict[str, Any]] = {contract["id"]: contract for contract in LINTER["contracts"]}
ORDER = [name.strip(" ()") for layer in CONTRACTS["order"]["layers"] for name in layer.split("|")]
HAS_ROOMS_OF_ITS_OWN = {
    "project": "settings, addresses, the command",
    "base": "what every capability stands on",
    "readers": "one file a format",
    "integrity": "the log, its signer and its keys",
    "desks": "one file a role",
    "public": "rendering of frozen documents",
    "rehearsal": "scripts of acts",
}


def folders() -> set[str]:
    return {path.parent.name for path in SYSTEM.glob("*/__init__.py")}


def installed(module: str) -> list[str]:
    """Apps of ours written out in a settings module, in its order."""
    tree = tree_of(SYSTEM / f"project/settings/{module}.py")
    names = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    known = {f"legation.{folder}" for folder in folders()}
    return [name.removeprefix("legation.") for name in names if name in known]


def test_the_order_is_the_one_of_the_design() -> None:
    design = (
        "project rehearsal desks public publication headquarters count electionday pollbook training coordination "
        "observers logistics voters commissions stations missions plan accounts integrity readers base"
    )
    assert design.split() == ORDER


def test_every_folder_stands_in_the_order() -> None:
    assert sorted(folders() - set(ORDER)) == []


def test_every_folder_is_an_installed_app() -> None:
    assert sorted(installed("base")) == sorted(folders() - {"project", "rehearsal"})


def test_the_rehearsal_is_installed_only_where_time_may_be_set() -> None:
    assert {module: "rehearsal" in installed(module) for module in ("base", "production", "demo", "test")} == {
        "base": False,
        "production": False,
        "demo": True,
        "test": True,
    }


def test_every_capability_has_the_rooms() -> None:
    with_rooms = {container.removeprefix("legation.") for container in CONTRACTS["rooms"]["containers"]}
    assert with_rooms == folders() - HAS_ROOMS_OF_ITS_OWN.keys()


def test_no_contract_has_an_ignore_entry() -> None:
    assert [key for key, contract in CONTRACTS.items() if contract.get("ignore_imports")] == []


def test_rows_of_voters_are_read_by_voters_and_the_poll_book_alone() -> None:
    others = [path for path in python_files(SYSTEM) if capability_of(path) not in rows.READERS_OF_VOTERS]
    assert place(others, rows.reads_voters) == []


def test_the_public_pages_see_what_was_published_and_nothing_else() -> None:
    public = [path for path in python_files(SYSTEM) if capability_of(path) == "public"]
    seen = partial(rows.sees_beyond, allowed=frozenset({"public", "publication", "base"}))
    assert place(public, seen) == []


def test_foreign_keys_to_another_capability_point_down_and_protect() -> None:
    found = [
        (field.model.__name__, field.name, fault)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.model is model and _ours(model)
        for fault in rows.foreign_key_faults(
            source=_app(model),
            target=_app(field.related_model),
            related_name=field.remote_field.related_name,
            protects=field.remote_field.on_delete is models.PROTECT,
            order=ORDER,
        )
    ]
    assert found == []


def test_no_table_is_joined_to_many_of_another_capability() -> None:
    found = [
        (model.__name__, field.name)
        for model in apps.get_models()
        if _ours(model)
        for field in model._meta.local_many_to_many
        if _app(field.related_model) != _app(model) and _ours(field.related_model)
    ]
    assert found == []


def test_migrations_know_no_code_of_the_system() -> None:
    found = [
        (name_of(path), node.module)
        for path in python_files(SYSTEM)
        if path.parent.name == "migrations"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("legation")
    ]
    assert found == []


def _ours(model: type[models.Model]) -> bool:
    return model.__module__.startswith("legation.")


def _app(model: type[models.Model]) -> str:
    return model.__module__.split(".")[1] if _ours(model) else model._meta.app_label
