"""Acts to steps: what each becomes, what it takes from the acts before it, and what is refused and why."""

# ruff: noqa: E501
from __future__ import annotations

import re
from typing import Any

import pytest
from tests.models.local.plan_words import DIR, K, O, S

from deskhand.models.local.cells import NAME
from deskhand.models.local.steps import (
    ChangeCase,
    ChooseMenu,
    ClickOn,
    CloseAll,
    CloseWindow,
    Compute,
    Count,
    Describe,
    EditLine,
    IfShown,
    IfValue,
    MoveFile,
    Named,
    NewDocument,
    NotUnderstood,
    OpenFile,
    Paste,
    Pick,
    Plan,
    PressKeys,
    Read,
    Ref,
    RenameFile,
    ReplaceText,
    RunCommand,
    SetSetting,
    SortLines,
    Step,
    Target,
    Tell,
    Total,
    TypeText,
    Until,
    UseCommand,
)
from deskhand.models.local.understand.acts.compiled import MAKES, compiled
from deskhand.models.local.understand.acts.form import ACTS, FIXED, Act, Fixed, Reading, ResultOf, acts_of
from deskhand.models.local.understand.acts.reader import judged

Told = dict[str, Any]


def a(name: str, of: str = "", /, **args: Any) -> Told:
    blocks = {key.rstrip("_"): args.pop(key) for key in ("then", "do") if key in args}
    return {"act": name, "args": {key.rstrip("_"): value for key, value in args.items()}, "of": of, **blocks}


def ref(number: int) -> Told:
    return {"ref": number}


def kept(number: int) -> Ref:
    return Ref(f"act {number}")


def made(wish: str, *acts: Told) -> Plan | NotUnderstood:
    return compiled(acts_of(acts), wish, "ja" if re.search(r"[ぁ-ん一-龠ァ-ヶ]", wish) else "en")


def steps(wish: str, *acts: Told) -> tuple[Step, ...]:
    plan = made(wish, *acts)
    assert isinstance(plan, Plan), plan
    return plan.steps


def use(words: str, *fields: tuple[str, str | Ref], on: Target | None = None) -> Step:
    return UseCommand(words, fields, on)


