"""Templates know base and their own app, and carry no inline code."""

from tests.contracts.checks import templates
from tests.contracts.checks.tree import SYSTEM, Placed, capability_of, name_of, place_text, template_files


def owners() -> dict[str, str]:
    """Template name, as Django looks it up, -> the app it belongs to."""
    found = {}
    for path in template_files():
        app = capability_of(path)
        found[path.relative_to(SYSTEM / app / "templates").as_posix()] = app
    return found


def test_templates_extend_and_include_only_base_or_their_own_app() -> None:
    names = owners()
    found = [
        Placed(name_of(path), *finding)
        for path in template_files()
        for finding in templates.foreign_uses(path.read_text(encoding="utf-8"), app=capability_of(path), owners=names)
    ]
    assert found == []


def test_no_template_carries_inline_script_or_style() -> None:
    assert place_text(template_files(), templates.inline_code) == []


def test_no_two_apps_give_a_template_the_same_name() -> None:
    names = [path.relative_to(SYSTEM / capability_of(path) / "templates").as_posix() for path in template_files()]
    assert sorted(names) == sorted(set(names))
