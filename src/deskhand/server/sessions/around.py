"""What stands around the sessions: who one is, settings, models and keys, policies, templates, consent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute

from deskhand import __version__
from deskhand.server.body import read_object
from deskhand.server.errors import ApiError, invalid
from deskhand.server.parsed import parsed
from deskhand.server.sessions.access import Access, Visitor
from deskhand.server.sessions.agreement import Agreement, language_of
from deskhand.server.sessions.api import routes_of
from deskhand.server.sessions.files import MAX_UPLOAD
from deskhand.server.sessions.homes import Home
from deskhand.server.sessions.keys import Keys
from deskhand.server.sessions.models import ConsentGiven, NewKey, NewTemplate, Settings
from deskhand.server.sessions.options import check_share
from deskhand.server.sessions.page import logged_out
from deskhand.server.sessions.policies import check_policy, presets
from deskhand.server.sessions.sessions import Sessions
from deskhand.server.sessions.settings import SettingsFile
from deskhand.server.sessions.templates import Templates


class AroundApi:
    def __init__(
        self,
        sessions: Sessions,
        access: Access,
        keys: Keys,
        agreement: Agreement,
        address: Callable[[], str],
        expect: Callable[[], Awaitable[None]],
    ) -> None:
        """``address`` is where this server is reached, for links; ``expect`` hears that somebody has come."""
        self._sessions, self._access, self._keys = sessions, access, keys
        self._agreement, self._address, self._expect = agreement, address, expect

    def routes(self) -> list[BaseRoute]:
        return routes_of(
            self._access,
            [
                ("GET", "/api/me", self.me),
                ("POST", "/api/links", self.link),
                ("POST", "/api/logout", self.logout),
                ("GET", "/api/consent", self.consent),
                ("POST", "/api/consent", self.agree),
                ("GET", "/api/settings", self.settings),
                ("PATCH", "/api/settings", self.change_settings),
                ("GET", "/api/models", self.models),
                ("GET", "/api/keys", self.keys),
                ("PUT", "/api/keys/{provider}", self.keep_key),
                ("DELETE", "/api/keys/{provider}", self.forget_key),
                ("GET", "/api/policies", self.policies),
                ("GET", "/api/templates", self.templates),
                ("POST", "/api/templates", self.add_template),
                ("PUT", "/api/templates/{id}", self.change_template),
                ("DELETE", "/api/templates/{id}", self.delete_template),
            ],
        )

    async def me(self, _: Request, visitor: Visitor) -> Response:
        await self._expect()
        return JSONResponse(
            {
                "user": visitor.user,
                "users": bool(self._access.users),
                "version": __version__,
                "consent": self._agreement.shown(visitor.user).model_dump(),
                "max_upload": MAX_UPLOAD,
                "places": self._sessions.places,
                "busy": self._sessions.busy,
                "queued": self._sessions.queued,
            }
        )

    async def link(self, _: Request, visitor: Visitor) -> Response:
        return JSONResponse({"url": f"{self._address()}/start?token={self._access.link(visitor.user)}"}, 201)

    async def logout(self, request: Request, visitor: Visitor) -> Response:
        self._access.forget(visitor)
        return await logged_out(request)

    async def consent(self, request: Request, visitor: Visitor) -> Response:
        language = language_of(request.query_params.get("language"))
        return JSONResponse(self._agreement.shown(visitor.user, language).model_dump())

    async def agree(self, request: Request, visitor: Visitor) -> Response:
        given = await parsed(request, ConsentGiven)
        self._agreement.give(visitor.user, given.version, given.language)
        return JSONResponse(self._agreement.shown(visitor.user, given.language).model_dump())

    # --- settings -----------------------------------------------------------------------------------------------

    async def settings(self, _: Request, visitor: Visitor) -> Response:
        return JSONResponse(SettingsFile(self._home(visitor).settings).read().model_dump())

    async def change_settings(self, request: Request, visitor: Visitor) -> Response:
        changes = await read_object(request)
        unknown = sorted(set(changes) - set(Settings.model_fields))
        if unknown:
            raise invalid(f"{unknown[0][:60]}: there is no such setting")
        if isinstance(changes.get("policy"), str):
            check_policy(changes["policy"])
        if isinstance(changes.get("share"), str):
            changes["share"] = check_share(changes["share"], self._home(visitor))
        return JSONResponse(SettingsFile(self._home(visitor).settings).change(changes).model_dump())

    async def models(self, _: Request, visitor: Visitor) -> Response:
        return JSONResponse({"models": [each.model_dump() for each in self._keys.choices(visitor.user)]})

    async def keys(self, _: Request, visitor: Visitor) -> Response:
        kept = [each.model_dump() for each in self._keys.kept(visitor.user)]
        return JSONResponse({"keys": kept, "keyring": self._keys.has_keyring})

    async def keep_key(self, request: Request, visitor: Visitor) -> Response:
        try:
            given = await parsed(request, NewKey)
        except (ApiError, ValidationError):
            raise invalid("give {“key”: …, “keep”: “keyring” or “memory”}") from None  # repeating nothing of it
        self._keys.keep(visitor.user, request.path_params["provider"], given)
        return Response(status_code=204)

    async def forget_key(self, request: Request, visitor: Visitor) -> Response:
        self._keys.forget(visitor.user, request.path_params["provider"])
        return Response(status_code=204)

    async def policies(self, _: Request, __: Visitor) -> Response:
        return JSONResponse({"policies": [each.model_dump() for each in presets()]})

    # --- templates ----------------------------------------------------------------------------------------------

    async def templates(self, _: Request, visitor: Visitor) -> Response:
        found = [each.model_dump() for each in Templates(self._home(visitor).templates).all()]
        return JSONResponse({"templates": found})

    async def add_template(self, request: Request, visitor: Visitor) -> Response:
        made = Templates(self._home(visitor).templates).add(await parsed(request, NewTemplate))
        return JSONResponse(made.model_dump(), 201, {"location": f"/api/templates/{made.id}"})

    async def change_template(self, request: Request, visitor: Visitor) -> Response:
        given = await parsed(request, NewTemplate)
        changed = Templates(self._home(visitor).templates).change(request.path_params["id"], given)
        return JSONResponse(changed.model_dump())

    async def delete_template(self, request: Request, visitor: Visitor) -> Response:
        Templates(self._home(visitor).templates).delete(request.path_params["id"])
        return Response(status_code=204)

    def _home(self, visitor: Visitor) -> Home:
        return self._sessions.homes[visitor.user]