ON_A2 = Target("A2", "cell")
CASES: list[tuple[str, list[Told], list[Step]]] = [
    # programs, files and texts
    ("open notes.txt in Pluma, change Tom to Tim and save it as new.txt in the shared folder",
     [a("open_program", program="Pluma"), a("open_file", file="notes.txt"), a("replace", old="Tom", new="Tim"), a("save", file="new.txt", folder="shared folder")],
     [O("pluma"), OpenFile("notes.txt", "", "pluma"), ReplaceText("Tom", "Tim"), S("new.txt", "shared")]),
    ("Pluma で yotei.txt を開き、最後に「敬具」と書き足して保存",
     [a("open_program", program="Pluma で"), a("open_file", file="yotei.txt"), a("type", text="敬具", where="最後"), a("save")],
     [O("pluma"), OpenFile("yotei.txt", "", "pluma"), K("ctrl+End"), TypeText(("敬具",), own_line=True), S()]),
    ("In SciTE, delete every line of todo.txt marked [x]. It is open there.",
     [a("switch_to", program="SciTE"), a("each", of_what="every line of todo.txt marked [x]", do=[a("edit_line", line="[x]", how="=delete")])],
     [O("scite"), EditLine("[x]", "delete", every=True)]),
    ("The price of the soup should change from 3.80 to 4.50 in menu.txt",
     [a("change", "The price of the soup should change from 3.80 to 4.50", thing="soup", field="price", to="4.50")],
     [EditLine("soup", "within", ("4.50",), old="3.80")]),
    ("sort scores.txt, highest first, all of it in capitals", [a("sort_lines", "sort scores.txt, highest first", order="=descending", where="scores.txt"), a("change_case", case="=upper", what="all of it")],
     [OpenFile("scores.txt"), SortLines(reverse=True, numeric=True), ChangeCase("upper"), S()]),
    ("close it without saving", [a("close", keep="=discard")], [CloseWindow("", False)]),
    ("３行目から５行目を消して", [a("edit_line", line="３行目から５行目", how="=delete")],
     [EditLine(5, "delete"), EditLine(4, "delete"), EditLine(3, "delete")]),
    # what programs do by their own commands
    ("add a transaction in HomeBank: amount 12.50, memo Lunch",
     [a("open_program", program="HomeBank"), a("add", kind="transaction", fields=[["amount", "12.50"], ["memo", "Lunch"]])],
     [O("homebank"), use("add transaction", ("amount", "12.50"), ("memo", "Lunch"))]),
    ("Gnumeric の A2 の行を消して", [a("open_program", program="Gnumeric"), a("remove", thing="A2 の行")],
     [O("gnumeric"), use("行 削除", on=ON_A2)]),
    ("Gnumeric でセル A2 を選んで、その行を削除して",
     [a("open_program", program="Gnumeric"), a("click", target="セル A2"), a("edit_line", line="その行", how="=delete")],
     [O("gnumeric"), ClickOn(ON_A2), use("行 削除")]),
    ("Insert a column before C", [a("add", kind="column", fields=[["before", "C"]])], [use("add column", on=Target("C1", "cell"))]),
    ("put 12 in cell B2 and =A1+A2 in A3", [a("set_value", control="B2", value="12"), a("type", text="=A1+A2", where="A3")],
     [TypeText(("12",), Target("B2", "cell")), TypeText(("=A1+A2",), Target("A3", "cell"))]),
    ("turn line numbers on and set the tab width to 4", [a("setting", name="line numbers", value="=on"), a("setting", name="tab width", value="4")],
     [SetSetting("line numbers"), SetSetting("tab width", value=("4",))]),
    ("画像を左に90度回して左右反転", [a("rotate", what="画像", how="左に90度"), a("flip", how="左右")], [use("反時計回り 回転"), use("左右 反転")]),
    ("resize the picture to 30 by 20", [a("resize", what="picture", to="30 by 20")], [use("resize image", ("width", "30"), ("height", "20"))]),
    ("File > Export, then OK", [a("menu", path=["File", "Export"]), a("click", target="OK")], [ChooseMenu(("File", "Export")), ClickOn(Target("OK"))]),
    ("Duplicate a.txt in Thunar", [a("open_program", program="Thunar"), a("command", words="Duplicate", fields=[["", "a.txt"]])],
     [O("file manager"), use("Duplicate", on=Target("a.txt", "file"))]),
    ("Delete two.txt from the archive in Engrampa", [a("open_program", program="Engrampa"), a("remove", thing="two.txt", from_="archive")],
     [O("engrampa"), use("delete file", on=Target("two.txt", "file"))]),
    ("Delete draft.txt from papers.zip, which is open in Ark", [a("switch_to", program="Ark"), a("delete_file", file="draft.txt", folder="papers.zip")],
     [O("ark"), use("delete from archive", on=Target("draft.txt", "file"))]),
    ("Evince で 3 ページ目を見て教えて", [a("switch_to", program="Evince"), a("read", what="3 ページ目"), a("tell", what=ref(1))],
     [O("evince"), use("移動 ページ", ("", "3")), Describe("act 1"), Tell((kept(1),))]),
    ("tomboy の「Kagi」というメモを開いて", [a("add", "「Kagi」というメモを開いて", kind="メモ", name="Kagi")], [ClickOn(Target("Kagi"), count=2)]),
    ("bold A1", [a("format", what="A1", how="bold")], [use("bold", on=Target("A1", "cell"))]),
    # results
    ("work out 15% of 640 and write it into tip.txt", [a("compute", expression="15% of 640"), a("type", "write it into tip.txt", text=ref(0), where="tip.txt")],
     [O("calculator"), Compute(("640*15/100",), "act 0"), O("text editor"), NewDocument(), TypeText((kept(0),)), S("tip.txt")]),
    ("5尺3寸は何センチ？", [a("convert", value="5尺3寸", to="センチ"), a("tell", what=ref(0), limit="小数第1位まで")],
     [O("calculator"), Compute(("5*0.303030303/0.01+3*0.0303030303/0.01",), "act 0"), Tell((kept(0),), 1)]),
    ("合計を6人で割って。合計は画面に出てる", [a("read", what="合計"), a("compute", expression=[ref(0), "6人で割って"])],
     [Read(Target("合計"), "act 0"), O("calculator"), Compute((kept(0), "/6"), "act 1")]),
    ("count the words in letter.txt in the shared folder", [a("count", what="words", where="letter.txt in the shared folder"), a("tell", what=ref(0))],
     [O("terminal"), RunCommand(("wc -w < /home/user/Shared/letter.txt",), "act 0"), Tell((kept(0),))]),
    ("how often does 「至急」 stand there", [a("count", what="至急")], [Read(Target(kind="text"), "act 0"), Count("lines", "act 0", "至急")]),
    ("which is cheapest, and what do they cost in all?", [a("pick", which="cheapest"), a("sum", what="cost")],
     [Pick("price", False, "", "act 0"), Total("cost", "sum", "act 1")]),
    ("sum of column B in bills.csv", [a("sum", what="column B", where="bills.csv")],
     [O("terminal"), RunCommand(("awk -F, '$2+0==$2{s+=$2;n++}END{printf \"%.10g\\n\",s}' /home/user/Shared/bills.csv",), "act 0")]),
    # files
    ("move all .odt files in Documents to a new folder Letters", [a("make_folder", name="Letters", folder="Documents"), a("move", file=".odt files", from_="Documents", to=ref(0))],
     [O("terminal"), RunCommand(("mkdir -p /home/user/Documents/Letters",), "act 0"), RunCommand(("mv -nv /home/user/Documents/*.odt /home/user/Documents/Letters/",), "act 1")]),
    ("「手紙」フォルダーを作って memo.txt を移して", [a("make_folder", name="手紙"), a("move", file="memo.txt", to=ref(0))], [DIR("手紙"), MoveFile("memo.txt", "手紙")]),
    ("rename a.jpg to lake.jpg", [a("rename", file="a.jpg", to="lake.jpg")], [RenameFile("a.jpg", "lake.jpg")]),
    # conditions and repetition
    ("count the lines in errors.log; over 100, delete the last one", [a("count", what="lines", where="errors.log"), a("if", condition="over 100", then=[a("edit_line", line="last one", how="=delete")])],
     [O("terminal"), RunCommand(("wc -l < /home/user/Shared/errors.log",), "act 0"), IfValue((kept(0),), "more", "100", (EditLine(-1, "delete"),))]),
    ("C7が空なら40を入れて", [a("if", condition="C7が空なら", then=[a("set_value", control="C7", value="40")])],
     [Read(Target("C7", "cell"), "act 0 cell"), IfValue((Ref("act 0 cell"),), "empty", "", (TypeText(("40",), Target("C7", "cell")),))]),
    ("if a dialog comes up press Escape", [a("if", condition="a dialog comes up", then=[a("press", keys="Escape")])], [IfShown(Target(kind="window"), (K("Escape"),))]),
    ("hit Next until you see Finish", [a("until", condition="you see Finish", do=[a("click", target="Next")])], [Until(Target("Finish"), (ClickOn(Target("Next")),))]),
    ("untick Newsletter if it is ticked", [a("if", condition="it is ticked", then=[a("setting", name="Newsletter", value="=off")])], [SetSetting("Newsletter", False)]),
]  # fmt: skip


