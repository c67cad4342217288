"""The rows of the tables of results, from the frozen documents; none before results are published."""

from collections.abc import Iterator

from legation.public.data.fields import NOT_PUBLISHED, Row
from legation.public.data.rows import frame
from legation.public.site import Site, Value

NONE: Value = {"version": 0, "stands": True, "reason": "", "figures": {}}


def protocols(site: Site) -> Iterator[Row]:
    for said in site.results:
        for one in said["stations"]:
            for version in one["versions"] or [NONE]:
                codes = " ".join(finding["code"] for finding in one["findings"]) if version["stands"] else ""
                yield (
                    frame(site)
                    | {"contest": said["contest"], "stage": said["stage"]}
                    | {name: one[name] for name in ("station", "country", "mission")}
                    | {"district": one["district"] or NOT_PUBLISHED, "version": version["version"]}
                    | {"stands": version["stands"], "reason": version["reason"] or None, "findings": codes or None}
                    | {"standing": one["standing"] if version["stands"] else "superseded"}
                )


def figures(site: Site) -> Iterator[Row]:
    for said in site.results:
        head = frame(site) | {"contest": said["contest"]}
        for one in said["stations"]:
            for version in one["versions"]:
                about = head | {"station": one["station"], "version": version["version"]}
                for name, value in version["figures"].items():
                    yield about | {"field": name, "value": value}


def totals(site: Site) -> Iterator[Row]:
    for said in site.results:
        for one in said["totals"]:
            cells = {f"stations/{name}": count for name, count in one["stations"].items()} | one["figures"]
            cells |= {f"quarantined/{name}": count for name, count in one["quarantined"].items()}
            about = frame(site) | {"contest": said["contest"], "by": one["by"], "group": one["group"]}
            for name, value in cells.items():
                yield about | {"field": name, "value": value}
