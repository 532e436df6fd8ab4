# ruff: noqa: E501 - a kind is read more easily in one line
"""What kind of thing a word names, for pages that ask to sort or choose by kind: everyday words, no dictionary."""

from __future__ import annotations

KINDS: dict[str, frozenset[str]] = {
    kind: frozenset(words.split())
    for kind, words in {
        "fruit": "apple apples banana bananas cherry cherries grape grapes kiwi lemon lemons lime mango melon orange "
        "oranges peach pear pears pineapple plum strawberry apricot fig papaya blueberry raspberry watermelon",
        "vegetable": "bean beans beet broccoli cabbage carrot carrots cauliflower celery corn cucumber garlic kale leek "
        "lettuce onion onions pea peas pepper potato potatoes pumpkin radish spinach tomato turnip zucchini asparagus",
        "animal": "ant bear bee bird cat cow crow deer dog duck eagle elephant fish fox frog goat goose hen horse "
        "kangaroo lion monkey mouse otter owl panda penguin pig rabbit rat shark sheep snake tiger turtle whale wolf "
        "zebra giraffe camel chicken dolphin spider squirrel",
        "colour": "black blue brown cyan gray green grey magenta navy orange pink purple red teal white yellow violet",
        "country": "argentina australia austria belgium brazil canada chile china denmark egypt finland france germany "
        "greece india ireland italy japan kenya mexico netherlands norway peru poland portugal russia spain sweden "
        "switzerland turkey ukraine vietnam england scotland",
        "city": "amsterdam athens barcelona beijing berlin bern boston cairo chicago delhi dublin kyoto lima lisbon london "
        "madrid milan moscow mumbai munich oslo paris prague rome seattle seoul stockholm sydney tokyo vienna",
        "tool": "axe drill hammer knife nail pliers saw screwdriver shovel spade wrench ladder rake scissors",
        "clothing": "blouse boots cap coat dress gloves hat jacket jeans scarf shirt shoes shorts skirt socks sweater tie",
        "vehicle": "airplane bicycle bike boat bus car helicopter motorcycle plane ship taxi train tram truck van",
        "drink": "beer cocoa coffee cola juice lemonade milk soda tea water wine",
        "furniture": "bed bench bookcase chair couch desk dresser lamp shelf sofa stool table wardrobe",
        "month": "january february march april may june july august september october november december",
        "day": "monday tuesday wednesday thursday friday saturday sunday",
        "instrument": "cello clarinet drum drums flute guitar harp piano trumpet violin saxophone",
        "sport": "baseball basketball boxing cricket football golf hockey rugby soccer swimming tennis volleyball",
        "planet": "earth jupiter mars mercury neptune saturn uranus venus",
        "shape": "circle square triangle rectangle oval star diamond hexagon pentagon",
    }.items()
}
_PLURALS = {
    "colours": "colour", "colors": "colour", "color": "colour", "countries": "country", "cities": "city",
    "clothes": "clothing", "garment": "clothing", "musical instrument": "instrument", "weekday": "day",
}  # fmt: skip


def kind_of(word: str) -> str | None:
    """The kind that ``word`` names: "fruits" is fruit; None when it names no kind."""
    lowered = word.lower().strip()
    if lowered in _PLURALS:
        return _PLURALS[lowered]
    return next((name for name in (lowered, lowered.removesuffix("s")) if name in KINDS), None)


def belongs(word: str, kind: str) -> bool:
    return word.strip().lower() in KINDS[kind]
