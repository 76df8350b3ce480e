"""One address and what comes from it, by pooch; a connection that breaks off is taken up again."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from advgui import __version__
from advgui.core.language import tr

if TYPE_CHECKING:
    from requests import Response

#: Bytes after which it is told how far a download is, and asked whether it is still wanted.
_CHUNK: Final = 8 * 1024
#: No file that is wanted is larger before it is unpacked, in bytes.
_LARGEST: Final = 64 * 1024 * 1024
#: At most, however patient the user.
_CONNECTING_S: Final = 10.0
_RESUMES: Final = 2


class TransferError(Exception):
    """An address did not give what it should; the message tells what it did instead."""


class Transfer:
    """A file on its way. For pooch it is the bar of progress, which is told of every piece.

    ``progressed`` is called with the bytes that have come and those that are announced in all,
    0 where they are not; what it raises ends the transfer.
    """

    def __init__(self, progressed: Callable[[int, int], None]) -> None:
        self.content = io.BytesIO()
        self.total = 0  # bytes of the answer, which pooch sets; 0 where nobody says it
        self._progressed = progressed
        self._start = 0  # bytes that had come before the answer
        self._validator = ""  # what makes sure that the rest is of the same file
        self._response: Response | None = None

    def receive(self, address: str, patience_s: float) -> bytes:
        """All of the file; blocks, for ``patience_s`` seconds at most where nothing comes.

        Where the connection breaks off the rest is asked for, twice at most and only if
        something new has come, which pooch alone would not do. Proxies and certificates are
        those of the environment. Raises TransferError, and what ``progressed`` raises.
        """
        for attempt in range(1 + _RESUMES):
            before = self.content.tell()
            try:
                self._ask(address, patience_s)
                break
            except OSError as error:
                received = self.content.tell()
                if attempt == _RESUMES or received <= before or _is_final(error):
                    raise TransferError(_words(error, received, patience_s)) from error
            except ValueError as error:
                raise TransferError(tr("gave an answer that makes no sense")) from error
        return self.content.getvalue()

    def _ask(self, address: str, patience_s: float) -> None:
        from pooch import HTTPDownloader

        download = HTTPDownloader(
            progressbar=self,
            chunk_size=_CHUNK,
            timeout=(min(_CONNECTING_S, patience_s), patience_s),
            headers=self._headers(),
            hooks={"response": self._answered},
        )
        try:
            download(address, self.content, None)
        finally:
            if self._response is not None:  # pooch leaves it open where it is interrupted
                self._response.close()

    def _headers(self) -> dict[str, str]:
        """What is asked for: the rest of the same file, or all of it as it is."""
        headers = {"Accept-Encoding": "identity", "User-Agent": f"advgui/{__version__}"}
        if self.content.tell() and self._validator:
            headers |= {"Range": f"bytes={self.content.tell()}-", "If-Range": self._validator}
        return headers

    def _answered(self, response: "Response", **_: object) -> None:
        """An answer begins: the rest, or all of it once more; a hook of requests."""
        self._response = response
        if response.is_redirect or not response.ok:
            return
        if response.status_code != 206:
            self.content.seek(0)
            self.content.truncate()
        self._start = self.content.tell()
        rest = response.headers.get("Content-Range", "")
        if self._start and not rest.startswith(f"bytes {self._start}-"):
            raise TransferError(tr("sent another part than it was asked for"))
        etag = response.headers.get("ETag", "")
        weak = etag.startswith("W/")
        self._validator = "" if weak else etag or response.headers.get("Last-Modified", "")

    def update(self, _: int) -> None:
        """A piece has come, says pooch, which counts all of one size."""
        received = self.content.tell()
        if received > _LARGEST:
            raise TransferError(tr("sends more than {most} MB").format(most=_LARGEST // 2**20))
        self._progressed(received, self._start + self.total if self.total else 0)

    def reset(self) -> None:
        """Nothing was counted."""

    def close(self) -> None:
        """Nothing is open."""


def _is_final(error: OSError) -> bool:
    """Whether the same would be answered again."""
    from requests.exceptions import HTTPError, SSLError

    return isinstance(error, HTTPError | SSLError)


def _words(error: OSError, received: int, patience_s: float) -> str:
    """What went wrong, as the end of a sentence that begins with who was asked."""
    from requests import exceptions
    from urllib3.exceptions import ReadTimeoutError

    match error:
        case exceptions.HTTPError(response=response) if response is not None:
            return (
                tr("answered {code} {reason}")
                .format(code=response.status_code, reason=response.reason)
                .rstrip()
            )
        case exceptions.SSLError() if "CERTIFICATE_VERIFY_FAILED" in str(error):
            return tr("has a certificate that is not trusted")
        case exceptions.SSLError():
            return tr("cannot be reached over https")
        case exceptions.InvalidSchema() | exceptions.InvalidURL():
            return tr("cannot be asked ({other})").format(other=str(error).rstrip("."))
        case exceptions.ProxyError():
            return tr("cannot be reached through the proxy")
        case exceptions.TooManyRedirects():
            return tr("sends from one address to the next without end")
        case exceptions.Timeout() if not received:
            return tr("gave no answer within {patience_s:g} s").format(patience_s=patience_s)
        case exceptions.ConnectionError(args=(ReadTimeoutError(), *_)) | exceptions.Timeout():
            return tr("sent nothing more for {patience_s:g} s").format(patience_s=patience_s)
        case _ if received:
            return tr("broke off")
        case exceptions.RequestException():
            return tr("cannot be reached")
        case other:
            return tr("cannot be asked ({other})").format(other=other)
