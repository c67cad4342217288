"""Verbs of the installation as a whole: the database, the server, the worker, backup and restore, the demonstration."""

import signal
import subprocess
import sys
import threading
from argparse import ArgumentParser, Namespace
from pathlib import Path

from legation.base.verbs import DONE, USAGE, Verb, formats, instant, print_json, progress
from legation.project.ports import free_port


def _nothing(parser: ArgumentParser) -> None:
    """The verb takes no arguments."""


def prepare(chosen: Namespace) -> int:
    """Create or upgrade the tables, and the keys of log and packages where there are none."""
    from django.conf import settings
    from django.core.management import call_command

    from legation.integrity import keys

    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    for purpose in ("log", "package"):
        if not keys.exists(purpose):
            progress(f"{purpose} key created: {keys.create(purpose)}")
    if not keys.secret_exists("factors"):
        progress(f"key of second factors created: {keys.create_secret('factors')}")
    return DONE


def server_command(host: str, port: int) -> list[str]:
    """Granian in WSGI mode: one worker and one thread on SQLite, several on PostgreSQL."""
    from django.db import connection

    workers = "1" if connection.vendor == "sqlite" else "2"
    threads = "1" if connection.vendor == "sqlite" else "8"
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port), "--no-log",
        "--workers", workers, "--blocking-threads", threads, "legation.project.wsgi:application",
    ]  # fmt: skip


def serve(chosen: Namespace) -> int:
    """Start web server and worker; stop both together."""
    from django.conf import settings

    from legation.base import jobs
    from legation.integrity import keys

    keys.secret("factors")  # refused where missing: nobody could use a letter
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    stop = threading.Event()
    server = subprocess.Popen(server_command(chosen.host, chosen.port))  # noqa: S603
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    worker = threading.Thread(target=jobs.work, args=(lambda: stop.is_set() or server.poll() is not None,))
    worker.start()
    progress(f"http://{'localhost' if chosen.host == '127.0.0.1' else chosen.host}:{chosen.port}")
    try:
        while not stop.is_set() and server.poll() is None:
            stop.wait(0.2)
    finally:
        stop.set()
        server.terminate()
        worker.join()
    code = server.wait()
    return DONE if code in (0, -signal.SIGTERM, -signal.SIGINT) else code


def _serve_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: %(default)s)")


def work(chosen: Namespace) -> int:
    """Run the timed jobs until stopped."""
    from legation.base import jobs

    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    jobs.work(stop.is_set)
    return DONE


def demo(chosen: Namespace) -> int:
    """Load the demonstration where it is missing, then serve it with a sign-in link for each member of the cast."""
    from django.conf import settings

    from legation.project.demonstration import build, links
    from legation.rehearsal import actions, queries, rebuilding
    from legation.rehearsal.script import az2024

    if not settings.DEMONSTRATION:
        progress("The demonstration runs with LEGATION_MODE=demo only, never on a database of elections.")
        return USAGE
    if chosen.fresh or queries.loaded_script() != actions.BOTH:
        build(chosen.until or az2024.OPENS_AT, chosen.seed)
    rebuilding.settle()
    if chosen.no_serve:
        return DONE
    chosen.host = "127.0.0.1"
    chosen.port = chosen.port or free_port()
    print(links(chosen.port), flush=True)
    return serve(chosen)


def _demo_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--no-serve", action="store_true", help="load the demonstration and end")
    parser.add_argument("--fresh", action="store_true", help="build it anew; what was tried out in it is lost")
    parser.add_argument("--port", type=int, default=0, help="port to listen on (default: 8000, else a free one)")
    parser.add_argument("--until", type=instant, help="play the script up to this instant, e.g. 2024-01-13T08:00Z")
    parser.add_argument("--seed", default="1", help="same seed, same log, byte for byte (default: %(default)s)")


def rehearse(chosen: Namespace) -> int:
    """Play the script without a browser, into the demonstration's folder: forward from where it stands, or anew."""
    from django.conf import settings

    from legation.project.demonstration import home_instant, play_until
    from legation.rehearsal import actions

    if not settings.DEMONSTRATION:
        progress("A rehearsal runs with LEGATION_MODE=demo only, never on a database of elections.")
        return USAGE
    if chosen.script != actions.SCRIPT:
        progress(f"There is no script {chosen.script!r}; there is {actions.SCRIPT}.")
        return USAGE
    until = home_instant(chosen.until)
    if until is None:
        progress(f"{chosen.until!r} is no instant; write it like 2024-02-04T12:00 (home time) or 2024-02-04T08:00Z")
        return USAGE
    found = play_until(until, chosen.seed, anew=chosen.anew)
    if chosen.json:
        print_json(found)
    else:
        progress(" · ".join(f"{name} {value}" for name, value in found.items()))
    return DONE


