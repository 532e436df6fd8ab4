"""Sessions of a running `deskhand serve`, from Python: give a task, follow it, answer, take the result.

    from deskhand.client import Client

    with Client("http://127.0.0.1:8700", token="…") as deskhand:
        session = deskhand.start("Open the text editor and type hello")
        for happened in session.events():
            if happened.event.kind == "questioned":
                session.answer(happened.event.id, "once")
        print(session.info().answer)

`AsyncClient` has the same methods to be awaited. The stream of events outlives lost connections and a restart of the
server: it goes on after the last event that came.
"""

from deskhand.client.connection import ClientError, NotReachable
from deskhand.client.sessions import AsyncClient, AsyncSession, Happened
from deskhand.client.sync import Client, Session

__all__ = ["AsyncClient", "AsyncSession", "Client", "ClientError", "Happened", "NotReachable", "Session"]