@pytest.mark.parametrize(("wish", "acts", "steps"), CASES, ids=lambda value: str(value)[:40])
def test_acts_become_steps(wish: str, acts: list[Told], steps: list[Step]) -> None:
    plan = made(wish, *acts)
    assert isinstance(plan, Plan), plan
    assert list(plan.steps) == steps
    assert len(plan.sources) == len(plan.steps)


@pytest.mark.parametrize(
    ("wish", "acts", "part"),
    [
        ("replace colour by color but not in quotes", [a("replace", old="colour", new="color", limit="not in quotes")], "not in quotes"),
        ("delete all low tasks", [a("remove", thing="low tasks", limit="all")], "delete all low tasks"),
        ("終わったやつ消して", [a("remove", thing="終わったやつ")], "終わったやつ"),
        ("delete the newest file", [a("delete_file", file="the newest file")], "the newest file"),
        ("press until the cat shows", [a("until", condition="the cat shows", do=[a("press", keys="Right")])], "the cat shows"),
        ("run the backup script", [a("run", command="the backup script")], "the backup script"),
        ("80ユーロは何円", [a("convert", "80ユーロは何円", value="80", from_="ユーロ", to="円")], "80ユーロは何円"),
        ("tell me the result", [a("tell", "tell me the result", what=ref(3))], "tell me the result"),
        ("draw a star", [a("draw", "draw a star", shape="a star")], "draw a star"),
        ("heart the three best", [a("mark", as_="heart", thing="the three best")], "the three best"),
        ("turn every heading red", [a("each", of_what="heading", do=[a("format", what="heading", how="red")])], "heading"),
    ],
)  # fmt: skip
def test_what_no_step_carries_is_refused_with_its_words(wish: str, acts: list[Told], part: str) -> None:
    refused = made(wish, *acts)
    assert isinstance(refused, NotUnderstood), refused
    assert refused.part == part
    assert part in refused.reason