def _rehearse_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("script", help="the script to play")
    parser.add_argument("--until", required=True, help="play up to this instant; home time where it has no offset")
    parser.add_argument("--seed", default="1", help="same seed, same log, byte for byte (default: %(default)s)")
    parser.add_argument("--anew", action="store_true", help="build it anew; what was tried out in it is lost")
    formats(parser, "json")


def backup(chosen: Namespace) -> int:
    """Write database, files and last checkpoint into one archive; the server may go on."""
    from legation.project.backup import make

    made = make(chosen.file, with_keys=chosen.with_keys)
    if chosen.json:
        print_json({"file": str(chosen.file), "records": made.records, "parts": len(made.parts), "keys": made.keys})
        return DONE
    print(f"{chosen.file}: {made.records} records, {len(made.parts)} parts, database {made.database}.")
    if made.keys:
        progress("The KEYS ARE INSIDE: whoever has this file can sign in the name of the log. Seal it.")
    else:
        progress("The keys are not inside. Without log.pem no checkpoint can be signed: keep its copies apart.")
    return DONE


def restore(chosen: Namespace) -> int:
    """Put a backup in the place of what is here; the server must stand still."""
    from legation.project.restoring import restore as put_back

    done = put_back(chosen.file, replace=chosen.replace)
    if chosen.json:
        facts = {"records": done.records, "missing": done.missing, "memory_from_backup": done.memory_from_backup}
        print_json({"file": str(chosen.file), "made_at": done.manifest.made_at, **facts})
        return DONE
    print(f"{done.records} records of the backup of {done.manifest.made_at} are back.")
    if done.missing:
        progress(
            f"{done.missing} records were signed here after this backup. Nothing is done or signed until they are "
            "back: legation log recover FOLDER, with the folder of the published log."
        )
    if done.memory_from_backup:
        progress(
            "What the signer remembers comes from the backup too. If a later checkpoint was published, put it in "
            "the place of last-checkpoint in LEGATION_STATE_DIR before anything else, then: legation log recover FOLDER"
        )
    if not done.manifest.keys:
        progress("The backup holds no keys. Put log.pem and factors.key back before `legation prepare` or `serve`.")
    return DONE


def backup_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="archive to write, e.g. legation-2024-01-23.tar.gz")
    parser.add_argument("--with-keys", action="store_true", help="put the keys inside too; seal such a file")
    formats(parser, "json")


def restore_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="archive that `legation backup` wrote")
    parser.add_argument("--replace", action="store_true", help="replace the database that stands here")
    formats(parser, "json")


def archive(chosen: Namespace) -> int:
    """Write everything that outlives the system: the public site, the log, the law, and a sealed backup."""
    from legation.project.archive import make

    done = make(chosen.election, chosen.folder)
    print(f"{done.files} files in {chosen.folder}: {done.frozen} of the public site, {done.records} records.")
    progress("The folder `closed` holds what is not public: hand it over sealed. Keys are in neither part.")
    return DONE


def _archive_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    parser.add_argument("folder", type=Path, help="empty folder, e.g. on the medium that goes to the archive")


VERBS = [
    Verb(("archive",), "write an election for the archive: site, log, law, sealed backup", _archive_arguments, archive),
    Verb(("rehearse",), "play the script of the demonstration without a browser", _rehearse_arguments, rehearse),
    Verb(("demo",), "load the election of 7 February 2024 and serve it on this machine only", _demo_arguments, demo),
    Verb(("backup",), "write database, files and last checkpoint into one archive", backup_arguments, backup),
    Verb(("restore",), "put a backup in the place of what is here", restore_arguments, restore),
    Verb(("prepare",), "create or upgrade the tables and the log key", _nothing, prepare),
    Verb(("serve",), "serve the pages and run the worker", _serve_arguments, serve),
    Verb(("worker",), "run the timed jobs only", _nothing, work),
]
