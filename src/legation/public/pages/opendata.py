"""The page that lists every file of the open data, with its columns, its size, its SHA-256, and how to cite it."""

from legation.public.data import files, package, standards
from legation.public.data.fields import Column, Table, columns
from legation.public.data.tables import TABLES
from legation.public.rendering import in_language, rendered
from legation.public.site import Site


def page(site: Site, language: str, item: str) -> bytes:
    with in_language(language):
        context = {
            "tables": [_table(site, table) for table in TABLES.values()],
            "standards": [_standard(site, name) for name in standards.STANDARDS],
            "licence": site.election["licence"],
            "version": site.frozen.digest,
        }
    return rendered(site, language, "data/", "public/data.html", context)


def _table(site: Site, table: Table) -> dict[str, object]:
    found = [package.listed(site, name) for name in files.names() if name.partition(".")[0] == table.name]
    return {
        "name": table.name,
        "title": str(table.title),
        "about": str(table.about),
        "rows": found[0].rows,
        "files": found,
        "columns": [_column(one) for one in columns(site, table)],
        "key": ", ".join(table.key),
    }


def _standard(site: Site, name: str) -> dict[str, object]:
    one = standards.STANDARDS[name]
    return {
        "file": package.listed_standard(site, name),
        "title": one.title,
        "where": one.where,
        "unsaid": [str(words) for words in one.unsaid],
    }


def _column(one: Column) -> dict[str, object]:
    field = one.field
    return {
        "name": one.name,
        "title": str(field.title),
        "about": str(field.about),
        "language": one.language,
        "kind": field.kind,
        "required": field.required,
        "enum": ", ".join(field.enum),
    }


def table(site: Site, language: str, item: str) -> bytes:
    """One file of a table."""
    return files.octets(site, item)


def standard(site: Site, language: str, item: str) -> bytes:
    """One file in a format of others."""
    return standards.octets(site, item)


def description(site: Site, language: str, item: str) -> bytes:
    """`datapackage.json`"""
    return package.package(site)
