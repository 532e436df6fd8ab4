"""Japanese sums as people say them: with counters, tax, discounts, shares and areas."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.steps import Value
from deskhand.models.local.understand.japanese.sums import japanese_command_sum, japanese_sum
from deskhand.models.local.understand.numbers import japanese_number

_COUNTER = r"(?:円|ドル|ユーロ|人分?|個|本|枚|台|冊|匹|歳|か月分?|ヶ月分?|ヵ月分?|カ月分?|箱|回|杯|袋|缶|食|泊|名|皿|組|株|kg|g|km|m|cm|mm)"


def counted(text: str) -> str:
    """Without what the numbers count; numerals as digits."""
    text = re.sub(r"\s+", "", text).replace("，", ",")
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)

    def digits(match: re.Match[str]) -> str:
        value = japanese_number(match[0])
        return match[0] if value is None else str(value)

    text = re.sub(
        r"\d+[万千百億][\d一二三四五六七八九〇十百千万]*|[一二三四五六七八九〇十百千万億]{2,}|[一二三四五六七八九十](?=人|個|枚|か月|乗|倍|等分)",
        digits,
        text,
    )
    return re.sub(rf"(?<=\d){_COUNTER}(?:分)?(?!\d)", "", text).replace("パーセント", "%").replace("パー", "%")


def japanese(text: str) -> Value | None:
    if found_power := re.fullmatch(r"(\d+(?:\.\d+)?)を(\d+)回(?:掛|かけ)\w*", re.sub(r"\s", "", text)):
        return (f"{found_power[1]}^{found_power[2]}",)
    bare = counted(text)
    bare = re.sub(r"(?:を計算|は(?:いくつ|いくら)?|っていくつ|になりますか|いくら|いくつ)$", "", bare)
    bare = re.sub(
        r"(?:払い|もらい|もらう|引いて|引いた値|引いた|足した値|足した)$",
        lambda m: {"引": "引く", "足": "足す"}.get(m[0][0], m[0]),
        bare,
    )
    if (found := japanese_sum(bare)) is not None:
        return found
    if found_people := re.fullmatch(r"(\d+)(?:人)?で(\d+(?:\.\d+)?)(?:を割\w*)?", bare):
        return (f"{found_people[2]}/{found_people[1]}",)
    if found_times := re.fullmatch(r"(\d+(?:\.\d+)?)の(\d+(?:\.\d+)?)倍", bare):
        return (f"{found_times[1]}*{found_times[2]}",)
    if found_tax := re.fullmatch(r"(\d+(?:\.\d+)?)(?:に|の)(?:消費税|税)(\d+)%(?:を?(?:つけ|足|加え)\w*)?", bare):
        return (f"{found_tax[1]}*(100+{found_tax[2]})/100",)
    if (shared := japanese_share(bare)) is not None:
        return shared
    if found_steps := re.fullmatch(r"(.+?)[か](?:け|ける)?(.+?)から(\d+(?:\.\d+)?)を(?:引\w*)", bare):
        return japanese_sum(f"{found_steps[1].rstrip('か')}*{found_steps[2]}-{found_steps[3]}")
    if found_less := re.fullmatch(r"(\d+(?:\.\d+)?)の(\d+)割引(?:き)?", bare):
        return (f"{found_less[1]}*(10-{found_less[2]})/10",)
    if (
        found_share := re.fullmatch(
            r"(\d+(?:\.\d+)?|それ)(?:を|の)?(\d+)(?:人|等分)?[でに]?(?:割(?:り勘|る|って|り|ると)?|わって|わると|わる)?",
            bare,
        )
    ) and re.search(r"割|わ|等分", bare):
        return japanese_sum(f"{found_share[1]}/{found_share[2]}")
    if found_of := re.fullmatch(r"(\d+(?:\.\d+)?)のうち(\d+(?:\.\d+)?)は?何(?:パーセント|%|割)", bare):
        return (f"{found_of[2]}/{found_of[1]}*100",) if "割" not in bare[-2:] else (f"{found_of[2]}/{found_of[1]}*10",)
    if found_each := re.fullmatch(r"(\d+(?:\.\d+)?)(?:が|を)(\d+)", bare):
        return (f"{found_each[1]}*{found_each[2]}",)
    return japanese_command_sum(bare)


_NJ = r"(\d+(?:\.\d+)?|それ|これ)"


def japanese_share(text: str) -> Value | None:
    """「3980円の一割引」, 「12800円に税10%を足した額」, 「19と42と7を足して」, 「縦12横7の長方形の面積」."""
    bare = re.sub(r"(?:を|の)?(?:額|値段|金額|値|答え|合計額?)(?:を)?$", "", text)
    bare = re.sub(r"^(?:税抜き?|本体価格|定価|価格|本体)(?:金額|が|の)?", "", bare)
    if found := re.fullmatch(rf"{_NJ}の?([一二三四五六七八九\d])割引き?", bare):
        tenths = japanese_number(found[2])
        return japanese_sum(f"{found[1]}*(10-{tenths})/10")
    if found := re.fullmatch(rf"(?:消費税|税)(?:が|は)?(\d+)%(?:込み?|を足した?|足した?)で?{_NJ}", bare):
        return japanese_sum(f"{found[2]}*(100+{found[1]})/100")
    if found := re.fullmatch(
        rf"{_NJ}(?:に|の)?(?:消費税|税)?(\d+)%(?:の?(?:消費税|税))?(?:を)?(?:足|加え|込み|乗せ|プラス)\w*", bare
    ):
        return japanese_sum(f"{found[1]}*(100+{found[2]})/100")
    if found := re.fullmatch(
        r"((?:\d+(?:\.\d+)?(?:と|、|,))+\d+(?:\.\d+)?)(?:を)?(?:全部)?(?:足|合計|合わせ)\w*", bare
    ):
        return ("+".join(re.findall(r"\d+(?:\.\d+)?", found[1])),)
    if found := re.fullmatch(r"縦(\d+(?:\.\d+)?)(?:、|×)?横(\d+(?:\.\d+)?)の(?:長方形|四角)の面積", bare):
        return (f"{found[1]}*{found[2]}",)
    if found := re.fullmatch(r"(半径|直径)(\d+(?:\.\d+)?)(?:センチ|メートル)?の円の面積(?:を計算し?)?", bare):
        radius = found[2] if found[1] == "半径" else f"({found[2]}/2)"
        return (f"3.14159265*{radius}*{radius}",)
    if found := re.fullmatch(rf"{_NJ}(?:を)?(\d+(?:\.\d+)?)倍(?:した?|して)?", bare):
        return japanese_sum(f"{found[1]}*{found[2]}")
    if found := re.fullmatch(rf"{_NJ}(?:を)?(\d+(?:\.\d+)?)で(?:割っ|わっ|割り|割る)\w*", bare):
        return japanese_sum(f"{found[1]}/{found[2]}")
    if found := re.fullmatch(rf"{_NJ}(?:から)(\d+(?:\.\d+)?)(?:を)?(?:引い|ひい|引く)\w*", bare):
        return japanese_sum(f"{found[1]}-{found[2]}")
    if found := re.fullmatch(r"(sin|cos|tan)\(?(\d+)[°度]?\)?(?:を\w*)?", bare):
        return (f"{found[1]}({found[2]})",)
    if found := re.fullmatch(r"(\d+(?:\.\d+)?)(?:かける|掛ける|×|\*)(\d+(?:\.\d+)?)から(\d+(?:\.\d+)?)を?引\w*", bare):
        return (f"{found[1]}*{found[2]}-{found[3]}",)
    if found := re.fullmatch(
        r"(?:月々|毎月)?(\d+(?:\.\d+)?)を(\d+)(?:払い|払って)?、?(\d+(?:\.\d+)?)(?:を)?引\w*", bare
    ):
        return (f"{found[1]}*{found[2]}-{found[3]}",)
    return None
