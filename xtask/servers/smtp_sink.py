"""An SMTP server that keeps each letter as a file: smtp_sink.py PORT FOLDER."""

import sys
import threading
import uuid
from pathlib import Path

from aiosmtpd.controller import Controller


class Keep:
    def __init__(self, folder):
        self.folder = Path(folder)

    async def handle_DATA(self, server, session, envelope):
        name = uuid.uuid4().hex
        head = "X-Envelope-To: " + ", ".join(envelope.rcpt_tos) + "\r\n"
        part = self.folder / f".{name}"
        part.write_bytes(head.encode() + envelope.content)
        part.rename(self.folder / f"{name}.eml")
        return "250 kept"


Controller(Keep(sys.argv[2]), hostname="127.0.0.1", port=int(sys.argv[1])).start()
threading.Event().wait()
