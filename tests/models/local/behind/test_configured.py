"""Settings of a program looked up in its schemas: which key is meant, what it is set to, whether it is so."""

from __future__ import annotations

import pytest

from deskhand.models.local.behind.configured import chosen_of, same
from deskhand.models.local.behind.keys import Key, keys_in, number_for
from deskhand.models.local.steps import SetSetting

XML = """<schemalist>
<enum id="org.x.Sort"><value nick="by-name" value="0"/><value nick="by-size" value="1"/></enum>
<!-- <schema id="org.x.view"><key name="gone" type="b"></key></schema> -->
<schema id="org.x.view" path="/org/x/view/">
  <key name="confirm-delete" type="b"><default>true</default><summary>Ask before deleting</summary>
    <description>Whether to ask for confirmation before files are deleted.</description></key>
  <key name="confirm-trash" type="b"><default>true</default><summary>Ask before moving to the trash</summary></key>
  <key name="sort-order" enum="org.x.Sort"><default>'by-name'</default><summary>Order of sorting</summary></key>
  <key name="refresh-interval" type="u"><range min="1" max="600"/><default>3</default>
    <summary>Interval of updates</summary><description>In seconds.</description></key>
</schema>
<schema id="org.y"><key name="confirm-delete" type="b"></key></schema>
</schemalist>"""
KEYS = keys_in(XML, ["org.x.view"])


def test_only_the_keys_of_the_schemas_asked_for():
    assert [key.name for key in KEYS] == ["confirm-delete", "confirm-trash", "sort-order", "refresh-interval"]
    assert KEYS[2].choices == ("by-name", "by-size") and KEYS[3].most == 600
    told = "\n".join(line for line in XML.splitlines() if "<" in line)  # as much of it as is read
    assert keys_in(told, ["org.x.view"]) == KEYS


@pytest.mark.parametrize(
    ("step", "said", "value", "wanted"),
    [
        (SetSetting("asking before files are deleted", False), "stop asking before files are deleted", "",
         ("confirm-delete", "false")),
        (SetSetting("ファイルを削除する前の確認", False), "ファイルを削除する前の確認をやめて", "",
         ("confirm-delete", "false")),
        (SetSetting("order of sorting"), "set the order of sorting to by size", "by size", ("sort-order", "by-size")),
        (SetSetting("order of sorting"), "set the order of sorting to colour", "colour", None),
        (SetSetting("interval of updates"), "set the interval of updates to 2 minutes", "2 minutes",
         ("refresh-interval", "120")),
        (SetSetting("interval of updates"), "set the interval of updates to 20 minutes", "20 minutes", None),
        (SetSetting("confirm-trash", False), "set confirm-trash to false", "", ("confirm-trash", "false")),
        (SetSetting("asking", False), "stop asking", "", None),
    ],
)  # fmt: skip
def test_the_key_that_is_meant(step: SetSetting, said: str, value: str, wanted: tuple[str, str] | None):
    found = chosen_of(KEYS, step, said, value)
    assert (None if found is None else (found[0].name, found[1])) == wanted


def test_a_number_is_put_into_the_unit_of_the_key():
    millis = Key("s", "delay", "i", "Delay", "in milliseconds")
    assert number_for(millis, "2 s") == "2000"
    assert number_for(Key("s", "rate", "d", "Rate", ""), "0.5") == "0.5"
    assert number_for(Key("s", "count", "u", "Count", ""), "0.5") == ""


@pytest.mark.parametrize(
    ("printed", "value", "so"),
    [("uint32 3\n", "3", True), ("'by-size'\n", "by-size", True), ("false\n", "true", False),
     ("No such key\n[exit status 1]\n", "true", False)],
)  # fmt: skip
def test_what_is_read_back(printed: str, value: str, so: bool):
    assert same(printed, value) is so
