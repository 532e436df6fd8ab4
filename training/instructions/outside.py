"""Wishes that no act can fulfil: to be refused, alone or among others that could be done."""

# ruff: noqa: E501
from __future__ import annotations

EN = """
write (a|an|me a|some) (poem|story|letter to my boss|essay|email|song|speech|summary|joke|haiku|cover letter|shopping list for a party|birthday card) (about|on|for) (autumn|my cat|love|the sea|our holiday|climate change|my mother|the company|spring)[ and save it in {folder}]
write something (nice|funny|interesting|about dogs|creative|suitable)[ in {file}]
(book|find|reserve|get) (me )?(a|the cheapest|some) (flight|hotel|table|taxi|train ticket|car|seats) (to|in|for) (paris|tokyo|tomorrow|two people|rome|next week|the weekend)
(order|buy) (me )?(a pizza|a new laptop|milk|some flowers|the book|two tickets)[ online]
(send|write|forward) (an|this|the|my) (email|mail|message|e-mail) to (my boss|anna|bob|the team|everyone)[ with {file} attached]
send {file} to (anna|my boss|bob|the printer|everybody)[ by (mail|email)]
(email|mail|message|text|call|phone) (my mum|anna|the office|bob)[ about {text}]
what('s| is| will be) the (weather|temperature outside|news|exchange rate|stock price of apple|capital of france|population of japan)( today| tomorrow| like)?
who (is|was) (the president|einstein|the king of spain|the author of hamlet)
(how|why) (do|does|can) (i|you|one) (cook rice|fix my car|lose weight|learn japanese|get rich|tie a tie)
(when|where) (is|was|does) (easter|my birthday|the next train|the meeting|world war two)
(translate|summarize|summarise|proofread|correct|improve|shorten|rephrase|analyse|review|explain) {file}[ (in|from) {folder}][ (into french|to japanese|for me)]
(translate|summarize|explain) {text}( into french| to german| for me)?
(fix|correct) the (spelling|grammar|typos|mistakes|bugs|errors) in {file}[ in {folder}]
(sort|order|reverse|shuffle|number) the lines (of|in) {file}[ (in|from) {folder}]( alphabetically)?
(delete|remove|rename|move|copy|open|zip|compress|back up|print) (all|every|all the|each of the) (files?|documents|pictures|text files|pdfs|txt files|images)[ (in|from) {folder}][ to {to}]
(delete|remove|open|move|rename) the (newest|oldest|largest|biggest|smallest|last|latest|most recent|empty) (file|files|document|one)[ (in|from) {folder}]
(delete|remove|change|read|copy) the (first|second|third|last|2nd|5th) (line|word|paragraph|sentence|row) (of|in|from) {file}[ in {folder}]
(delete|remove) (everything|all) (except|but) {file}[ (in|from) {folder}]
(delete|remove|erase) everything (in|from) {folder}
(empty|clear|wipe|clean up|clean|tidy up|organize|organise|sort) {folder}
(count|tell me) (the|how many) (words|characters|letters|vowels|mistakes|times {label} occurs) (are )?in {file}[ in {folder}]
(print|zip|compress|encrypt|share|upload|download|install|convert|compile|hide|lock|sign|scan|restore|merge|split|compare|attach) {file}[ (in|from) {folder}]
(download|install|update|upgrade|uninstall) (firefox|the latest version|python|the system|some software|a virus scanner|spotify|drivers)
(change|set|increase|lower|turn up|turn down|mute) the (volume|brightness|wallpaper|background|resolution|font size|font|theme|language|time|sound|screen saver)( to (50|blue|arial|dark|12))?
make {text} (bold|italic|red|bigger|underlined|a heading)
make (the text|it|the title|everything) (bold|italic|red|bigger|underlined|blue|centered)
(search|google|look up|check) (the (web|internet)|online|google|wikipedia) for (cheap flights|the weather|cat pictures|a recipe|{text}|news)
(google|look up) (cheap flights|a recipe for soup|the weather|{text} on the web)
(play|stop|pause) (some music|the video|a song|my playlist|the radio)
(remind|wake) me (to {text}|at 7|tomorrow|in ten minutes|about the meeting)
(set|start) (a timer|an alarm|a reminder|a countdown)( for (ten minutes|7 am|tomorrow))?
(log|sign) (in|into|out) (to|of|with) (my (account|bank|email)|facebook|the website|gmail)[ with my password]
(transfer|send|pay) (100 euros|money|the bill|the rent|50 dollars)( to (bob|my landlord|anna))?
(don't|do not|never|under no circumstances) (open|touch|delete|change|save|close|click) (anything|any file|{file}|the settings|it|the button)
(open|use|close|click|delete|save|move) (the thing|something|whatever you like|one of them|the right one|the other one|the usual|stuff)
(open|play|show) (the game|solitaire|a movie|my photos|youtube|the slideshow)
(save|name) it (as|under) (something (nice|suitable|sensible|else)|a (good|nice|suitable) name|whatever you like)
(save|export|convert) (it|the file|{file}) (as|to|into) (a pdf|word format|excel|an image|pdf|mp3)
(open|read|check) {file}[ (in|from) {folder}] and (do what it says|follow the instructions|answer the questions in it|reply to it|fill in the gaps|act on it|summarise it|translate it|explain it)
(click|press|open|tick) (every|each|all the|all|any|a random) (button|link|checkbox|icon|item|tab)s?
(repeat|do) (that|this|it) (until it works|for every file|forever|for each line|as often as needed|every hour|all day)
(if|when) (it is (monday|late|raining)|the file is (empty|larger than 1 mb|old)|the result is (bigger|greater|less) than {num}|there is an error|i am away|{file} exists|{file} contains {text}|the sum is even),? (save it|close the editor|delete {file}|tell me|click {label})
(every|each) (day|hour|monday|morning|minute),? (save|open|run|delete|check) (it|{file}|{cmd})
(at|in) (5 o'clock|noon|ten minutes|an hour),? (save|close|run|open|delete) (it|{file}|everything)
(calculate|work out|compute|tell me) (the (average|mean|median|maximum|minimum|standard deviation) of {num}, {num} and {num}|the area of a circle|the sine of {num}|how old i am|the days until christmas|the integral of x|the log of {num}|{num} dollars in euros|{num} miles in kilometers|my taxes)
(convert|change) {num} (dollars|miles|pounds|degrees|inches|euros) (to|into|in) (euros|kilometers|kilograms|celsius|centimeters|yen)
(add up|sum up|average) (the numbers|all numbers|the amounts|the column) in {file}[ in {folder}]
(draw|paint|sketch) (a (house|cat|circle|flower|red square|picture of a dog)|something nice)
(what|which) (day|date|time|year) is it
what (time|day) is it( now)?
(restart|reboot|shut down|turn off|log out of|lock|suspend) (the computer|the pc|the system|the machine|my computer)
(resize|crop|rotate|brighten) (the (image|photo|picture)|{file})( to half size| by 90 degrees)?
(move|resize) the window (to the (left|right|top|corner)|to half the screen|a bit to the left|next to the other)
(tell|ask) (me a joke|me something interesting|me about yourself|bob to call me|anna when she comes|how i feel|me a story)
(how are you|who are you|what can you do|are you there|do you like me|what is the meaning of life|good job|tell me a joke|sing a song|test)
(read|check|answer|delete) my (mail|emails|messages|inbox|calendar|spam)
(hack|break|crack|destroy|format|delete) (the (system|wifi|password|disk|hard drive)|my neighbour's wifi|everything on this computer|windows)
(create|make) (a (presentation|spreadsheet|website|logo|chart|table with prices|backup of everything|budget|schedule|list of capitals|to-do list for me)|an (account|app|invoice for bob))
(fill in|fill out) the (form|survey|application)( with (my data|sensible values|something))?
(recommend|suggest|find|choose) (a (good )?(film|book|restaurant|name|recipe|present)|something to read|the best offer|the cheapest one)
(type|write|enter) (my (name|address|password|phone number)|today's date|the date|the current time|the capital of france|a greeting|a random number|the alphabet|the numbers from 1 to {num}|something)[ in {file}]
(undo|revert) (everything you did|all changes since yesterday|the last {num} days)
(insert|add|put) {text} (after|before) (line {num}|the (second|third) (line|paragraph)|every line|each word|the word {label}) (of|in) {file}
(replace|change) (only )?the (first|second|last) {label} (with|to) {text} in {file}
(close|minimize|quit) (all|everything|every window) (except|but|other than|apart from) {prog}
(merge|combine|join|concatenate|compare|diff) {file} (and|with) {file2}[ in {folder}]
(open|close) {prog} (twice|in two windows|on the other screen|as administrator|in private mode|with admin rights|on my phone)
(delete|remove) (duplicates|blank lines|the empty lines|every line with {label}|all numbers) (from|in) {file}
(copy|move|save) {file} (to|onto) (my usb stick|the cloud|dropbox|google drive|my phone|the server|a cd)
(check|test|verify|see) (whether|if) (the internet works|{file} exists|the printer is on|i have mail|there is enough space|{prog} is up to date)
(find|search for|locate) (the file|all files|my photos|a file|my letter) (about|containing|with|that mentions|from last week|named like) ({text}|taxes|money)
"""
JA = """
(秋|猫|春|愛|海|母|会社|雪)(について|に関する|の)(詩|物語|手紙|作文|歌|俳句|小説|スピーチ|メール|感想文)を<書く>|<作る>|<作成する>
(面白い|何か|適当な|素敵な|いい感じの)(こと|文章|言葉|名前|もの)を<書く>|<入力する>|<考える>
(明日の|来週の|)(大阪|東京|パリ|札幌)(行き|まで)の(飛行機|新幹線|切符|チケット|バス)を<予約する>|<取る>|<買う>
(ホテル|レストラン|席|タクシー|美容院)を<予約する>|<手配する>|<探す>
(ピザ|本|牛乳|花|新しいパソコン)を<注文する>|<買う>
(上司|母|山田さん|みんな|友達)に(メール|メッセージ|連絡|電話|返事)を<送る>|<する>
{file}を(上司|母|山田さん|みんな)に<送る>|<メールする>|<共有する>
(今日の|明日の|東京の|)(天気|気温|ニュース|株価|為替)(は|を教えて|はどうですか|を調べて)!
(日本の首相|アインシュタイン|フランスの首都|この作者)(は誰ですか|は誰|を教えて|はどこですか)!
(料理|英語|ダイエット|車の修理)(の仕方|のやり方|の方法)を<教える>
[{folder}の]{file}を(英語に|日本語に|フランス語に|)(<翻訳する>|<要約する>|<校正する>|<添削する>|<まとめる>|<短くする>|<説明する>)
{text}を(英語に|フランス語に|)<翻訳する>|<訳す>
[{folder}の]{file}の(誤字|間違い|文法|誤り)を<直す>|<修正する>|<訂正する>
[{folder}の]{file}の(行|項目)を(五十音順に|アルファベット順に|逆順に|)<並べ替える>|<ソートする>
{folder}の(すべての|全部の|全ての)(ファイル|書類|写真)を<削除する>|<移動する>|<コピーする>|<開く>|<印刷する>
{folder}(の中身を全部|の中を全部|を空に|を整理|をきれいに)(削除して|消して|して|してください)!
{folder}(の|にある)(一番新しい|一番古い|最新の|最も大きい|空の|最近の)(ファイル|書類)を<開く>|<削除する>|<移動する>
[{folder}の]{file}の(1行目|最初の行|最後の行|二行目|三番目の段落)を<削除する>|<消す>|<変更する>|<読む>
{file}以外(のファイル|)を(全部|すべて)<削除する>|<移動する>
[{folder}の]{file}の(文字数|単語の数|漢字の数)を<数える>|<教える>
[{folder}の]{file}を<印刷する>|<圧縮する>|<暗号化する>|<アップロードする>|<変換する>|<共有する>|<復元する>|<結合する>
(音量|明るさ|壁紙|文字の大きさ|フォント|解像度|背景|言語)を<変える>|<変更する>|<上げる>|<下げる>|<設定する>
{text}を(太字|赤|大きく|斜体|下線付き)に<する>
(文字|タイトル|全体)を(太字|赤|大きく|斜体|中央揃え)に<する>
(ネット|インターネット|ウェブ|グーグル)で(安い航空券|天気|猫の写真|レシピ|{text})を<検索する>|<調べる>|<探す>
(音楽|動画|ラジオ|曲)を<再生する>|<流す>|<止める>
(7時に|明日|10分後に|会議の前に)<起こす>|<知らせる>|<教える>
(タイマー|アラーム|リマインダー|目覚まし)を<設定する>|<セットする>
(銀行|アカウント|サイト|メール)に<ログインする>|<サインインする>
(家賃|お金|代金|料金|1万円)を<払う>|<振り込む>|<送金する>
(何も|{file}を|設定を|どのファイルも|ボタンを)(削除しないで|触らないで|変更しないで|開かないで|保存しないで|押さないで)(ください|)!
(適当な|いい感じの|ふさわしい|それらしい)名前で<保存する>
(PDF|Word|エクセル|画像)(として|に|形式で)<保存する>|<変換する>|<書き出す>
[{folder}の]{file}を読んで(、|)(書いてある通りにして|指示に従って|質問に答えて|返事を書いて|要約して|感想を教えて)(ください|)!
(すべての|全部の|各)(ボタン|リンク|チェックボックス|アイコン)を<クリックする>|<押す>
(うまくいくまで|ファイルごとに|ずっと|毎日|1時間ごとに|毎朝)<繰り返す>|<保存する>|<実行する>
(もし|)(今日が月曜なら|ファイルが空なら|結果が{num}より大きければ|エラーがあれば|{file}があれば|{file}に{text}と書いてあれば)(、|)(保存して|閉じて|削除して|教えて)(ください|)!
(平均|中央値|標準偏差|円の面積|消費税込みの値段|年齢)を<計算する>|<求める>
{num}(ドル|マイル|ポンド|インチ)を(円|キロ|キログラム|センチ)に<換算する>|<変換する>
[{folder}の]{file}の(数字|金額)を(合計して|足して|平均して)(ください|)!
(家|猫|円|花|犬の絵)を<描く>
(今何時ですか|今日は何日ですか|何曜日ですか|今日は何曜日|元気ですか|あなたは誰ですか|何ができますか|歌を歌って|冗談を言って|調子はどう)!
(パソコン|コンピューター|システム|PC)を<再起動する>|<シャットダウンする>|<ロックする>
(ファイアフォックス|最新版|Python|ソフト)を<ダウンロードする>|<インストールする>|<更新する>
{prog}以外(のウィンドウ|)を(全部|すべて)<閉じる>|<最小化する>
(ウィンドウ|画面)を(左|右|半分|隅)に<寄せる>|<移動する>|<動かす>
{file}と{file2}を<比較する>|<結合する>|<まとめる>
(プレゼン|表|ホームページ|グラフ|予算表|献立|計画)を<作る>|<作成する>
(私の名前|住所|今日の日付|現在の時刻|電話番号|パスワード|適当な数)を<入力する>|<書く>
{text}を(3行目|二番目の段落|最初の行の後)に<挿入する>|<追加する>
(いつもの|例の|あの|何か)(やつ|ファイル|こと)を<開く>|<する>|<やる>
(フォーム|申込書|アンケート)を<記入する>|<埋める>
(おすすめの|いい)(映画|本|店|レシピ)を<教える>|<探す>
(重複|空行|空白)を[{folder}の]{file}から<削除する>|<消す>
{file}を(USBメモリ|クラウド|スマホ|サーバー)に<コピーする>|<移動する>|<保存する>
{file}が(存在するか|空かどうか|あるか)<確認する>|<調べる>
(メール|受信箱|予定|カレンダー)を<確認する>|<読む>|<チェックする>
"""
