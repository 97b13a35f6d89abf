"""Pages that tests use one after the other: a new window and its process cost more than most of what is tested."""

BLANK = "about:blank"


class Watch:
    """What went wrong on a page. A test that provokes an error on purpose says so with `allowed`."""

    def __init__(self, site: str) -> None:
        self.site, self.problems = site, []
        self.allowed: tuple[str, ...] = ()

    def listeners(self) -> dict:
        """By event of a page, what takes note of it."""
        return {"console": self._console, "pageerror": self._error, "request": self._request}

    def _console(self, message) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"{message.type}: {message.text}")

    def _error(self, error) -> None:
        self.problems.append(f"uncaught: {error}")

    def _request(self, request) -> None:
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.problems.append(f"request outside of the site: {request.url}")

    def unexpected(self) -> list[str]:
        return [problem for problem in self.problems if not any(text in problem for text in self.allowed)]


class Windows:
    """Opens pages of the site, each in a window that was used before where that makes no difference.

    Between two tests a page is blank and its site has nothing stored. Where scripts were to run before its own, or a
    test failed, it is closed.
    """

    def __init__(self, browser, site: str) -> None:
        self.browser, self.site = browser, site
        self.idle: dict[str, list] = {}

    def open(self, path: str, viewport: dict[str, int], script: str, options: dict):
        """A page that has loaded `path`, its `watch` on it."""
        # A window's size can be changed, all else that it was opened with can't.
        kind = None if script else repr(sorted(options.items()))
        page = self.idle[kind].pop() if self.idle.get(kind) else self._new(viewport, options)
        page.kind, page.watch = kind, Watch(self.site)
        for event, listener in page.watch.listeners().items():
            page.on(event, listener)
        page.set_viewport_size(viewport)
        if script:
            page.add_init_script(script)
        page.goto(self.site + path)
        return page

    def give_back(self, page, usable: bool) -> None:
        """Make the page ready for another test, or close it."""
        if page.is_closed() or page.kind is None or not usable:
            page.context.close()
            return
        for event, listener in page.watch.listeners().items():
            page.remove_listener(event, listener)
        page.unroute_all(behavior="ignoreErrors")
        page.emulate_media(reduced_motion="null", color_scheme="null", forced_colors="null")
        page.goto(BLANK)
        page.mouse.move(0, 0)
        session = page.context.new_cdp_session(page)
        origin = "/".join(self.site.split("/")[:3])
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        session.send("Network.clearBrowserCache")
        session.detach()
        self.idle.setdefault(page.kind, []).append(page)

    def _new(self, viewport: dict[str, int], options: dict):
        context = self.browser.new_context(viewport=viewport, **options)
        context.set_default_timeout(60_000)
        return context.new_page()
