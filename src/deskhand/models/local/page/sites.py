# ruff: noqa: E501 - a pattern is read more easily in one line
"""By which words the skills for sites are called: searches, contacts, mail, feeds, tickets. Part of `table`."""

from __future__ import annotations

from deskhand.models.local.page.skills import Entry, browsing, feed, fields, inbox, on, travel

_MAIL = (
    r"(?:find|locate|look for|get|open)?\s*(?:me\s+)?(?:the\s+)?<mail> (?:by|from|of|sent by)\s+"
    r"(?P<name>(?-i:[A-Z])[\w'-]+)"
)
SITES: tuple[Entry, ...] = (
    *on(
        browsing.nth_result,
        r"enter \"(?P<query>[^\"]+)\" and press \"search\".*click the (?P<nth>\w+)",
        r"search (?:for )?\"(?P<query>[^\"]+)\".*?(?:<click>|<choose>|<find>) <the>(?P<nth><ordinal>) (?:search )?(?:result|hit|link|one)",
        r"(?:<click>|<choose>|<find>) <the>(?P<nth><ordinal>) (?:search )?(?:result|hit) (?:for|of searching for|when you search for) \"(?P<query>[^\"]+)\"",
        r"<enter> \"(?P<query>[^\"]+)\"[^\"]*\bsearch\b.*?(?:<click>|<choose>|<find>) <the>(?P<nth><ordinal>) (?:search )?(?:result|hit)",
    ),
    *on(
        browsing.contact,
        r"(?:find|look up|search for|locate|look for) (?P<name>[\w'-]+) in <the>(?:contacts?|phone|address) ?(?:book|list)s? and <click> (?:their|his|her|the) (?P<what>[\w ]+)",
        r"(?:in|from) <the>(?:contacts?|phone|address) ?(?:book|list)s?,? (?:find|<click>|look up) (?P<name>[\w-]+)'s (?P<what>[\w ]+)",
        r"<click> (?:on )?<the>(?P<what>phone number|email|e-mail|address|phone|website) of (?P<name>[\w'-]+)",
        r"<click> (?:on )?(?P<name>[\w-]+)'s (?P<what>phone number|email|e-mail|address|phone|website)(?: in the| from the|\.|$)",
    ),
    *on(
        browsing.movies,
        r"search for (?P<genre>[\w-]+) movies directed by (?P<director>[\w' -]+?) from (?:the )?year (?P<year>\d{4})",
        r"<find> <the>(?P<genre>[\w-]+) (?:movies?|films?) (?:that were |which were )?(?:directed |made )?by (?P<director>[\w' -]+?)"
        r" (?:that (?:came out|appeared) )?(?:from|in|of) (?:the )?(?:year )?(?P<year>\d{4})",
    ),
    *on(
        browsing.greatest,
        r"(?:<find>|<choose>|<click>|turn)(?: and <choose>)?\b[^\"]*\bcard\b[^\"]*\b(?:greatest|highest|largest|biggest) (?:number|value)",
        r"which card has the (?:greatest|highest|largest|biggest)",
    ),
    *on(inbox.star, _MAIL + r" and (?:click the )?star"),
    *on(
        inbox.delete,
        _MAIL + r" and (?:click the )?(?:trash|delete|bin)",
    ),
    *on(
        inbox.forward,
        _MAIL + r" and forward .* to (?P<to>[\w'-]+)",
    ),
    *on(
        inbox.reply,
        _MAIL + r" and reply .*? with (?:the )?text (?P<text>\".*)$",
    ),
    *on(fields.login, fields.LOGIN),
    *on(inbox.free, r"^(?!how many\b|count\b|\w+ (?:all|every|each)\b)(?!.*<enter>\b.*\binto\b)(?!.*\bfield\b)(?!.*@).*(?:\be-?mail(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)|\binbox|\bmessage from)"),
    *on(
        feed.some,
        r"click the \"(?P<what>[^\"]+)\" button on (?P<count>\w+) posts? by (?P<user>@\w+)",
        r"<click> <the>\"(?P<what>[^\"]+)\"(?: button| icon)? (?:of|on|for|under|below) (?P<count>(?!(?:the|a|an|this|that)\b)\w+) (?:of the )?(?:posts?|messages?|tweets?) (?:by|from|of) (?P<user>@\w+)",
        r"(?P<count>\w+) (?:posts?|messages?) (?:by|from|of) (?P<user>@\w+)[^\"@]*<click> (?:their |the )?\"(?P<what>[^\"]+)\"",
    ),
    *on(
        feed.one,
        r"for the user (?P<user>@\w+), click on the \"(?P<what>[^\"]+)\"",
        r"<click> <the>\"(?P<what>[^\"]+)\"(?: button| icon)? (?:of|on|for|under|below) <the>(?:post|user|tweet|message)(?: (?:of|by|from)(?: the user)?)? (?P<user>@\w+)",
        r"(?:<find> )?(?P<user>@\w+)(?:'s post)?\b[^@\"]*\b<click> <the>\"(?P<what>[^\"]+)\"",
    ),
    *on(
        travel.ticket,
        r"(?:buy|book|get|order|purchase|<choose>) the ticket (?:with|that has|which has) the "
        r"(?P<way>most expensive|cheapest|longest|shortest|lowest|highest|greatest|smallest)\s*(?P<what>\w*)",
        r"(?:buy|book|get|order|purchase|<choose>) the (?P<way>most expensive|cheapest|longest|shortest|lowest|highest)(?P<what>) (?:ticket|one(?!-)|trip|journey)",
    ),
    *on(
        travel.flight,
        r"(?:book|buy|find|get|order|reserve) <the>(?P<way>shortest|cheapest|longest|most expensive) (?:one-?way )?(?:flight|trip) from:?\s*(?P<start>.+?) to:?\s*(?P<goal>.+?)"
        r" (?:on|for|leaving on)\b\s*(?P<date><date>)?",
    ),
)  # fmt: skip
