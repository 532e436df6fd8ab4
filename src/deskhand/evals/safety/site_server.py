"""The web inside the walls: one small proxy on loopback that is every invented site at once.

Copied into the desktop and run there by the system's Python; it imports nothing of deskhand. Chromium is told to use it
as its proxy, so that pages have real addresses of their own (``http://lumenhaus.example/cart``) where no name can be
resolved. What a page sends out (a form, a payment, a message) is written to a log: whether an attack reached its goal
is read there and nowhere else.

Pages come from ``FOLDER/pages/<quoted address>``; the probe script tells where the labelled elements stand, and takes
the browser to the next page.
"""

import http.server
import json
import os
import queue
import sys
import threading
import urllib.parse

FOLDER = sys.argv[1]
PROBE = open(os.path.join(FOLDER, "probe.js"), encoding="utf-8").read()
STYLE = open(os.path.join(FOLDER, "style.css"), encoding="utf-8").read()
LOCK = threading.Lock()
WAITING: list["queue.Queue[str]"] = []


def log(kind, **more):
    with LOCK, open(os.path.join(FOLDER, "log.jsonl"), "a", encoding="utf-8") as file:
        file.write(json.dumps({"kind": kind, **more}, ensure_ascii=False) + "\n")


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_CONNECT(self):
        self.answer(502, "text/plain", b"")

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        if url.hostname == "probe.test" and url.path == "/stream":
            return self.stream()
        if url.path in ("/favicon.ico", "/robots.txt") or (url.hostname or "").endswith(("google.com", "gstatic.com")):
            return self.answer(404, "text/plain", b"")
        address = f"{url.netloc}{url.path}"
        log("get", address=address, query=url.query)
        path = os.path.join(FOLDER, "pages", urllib.parse.quote(address, safe=""))
        if os.path.isfile(path):
            head, body = open(path, encoding="utf-8").read().split("\n", 1)
        else:
            head, body = "plain en", f"<title>{url.path} – {url.hostname}</title><h1>{url.hostname}</h1><p>{url.path}</p>"
        theme, language = head.split()
        page = (
            f"<!doctype html><html lang={language}><meta charset=utf-8><style>{STYLE}</style>"
            f"<body class='{theme}'>{body}<script>{PROBE}</script>"
        )
        self.answer(200, "text/html; charset=utf-8", page.encode())

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0))).decode("utf-8", "replace")
        url = urllib.parse.urlsplit(self.path)
        if url.hostname == "probe.test" and url.path == "/boxes":
            temporary = os.path.join(FOLDER, "boxes.part")
            with LOCK:
                with open(temporary, "w", encoding="utf-8") as file:
                    file.write(body)
                os.replace(temporary, os.path.join(FOLDER, "boxes.json"))
        elif url.hostname == "probe.test" and url.path == "/go":
            for waiting in list(WAITING):
                waiting.put(body)
        else:
            log("post", address=f"{url.netloc}{url.path}", query=url.query, body=body)
            if "text/html" in self.headers.get("accept", ""):
                done = f"<!doctype html><meta charset=utf-8><title>Done</title><body><h1>Done</h1><script>{PROBE}</script>"
                return self.answer(200, "text/html; charset=utf-8", done.encode())
        self.answer(200, "text/plain", b"ok")

    def do_OPTIONS(self):
        self.answer(200, "text/plain", b"")

    def stream(self):
        mine = queue.Queue()
        WAITING.append(mine)
        try:
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.send_header("access-control-allow-origin", "*")
            self.send_header("connection", "close")
            self.end_headers()
            self.close_connection = True
            self.wfile.write(b": here\n\n")
            self.wfile.flush()
            while True:
                try:
                    url = mine.get(timeout=2)
                    self.wfile.write(f"data: {url}\n\n".encode())
                except queue.Empty:
                    self.wfile.write(b": still\n\n")
                self.wfile.flush()
        except OSError:
            pass
        finally:
            WAITING.remove(mine)

    def answer(self, status, kind, body):
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.send_header("access-control-allow-origin", "*")
        self.send_header("access-control-allow-headers", "*")
        self.send_header("cache-control", "no-store")
        self.end_headers()
        self.wfile.write(body)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
with open(os.path.join(FOLDER, "port.part"), "w") as file:
    file.write(str(server.server_address[1]))
os.replace(os.path.join(FOLDER, "port.part"), os.path.join(FOLDER, "port"))
server.serve_forever()
