"""nginx serving the pages of the baked site against nginx serving one file of the same size: requests a second, in turn."""

import os
import resource
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from urllib.parse import quote

from bench import publishing
from bench.pairs import Pair

CONNECTIONS = 1_000
SECONDS = 4
ROUNDS = 7
NGINX = """
daemon off; worker_processes 1; worker_rlimit_nofile 8192; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
    include /etc/nginx/mime.types; default_type application/octet-stream;
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
    open_file_cache max=4096 inactive=60s; open_file_cache_valid 60s;
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    server {{ listen 127.0.0.1:{site_port} backlog=4096; root {site}; }}
    server {{ listen 127.0.0.1:{one_port} backlog=4096; root {one}; }}
}}
"""
WRK = """
local paths, ready, place = {{}}, {{}}, 0
for line in io.lines("{paths}") do paths[#paths + 1] = line end
init = function() for number, path in ipairs(paths) do ready[number] = wrk.format("GET", path) end end
request = function() place = place % #ready + 1; return ready[place] end
done = function(summary)
    local wrong = summary.errors
    print(string.format("FOUND %d %d %d", summary.requests, summary.duration,
        wrong.connect + wrong.read + wrong.write + wrong.status + wrong.timeout))
end
"""


def raw(_where: str) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="legation-served-") as folder:
        site = Path(folder) / "site"
        publishing.site("az2024", site)
        Path(folder).chmod(0o755)
        return asdict(measured(site))


def measured(site: Path) -> Pair:
    """Every page of `site` in turn, against one file as large as they are on average. The same client asks for both."""
    for program in ("nginx", "wrk"):
        if shutil.which(program, path=_PATH) is None:
            raise SystemExit(f"{program} is missing; type: tools/provision bench")
    files = sorted(site.rglob("*.html"))
    size = sum(path.stat().st_size for path in files) // len(files)
    with tempfile.TemporaryDirectory(prefix="legation-served-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        one = folder / "one"
        one.mkdir()
        (one / "file.html").write_bytes(b"x" * size)
        several = _script(folder, "several", [_asked(path.relative_to(site)) for path in files])
        single = _script(folder, "single", ["/file.html"] * len(files))
        _readable(site)
        return _compared(folder, site, one, several, single, f"{len(files):,} pages of {size:,} octets on average")


_PATH = os.environ.get("PATH", "") + ":/usr/sbin"


def _asked(path: Path) -> str:
    """The address by which a reader asks for a file."""
    name = path.as_posix()
    return "/" + quote(name.removesuffix("index.html") if path.name == "index.html" else name)


def _script(folder: Path, name: str, paths: Sequence[str]) -> Path:
    """What the client asks for, one after another."""
    listed, script = folder / f"{name}.txt", folder / f"{name}.lua"
    listed.write_text("\n".join(paths) + "\n")
    script.write_text(WRK.format(paths=listed))
    return script


def _readable(site: Path) -> None:
    """nginx started by root reads as somebody else."""
    site.chmod(0o755)


def _free() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _compared(folder: Path, site: Path, one: Path, several: Path, single: Path, what: str) -> Pair:
    site_port, one_port = _free(), _free()
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, site=site, one=one, site_port=site_port, one_port=one_port))
    server = subprocess.Popen([shutil.which("nginx", path=_PATH) or "nginx", "-c", config])
    try:
        _wait_for(site_port)
        _asks(several, site_port), _asks(single, one_port)
        runs = [(_asks(several, site_port), _asks(single, one_port)) for _round in range(ROUNDS)]
    finally:
        server.terminate()
        server.wait(10)
    return Pair(
        f"nginx serving the baked site, {what}, {CONNECTIONS:,} connections", "nginx serving one file of that size", "nginx",
        "requests", 1, tuple(a for a, _b in runs), tuple(b for _a, b in runs),
    )  # fmt: skip


def _wait_for(port: int) -> None:
    for _try in range(100):
        with socket.socket() as found:
            if found.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise SystemExit("nginx does not answer")


def _asks(script: Path, port: int) -> float:
    """Seconds a request, with every connection busy. An answer that is no page makes the run worthless."""
    done = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--timeout", "10s", "-s", script, f"http://127.0.0.1:{port}/"],
        capture_output=True, text=True, check=True, preexec_fn=_many_files,
    )  # fmt: skip
    found = next(line for line in done.stdout.splitlines() if line.startswith("FOUND"))
    requests, microseconds, wrong = map(int, found.split()[1:])
    if wrong:
        raise SystemExit(f"{wrong} of {requests} requests were not answered: nothing to measure")
    return microseconds / 1e6 / requests


def _many_files() -> None:
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most if most == resource.RLIM_INFINITY else min(most, 8192), most))
