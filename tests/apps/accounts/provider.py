"""A small OpenID Connect provider on this machine: it signs in whom the test names, with tokens as the test wants."""

import base64
import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa


class Provider:
    """`token` changes what the identity token says; `key` is what it is signed with."""

    def __init__(self) -> None:
        self.server = HTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        self.published = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.key: Any = self.published
        self.token: dict[str, Any] = {}
        self.challenge = ""
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def configuration(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "userinfo_endpoint": f"{self.issuer}/user",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self) -> dict[str, Any]:
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.published.public_key()))
        return {"keys": [key | {"kid": "1", "alg": "RS256", "use": "sig"}]}

    def answer(self, form: dict[str, list[str]]) -> dict[str, Any]:
        verifier = form.get("code_verifier", [""])[0]
        digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        if digest != self.challenge:
            return {"error": "invalid_grant"}
        said = {"iss": self.issuer, "aud": "legation", "sub": "42", "iat": 1, "exp": 4_000_000_000} | self.token
        signed = jwt.encode(said, self.key, algorithm="RS256", headers={"kid": "1"})
        return {"access_token": "opens nothing", "token_type": "Bearer", "id_token": signed}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = urlsplit(self.path).path
                self._send(provider.keys() if path == "/keys" else provider.configuration())

            def do_POST(self) -> None:
                octets = self.rfile.read(int(self.headers["Content-Length"]))
                self._send(provider.answer(parse_qs(octets.decode())))

            def log_message(self, *told: Any) -> None:
                """Nothing is written about requests."""

            def _send(self, value: dict[str, Any]) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(json.dumps(value).encode())

        return Handler
