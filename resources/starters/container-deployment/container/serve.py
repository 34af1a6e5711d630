"""Answer requests: POST /invocations with CSV rows gives one chance a line; GET /ping says that all is well."""

import io
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import xgboost

MODEL = xgboost.Booster()


class Answers(BaseHTTPRequestHandler):
    """One request."""

    def do_GET(self):
        self.answer(200 if self.path == "/ping" else 404, "")

    def do_POST(self):
        if self.path != "/invocations":
            self.answer(404, "")
            return
        text = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode("utf-8")
        try:
            rows = np.loadtxt(io.StringIO(text), delimiter=",", ndmin=2)
            chances = MODEL.predict(xgboost.DMatrix(rows))
        except ValueError as err:
            self.answer(400, f"The rows cannot be read: {err}\n")
            return
        self.answer(200, "".join(f"{chance:.6f}\n" for chance in chances))

    def answer(self, status, text):
        body = text.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", "text/csv")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    MODEL.load_model("xgboost-model")
    ThreadingHTTPServer(("", int(os.environ.get("PORT", "8080"))), Answers).serve_forever()
