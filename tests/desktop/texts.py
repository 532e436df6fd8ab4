"""Texts that typing usually loses."""

TEXTS = {
    "latin": "Hello, wörld! ÀÉÎÕÜ ñ ç ß € £ ¥ «quoted» “curly” — dash… ½ °",
    "ascii": "".join(chr(point) for point in range(0x20, 0x7F)),
    "capitals": "aAbBzZ ABC abc XyZ 1!2@3#",
    "japanese": "こんにちは、世界。カタカナと漢字、ﾊﾝｶｸ。",
    "chinese": "你好，世界！繁體字與简体字。",
    "korean": "안녕하세요 세계 한글",
    "arabic": "السلام عليكم يا عالم، كيف الحال؟",
    "hebrew": "שלום עולם, מה שלומך?",
    "combining": "e\u0301 a\u0308 o\u0302\u0323 n\u0303",
    "emoji": "👍🏽 👩‍👩‍👧‍👦 🇯🇵 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️ 🧑🏿‍🚀",
    "mixed": "タブ\tと改行\nmixed عربي עברית 한글 😀 x²≤∞ √2≈1.41",
}
