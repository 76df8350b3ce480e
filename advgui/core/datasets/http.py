"""One address and what comes from it, by pooch; a connection that breaks off is taken up again."""

from threading import Event
from typing import TYPE_CHECKING, Final

from advgui import __version__

if TYPE_CHECKING:
    from requests import Response

CHUNK: Final = 8 * 1024
LARGEST: Final = 64 * 1024 * 1024
"""No file that is wanted is larger before it is unpacked."""

_CONNECTING: Final = 10.0  # seconds at most, however patient the user
_RESUMES: Final = 2


class TransferError(Exception):
    """An address did not give what it should; the message tells what it did instead."""


class AbandonedError(Exception):
    """Nobody wants it any more."""


class Body:
    """What has come so far, for pooch to write to and for another thread to measure."""

    def __init__(self, abandoned: Event) -> None:
        self.content = bytearray()
        self.total: int | None = None
        self._abandoned = abandoned
        self._validator = ""
        self._response: Response | None = None

    def headers(self) -> dict[str, str]:
        """What is asked for: the rest of the same file, or all of it as it is."""
        asked = {"Accept-Encoding": "identity", "User-Agent": f"advgui/{__version__}"}
        if self.content and self._validator:
            asked |= {"Range": f"bytes={len(self.content)}-", "If-Range": self._validator}
        return asked

    def opened(self, response: "Response", **_: object) -> None:
        """An answer begins: the rest, or all of it once more; a hook of requests."""
        self._response = response
        if response.is_redirect or not response.ok:
            return
        if response.status_code != 206:
            self.content.clear()
        elif not _continues(response, len(self.content)):
            raise TransferError("sent another part than it was asked for")
        size = response.headers.get("Content-Length", "")
        self.total = len(self.content) + int(size) if size.isdecimal() else None
        etag = response.headers.get("ETag", "")
        weak = etag.startswith("W/")
        self._validator = "" if weak else etag or response.headers.get("Last-Modified", "")

    def write(self, chunk: bytes) -> None:
        """Take a piece, where it is still wanted."""
        if self._abandoned.is_set():
            raise AbandonedError
        self.content += chunk
        if len(self.content) > LARGEST:
            raise TransferError(f"sends more than {LARGEST // 2**20} MB")

    def flush(self) -> None:
        """Nothing waits anywhere."""

    def close(self) -> None:
        """Let go of the connection, which pooch leaves open where it is interrupted."""
        if self._response is not None:
            self._response.close()


def transfer(address: str, body: Body, patience: float) -> None:
    """Receive a file into ``body``; blocks, for ``patience`` seconds at most where nothing comes.

    Where the connection breaks off the rest is asked for, twice at most and only if something
    new has come. Proxies are those of the environment. Raises TransferError, AbandonedError.
    """
    for attempt in range(1 + _RESUMES):
        before = len(body.content)
        try:
            _receive(address, body, patience)
        except OSError as error:
            if attempt == _RESUMES or len(body.content) <= before or _is_final(error):
                raise TransferError(_words(error, len(body.content), patience)) from error
        except ValueError as error:
            raise TransferError("gave an answer that makes no sense") from error
        else:
            return


def _receive(address: str, body: Body, patience: float) -> None:
    from pooch import HTTPDownloader

    download = HTTPDownloader(
        chunk_size=CHUNK,
        timeout=(min(_CONNECTING, patience), patience),
        headers=body.headers(),
        hooks={"response": body.opened},
    )
    try:
        download(address, body, None)
    finally:
        body.close()


def _continues(response: "Response", position: int) -> bool:
    return response.headers.get("Content-Range", "").startswith(f"bytes {position}-")


def _is_final(error: OSError) -> bool:
    """Whether the same would be answered again."""
    from requests.exceptions import HTTPError, SSLError

    return isinstance(error, HTTPError | SSLError)


def _words(error: OSError, received: int, patience: float) -> str:
    """What went wrong, as the end of a sentence that begins with who was asked."""
    from requests import exceptions
    from urllib3.exceptions import ReadTimeoutError

    match error:
        case exceptions.HTTPError(response=response) if response is not None:
            return f"answered {response.status_code} {response.reason}".rstrip()
        case exceptions.SSLError() if "CERTIFICATE_VERIFY_FAILED" in str(error):
            return "has a certificate that is not trusted"
        case exceptions.SSLError():
            return "cannot be reached over https"
        case exceptions.InvalidSchema() | exceptions.InvalidURL():
            return f"cannot be asked ({str(error).rstrip('.')})"
        case exceptions.ProxyError():
            return "cannot be reached through the proxy"
        case exceptions.TooManyRedirects():
            return "sends from one address to the next without end"
        case exceptions.Timeout() if not received:
            return f"gave no answer within {patience:g} s"
        case exceptions.ConnectionError(args=(ReadTimeoutError(), *_)) | exceptions.Timeout():
            return f"sent nothing more for {patience:g} s"
        case _ if received:
            return "broke off"
        case exceptions.RequestException():
            return "cannot be reached"
        case other:
            return f"cannot be asked ({other})"
