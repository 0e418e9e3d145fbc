"""A server that does nothing but spaCy's blank tokenizer, as a scale for others: tokenizer.py PORT"""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import spacy

tokenize = spacy.blank("en").tokenizer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one write

    def do_POST(self) -> None:
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        body = b"%d\n" % len(tokenize(text))
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 1024
    daemon_threads = True

    def handle_error(self, *_: object) -> None:  # clients that go when the run is over
        pass


Server(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
