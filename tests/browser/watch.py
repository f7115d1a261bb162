"""What a reader does not see: messages on the console, and what a page asks of whom."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError


@dataclass
class Watch:
    """Keeps every request, and what there is to complain of: any message, any error, any request to another host."""

    hosts: tuple[str, ...]
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watch all pages of a context."""
        self.contexts.append(context)
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)

    def settle(self) -> None:
        """Wait until all that has happened on open pages has been told."""
        for context in self.contexts:
            for page in context.pages:
                page.evaluate("0")

    def forget(self) -> None:
        """Begin anew."""
        self.requests.clear()
        self.complaints.clear()

    def _console(self, message: ConsoleMessage) -> None:
        self.complaints.append(f"console, {message.type}: {message.text} ({message.location.get('url')})")

    def _error(self, error: WebError) -> None:
        self.complaints.append(f"error: {error.error}")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((*self.hosts, "data:", "blob:")):
            self.complaints.append(f"request to another host: {request.url}")
