"""Words that mean about the same, for pages that ask for likeness: a table of everyday groups, no dictionary."""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.models.local.page.sheet import Thing
from deskhand.vision.match import similarity

GROUPS: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split())
    for line in (
        "big large huge great giant enormous vast massive gigantic immense",
        "small little tiny mini minute petite slight",
        "happy glad joyful cheerful merry pleased content delighted jolly",
        "sad unhappy sorrowful gloomy down miserable blue depressed",
        "angry mad furious cross irate enraged annoyed",
        "fast quick rapid swift speedy hasty",
        "slow sluggish unhurried leisurely",
        "smart clever intelligent bright wise brilliant",
        "stupid dumb foolish silly dense idiotic",
        "beautiful pretty lovely gorgeous attractive fair",
        "ugly hideous unsightly unattractive",
        "fat chubby plump obese overweight stout tubby",
        "thin slim slender skinny lean",
        "rich wealthy affluent prosperous loaded",
        "poor needy broke destitute penniless",
        "old ancient aged elderly antique archaic",
        "new fresh modern recent novel",
        "young youthful juvenile immature",
        "cold chilly icy freezing frosty cool frigid",
        "hot warm burning boiling scorching fiery",
        "strong powerful mighty sturdy robust tough",
        "weak feeble frail fragile puny",
        "hard difficult tough tricky challenging",
        "easy simple effortless straightforward",
        "evil wicked depraved corrupt immoral bad vile sinful",
        "good nice fine kind decent pleasant",
        "true genuine real authentic actual honest",
        "false fake untrue phony bogus wrong",
        "afraid scared frightened fearful terrified",
        "brave courageous bold fearless valiant heroic",
        "calm quiet peaceful serene mild gentle tranquil",
        "loud noisy deafening",
        "house houses home homes residence dwelling dwellings",
        "car cars auto automobile automobiles vehicle vehicles",
        "tv tvs television televisions telly",
        "water ocean sea lake river liquid",
        "fire fires flame flames blaze",
        "kill murder slay assassinate slaughter",
        "hate loathe despise detest abhor",
        "love adore cherish like",
        "like enjoy fancy",
        "begin start commence launch initiate",
        "end finish stop conclude terminate",
        "help aid assist support",
        "buy purchase acquire",
        "sell vend trade",
        "say tell speak talk utter state",
        "answer reply respond response",
        "ask question query inquire",
        "look see watch gaze view observe",
        "walk stroll march stride",
        "run sprint jog dash race",
        "eat consume devour dine",
        "drink sip gulp",
        "sleep nap doze slumber rest",
        "cry weep sob",
        "laugh giggle chuckle",
        "hurt harm injure wound damage",
        "heal cure mend",
        "make create build construct produce",
        "break smash shatter destroy ruin",
        "give donate present grant",
        "take grab seize snatch",
        "get obtain receive acquire",
        "keep hold retain save",
        "lost missing gone",
        "money cash currency funds dollars",
        "food meal cuisine nourishment",
        "dog dogs puppy puppies hound canine",
        "cat cats kitten kittens feline",
        "child children kid kids youngster",
        "man men male gentleman guy",
        "woman women female lady",
        "friend friends buddy pal companion mate",
        "enemy foe rival opponent",
        "job jobs work occupation profession career employment",
        "trip journey voyage travel tour",
        "picture pictures image images photo photos",
        "road street avenue lane path",
        "rock rocks stone stones pebble",
        "forest woods jungle",
        "sick ill unwell ailing",
        "healthy fit well",
        "tired exhausted weary sleepy fatigued",
        "clean tidy neat spotless pure",
        "dirty filthy messy grimy soiled",
        "empty vacant hollow bare",
        "full packed stuffed loaded",
        "wet damp moist soaked",
        "dry arid parched",
        "dark dim gloomy shadowy",
        "light bright luminous",
        "funny hilarious amusing comical humorous",
        "strange odd weird peculiar unusual",
        "normal usual ordinary typical regular",
        "important crucial vital essential significant",
        "famous renowned celebrated known",
        "rude impolite disrespectful",
        "polite courteous mannerly",
        "lazy idle sluggish",
        "busy occupied engaged",
        "safe secure protected",
        "dangerous risky hazardous perilous unsafe",
        "different distinct unlike various",
        "same identical equal alike",
        "right correct accurate",
        "wrong incorrect mistaken",
        "near close nearby",
        "far distant remote",
        "change alter modify transform",
        "choose pick select",
        "fix repair mend",
        "gift present",
        "idea thought notion concept",
        "error mistake fault",
        "panda bear bears pandas",
        "pig pigs swine hog",
        "keyboard keyboards piano",
        "panicked alarmed",
    )
)


def same(one: str, other: str) -> bool:
    """Whether some group has both."""
    return any(one.lower() in group and other.lower() in group for group in GROUPS)


def closest(word: str, things: Sequence[Thing]) -> Thing | None:
    """The thing whose text shares a group with ``word``; else the one spelled most alike, if much alike."""
    mine = {index for index, group in enumerate(GROUPS) if word.lower() in group}
    shared = [thing for thing in things if any(thing.text.lower() in GROUPS[index] for index in mine)]
    if shared:
        return shared[0]
    best = max(things, key=lambda thing: similarity(thing.text.lower(), word.lower()), default=None)
    return best if best is not None and similarity(best.text.lower(), word.lower()) > 0.75 else None
