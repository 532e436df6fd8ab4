// The journal tells actions in English (src/deskhand/tools/words.py). These are the same sentences in Japanese; what is
// not known here stays as it is.

type Rule = readonly [RegExp, (...parts: string[]) => string];

const BUTTONS: Readonly<Record<string, string>> = { left: "左", right: "右", middle: "中" };
const WAYS: Readonly<Record<string, string>> = { up: "上", down: "下", left: "左", right: "右" };

const RULES: readonly Rule[] = [
  [/^Take a screenshot$/, () => "画面を見る"],
  [/^Move the pointer to (\(.+\))$/, (at) => `ポインターを ${at} へ動かす`],
  [
    /^(?:(Right|Middle)-)?(?:(Double|Triple)-|(double|triple)-)?click(?: at (\(\d+, \d+\))| where the pointer is)(?: with (.+) held)?$/i,
    (button, A, a, at, keys) => {
      const times = { double: "ダブル", triple: "トリプル" }[(A ?? a ?? "").toLowerCase()] ?? "";
      const side = { right: "右", middle: "中" }[(button ?? "").toLowerCase()] ?? "";
      return `${keys ? `${keys} を押しながら ` : ""}${at ?? "ポインターの位置"} を${side}${times}クリック`;
    },
  ],
  [
    /^Press the (\w+) mouse button and hold it$/,
    (button) => `マウスの${BUTTONS[button ?? ""] ?? ""}ボタンを押したままにする`,
  ],
  [/^Let go of the (\w+) mouse button$/, (button) => `マウスの${BUTTONS[button ?? ""] ?? ""}ボタンを離す`],
  [/^Drag from (\(.+?\)) to (\(.+?\))/, (from, to) => `${from} から ${to} へドラッグ`],
  [
    /^Scroll (\w+) by (\d+)(?: at (\(.+?\)))?/,
    (way, n, at) => `${at ? `${at} で` : ""}${WAYS[way ?? ""] ?? way}へ ${n} スクロール`,
  ],
  [/^Press (\S+)(?: (\d+) times)?$/, (keys, n) => `${keys} キーを${n ? ` ${n} 回` : ""}押す`],
  [/^Hold (\S+) for (\S+) s$/, (keys, s) => `${keys} キーを ${s} 秒押し続ける`],
  [/^Type “(.*)”$/s, (text) => `「${text}」と入力`],
  [/^Wait (\S+) s$/, (s) => `${s} 秒待つ`],
  [/^List what is on the screen$/, () => "画面にあるものを調べる"],
  [/^List the windows$/, () => "ウィンドウを調べる"],
  [/^Bring window (.+) to the front$/, (window) => `ウィンドウ ${window} を前面に出す`],
  [/^Close window (.+)$/, (window) => `ウィンドウ ${window} を閉じる`],
  [/^Start (.+)$/, (program) => `${program} を起動`],
  [/^Read the clipboard$/, () => "クリップボードを読む"],
  [/^Put “(.*)” on the clipboard$/s, (text) => `「${text}」をクリップボードに入れる`],
  [/^Run (.+)$/s, (command) => `コマンドを実行: ${command}`],
  [/^View (.+)$/, (path) => `${path} を見る`],
  [/^Create (.+)$/, (path) => `${path} を作成`],
  [/^Edit (.+)$/, (path) => `${path} を編集`],
];

export function inJapanese(words: string): string {
  for (const [pattern, say] of RULES) {
    const found = pattern.exec(words);
    if (found) return say(...found.slice(1));
  }
  return words;
}