def test_a_program_is_called_by_its_kind_where_the_acts_need_one_and_else_by_its_name() -> None:
    for said, kind, name in (
        ("SpeedCrunch の", "calculator", "SpeedCrunch"),
        ("the qalculate calculator", "calculator", "qalculate"),
        ("Qalculate! で", "calculator", "Qalculate!"),
    ):
        plan = made(f"{said} 2*3", a("open_program", program=said), a("compute", expression="2*3"))
        assert isinstance(plan, Plan)
        assert plan.named == (Named(kind, name, False),)
    plan = made("the SciTE editor", a("open_program", "open the SciTE editor", program="the SciTE editor"))
    assert isinstance(plan, Plan)
    assert plan.named == (Named("scite", "SciTE", True),)
    both = made(
        "SciTE と L3afpad", a("switch_to", program="SciTE"), a("undo"), a("open_program", program="L3afpad"), a("paste")
    )
    assert isinstance(both, Plan)
    assert [named.name for named in both.named] == ["SciTE", "L3afpad"]
    makers = made("Xfce ターミナル", a("open_program", program="Xfce ターミナル"))
    assert isinstance(makers, Plan)
    assert makers.named == (Named("terminal", "Xfce ターミナル", False),)


def test_every_act_of_the_table_has_its_function_and_its_fixed_words_have_their_slots() -> None:
    assert set(MAKES) == set(ACTS)
    assert all(slot in ACTS[act] for act, slot in FIXED)


def test_fixed_words_are_told_from_formulas_and_refs_from_words() -> None:
    (act,) = acts_of([a("type", text="=B2*C2", where=ref(0))])
    assert act == Act("type", {"text": "=B2*C2", "where": ResultOf(0)})
    (act,) = acts_of([a("zoom", how="=in")])
    assert act.args["how"] == Fixed("in")
    for wrong in ([{"act": "fly"}], [a("zoom", colour="red")], "zoom", [a("zoom", how=3)]):
        with pytest.raises(ValueError, match=r"\w"):
            acts_of(wrong)


@pytest.mark.parametrize(
    ("wish", "acts", "sure", "done"),
    [
        ("save it", [a("save")], 0.4, True),
        ("save it", [a("save")], 0.2, False),
        ("delete a.txt", [a("delete_file", file="a.txt")], 0.4, False),
        ("delete a.txt", [a("delete_file", file="a.txt")], 0.7, True),
        ("click Send", [a("click", target="Send")], 0.4, False),
        ("type “one” and “two”", [a("type", text="one")], 0.99, False),
    ],
)
def test_a_reading_is_trusted_as_far_as_it_is_sure(wish: str, acts: list[Told], sure: float, done: bool) -> None:
    plan = judged(Reading(acts_of(acts), "do", sure), wish, "en")
    assert isinstance(plan, Plan) is done
    if isinstance(plan, Plan):
        assert plan.reading


