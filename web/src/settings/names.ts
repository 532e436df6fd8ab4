// Names of models, policies and their rules in the person's language: the server tells them in English, and those that
// come with the product stand here in Japanese. A rule of one's own stays as it was written.
import type { Policy } from "../api/models";
import { language, t } from "../strings/language";

export function modelTitle(model: { readonly name: string; readonly title: string }): string {
  return model.name === "local" ? t("modelLocal") : model.title || model.name;
}

const TITLES: Readonly<Record<string, string>> = {
  careful: "慎重",
  trusting: "おまかせ",
  "read-only": "見るだけ",
  unattended: "無人",
  everything: "すべて確認",
};

export function policyTitle(policies: readonly Policy[], id: string): string {
  if (language.value === "ja" && TITLES[id]) return TITLES[id];
  return policies.find((one) => one.id === id)?.title ?? id;
}

const SENTENCES: Readonly<Record<string, string>> = {
  "A person is asked before anything that matters in the world.": "実世界に影響することの前に、人に確認します。",
  "A person is asked about money, messages, agreements, secrets and new software only.":
    "お金、送信、同意、秘密、新しいソフトウェアについてだけ確認します。",
  "It may look and go about; everything else is refused.": "見ることと移動だけを許し、ほかは断ります。",
  "Nobody is there to ask: work inside the walls is done, and what reaches the world outside is refused.":
    "確認する人がいないとき: 壁の中の作業は行い、外の世界に及ぶことは断ります。",
  "A person is asked before every action that does more than look.": "見る以外のすべての操作の前に確認します。",
  "Everything but a look at the screen is asked about.": "画面を見ること以外はすべて確認します。",
  "Looking, going about, typing and saving can be taken back.":
    "見る、移動する、入力する、保存することは、元に戻せます。",
  "Files in /tmp are nobody's work.": "/tmp のファイルは誰の作業でもありません。",
  "It is not clear what this would do.": "何が起こるのかはっきりしません。",
  "What is deleted or overwritten may be gone for good.": "削除や上書きをすると、戻らないことがあります。",
  "Others get to see it, and it cannot be called back.": "ほかの人の目に触れ、取り消せません。",
  "It spends money.": "お金を使います。",
  "It agrees to something in your name.": "あなたの名前で何かに同意します。",
  "It uses a secret, or opens an account.": "秘密を使う、またはアカウントを作ります。",
  "It brings in software, or runs what came from outside.": "ソフトウェアを入れる、または外から来たものを実行します。",
  "It changes how things are set, or who may do what.": "設定や権限を変えます。",
  "It carries something out of the sandbox, or goes to a place that is new.":
    "何かを外に持ち出す、または新しい場所に行きます。",
  "Something that was read seems to give the orders here, and not you.":
    "あなたではなく、読んだものに指示されているようです。",
  "This kind of use is watched.": "見守りの対象となる使い方です。",
  "It can be taken back, or stays inside the walls.": "元に戻せるか、壁の中にとどまります。",
  "Files inside the walls may be deleted and overwritten.": "壁の中のファイルは、削除や上書きをしてかまいません。",
  "What is deleted on a page is gone for its owner.": "ページ上で削除したものは、持ち主から失われます。",
  "It acts towards others in your name.": "あなたの名前で、ほかの人に対して行います。",
  "It brings something in, or carries something out.": "何かを持ち込む、または持ち出します。",
  "Nothing that rings an alarm is done.": "警報が鳴ることは、いっさいしません。",
  "Looking and going about leave everything as it is.": "見ることと移動は、何も変えません。",
  "The policy is read-only: nothing may be changed, sent or agreed to.":
    "見るだけの方針です。変更、送信、同意はできません。",
  "Something that was read seems to give the orders here, and nobody is there who could tell.":
    "読んだものに指示されているようですが、判断できる人がいません。",
  "This kind of use needs a person who answers for it.": "この使い方には、責任を持つ人が必要です。",
  "Looking, going about, typing and saving are what tasks are made of.":
    "見る、移動する、入力する、保存するのは、作業そのものです。",
  "Files and settings inside the walls belong to the run.": "壁の中のファイルと設定は、この作業のものです。",
  "The program that started the run gave it this tool.": "作業を始めたプログラムが渡した道具です。",
  "Settings of an account are for its owner to change.": "アカウントの設定を変えるのは持ち主です。",
  "Nothing is sent or published while nobody watches.": "見ている人がいない間は、送信も公開もしません。",
  "No money is spent while nobody watches.": "見ている人がいない間は、お金を使いません。",
  "Nothing is agreed to while nobody watches.": "見ている人がいない間は、何にも同意しません。",
  "No secret is used while nobody watches.": "見ている人がいない間は、秘密を使いません。",
  "No software is brought in while nobody watches.": "見ている人がいない間は、ソフトウェアを入れません。",
  "Nothing is carried out of the sandbox while nobody watches.": "見ている人がいない間は、何も外に持ち出しません。",
};

export function ruleWords(sentence: string): string {
  return (language.value === "ja" && SENTENCES[sentence]) || sentence;
}