def test_an_act_whose_every_word_is_said_is_believed_although_the_network_doubts_its_name() -> None:
    wish = "hours.txt is open in xedit. Change the closing time on Saturday from 16:00 to 14:00."
    acts = acts_of([a("change", wish, field="closing time", thing="Saturday", to="16:00 to 14:00")])
    plan = judged(Reading(acts, "do", 0.15, chances=(0.15,)), wish, "en")
    assert isinstance(plan, Plan), plan
    assert plan.steps[-1] == EditLine("Saturday", "within", ("14:00",), old="16:00")
    vague = judged(Reading(acts, "do", 0.15, chances=(0.15,)), "see to the closing time on Saturday", "en")
    assert vague is None


@pytest.mark.parametrize(
    ("wish", "acts"),
    [
        ("Write a poem about autumn", [a("find", text="utumn")]),
        ("来週の大阪行きの飛行機を予約してください。", [a("search_web", text="来週の大阪行きの飛行機")]),
        ("Book a table for two at Mario's", [a("search_web", text="table for two at Mario's")]),
    ],
)
def test_no_search_is_made_of_an_order_and_no_argument_of_half_a_word(wish: str, acts: list[Told]) -> None:
    assert judged(Reading(acts_of(acts), "do", 0.9), wish, "ja" if "予約" in wish else "en") is None


def test_a_wish_out_of_reach_is_refused_in_its_language() -> None:
    refused = judged(Reading((), "refuse", 0.9, "talk"), "疲れたなあ", "ja")
    assert isinstance(refused, NotUnderstood)
    assert "疲れた" in refused.reason
    assert judged(Reading((), "refuse", 0.2, "talk"), "疲れたなあ", "ja") is None


def test_cells_keep_their_names() -> None:
    for said in ("cell b2", "B2", "セル B2", "B2のセル"):
        plan = made(said, a("set_value", control=said, value="1"))
        assert isinstance(plan, Plan)
        (step,) = plan.steps
        assert isinstance(step, TypeText)
        assert step.into is not None
        assert NAME.fullmatch(step.into.name)


def test_what_is_excepted_stays_and_only_what_is_named_to_the_letter_can_be() -> None:
    assert steps("close all", a("close_all", limit="except the terminal")) == (CloseAll(None, ("terminal",)),)
    assert steps("全部閉じて", a("close_all", limit="説明書.pdfだけは残して")) == (CloseAll(None, ("説明書.pdf",)),)
    (_, copied) = steps(
        "copy", a("copy_file", file="all the pdfs in Downloads", to="Documents", limit="except draft.pdf")
    )
    assert isinstance(copied, RunCommand)
    assert "! -name draft.pdf" in str(copied.command[0])
    assert isinstance(
        made("copy", a("copy_file", file="all the pdfs", to="Documents", limit="except the long one")), NotUnderstood
    )
    assert steps("x", a("replace", old="Mr Brown", new="Ms Brown", limit="but only the first one")) == (
        ReplaceText("Mr Brown", "Ms Brown", "first"),
    )


def test_a_picture_or_a_sheet_that_is_named_is_opened_before_it_is_worked_on() -> None:
    opened = OpenFile("beach.png", "", "gthumb")
    assert (
        steps(
            "Rotate beach.png in gThumb",
            a("open_program", program="gThumb"),
            a("rotate", what="beach.png", how="right"),
        )[1]
        == opened
    )
    assert steps("sum", a("sum", what="amounts in column D", where="costs.ods"))[:2] == (
        OpenFile("costs.ods"), Total("column D", "sum", "act 0"),
    )  # fmt: skip
    assert isinstance(made("今月の食費", a("sum", what="食費", where="今月")), NotUnderstood)


def test_a_thing_that_was_picked_can_be_clicked_and_a_range_is_selected_by_keys() -> None:
    picked = steps("click the cheapest", a("pick", which="cheapest", of="flight"), a("click", target={"ref": 0}))
    assert picked[-1] == ClickOn(Target(stored="act 0"))
    assert steps("cut", a("cut", what="D2からD30まで"), a("paste", where="Sheet2のA1")) == (
        ClickOn(Target("D2", "cell")), PressKeys("shift+Down", 28), PressKeys("ctrl+x"),
        ClickOn(Target("Sheet2", "tab")), ClickOn(Target("A1", "cell")), Paste(),
    )  # fmt: skip
