"""A part of a wish finds what it asks for however it is put; 44 of the first 60 did before anything was widened."""

from __future__ import annotations

import pytest

from deskhand.models.local.page import clauses
from deskhand.models.local.page.phrases import in_english, plain
from deskhand.models.local.page.table import meant

DOINGS = (
    ("right", "Do a right click on the icon of the printer."),
    ("right", 'Use the right mouse button on "report.doc".'),
    ("right", "Bring up the context menu of the first row."),
    ("double", "Click twice on the blue folder."),
    ("double", "Give the icon a double click."),
    ("double", "Double-tap the map."),
    ("hover", "Let the pointer rest on the picture."),
    ("hover", "Mouse over the profile image."),
    ("hover", "Hover your cursor above the chart."),
    ("choose", "In the Edit menu, pick Paste."),
    ("choose", "Go to the View menu and select Zoom in."),
    ("choose", "Pick Export from the File menu."),
    ("choose", "Take Tools > Options."),
    ("page", "Jump to page 4."),
    ("page", "Turn to the third page."),
    ("page", "Open the next page of results."),
    ("go", "Go to June and click day 17."),
    ("day", "Go to June and click day 17."),
    ("both", "Pick 4 May in the calendar."),
    ("put", "Set the price range from $20 to $60 and press Show."),
    ("turn", "Scroll down in the list and click Japan."),
    ("mark", 'Select the word "town" in the text and press Copy.'),
    ("across", "Move the card Print to the column Doing with its arrows."),
    ("turn", "Scroll the list to the bottom and click the last name."),
    ("along", "Move Bread up two places and press Save."),
    ("by", "Sort the table by Price, then click the first row."),
    ("send", 'Open the chat with Leo and send "Hello".'),
    ("fold", "Add the two prices, type the sum into the box and press OK."),
    ("calculate", "Compute 12 + 30 with the calculator."),
    ("calculate", "Type 9 x 9 into the calculator and get the result."),
    ("ordered", "Press the numbers from smallest to largest."),
    ("ordered", "Tap the tiles in descending order."),
    ("ordered", "Click the buttons from 1 to 5 in order."),
    ("keys", "Dial 555 0134 on the phone."),
    ("keys", "Key in the code 3390 using the keypad."),
    ("rate", "Rate the product with 3 stars."),
    ("rate", "Leave a 5-star rating."),
    ("rate", "I want to give it two stars."),
    ("counter", "With the plus and minus buttons, bring the amount to 8."),
    ("counter", "Press + until the counter shows 6."),
    ("counter", "Raise the quantity by 3."),
    ("switch", "Switch the Wi-Fi off."),
    ("switch", "Enable dark mode."),
    ("switch", "Make sure Bluetooth is turned on."),
    ("connect", "Join the two dots with a line."),
    ("connect", "Draw a line between the green and the red point."),
    ("send", 'Write "hello" to Tom.'),
    ("send", 'Send Kim the message "on my way".'),
    ("send", 'Post the comment "Nice!" under the photo.'),
    ("fold", "What is the average score?"),
    ("fold", "How much do all the items cost together?"),
    ("who", "Which student has the highest mark?"),
    ("who", "Who scored the fewest points?"),
    ("who", "Click the player with the most goals."),
    ("value", "What is the age of Peter?"),
    ("value", "How much does the Lamp cost?"),
    ("act", "Remove the second task."),
    ("act", "Buy three of the Red Apple."),
    ("act", "Follow Lena."),
    ("act", "Delete the oldest message."),
    ("guess", "Find the secret number between 1 and 50."),
    ("steer", "Move the robot to the exit with the arrow keys."),
    ("count", "How many red circles can be seen?"),
    ("count", "Count the words in the text."),
    ("count", 'How many times does "the" appear?'),
    ("wait", "Wait until the page has loaded."),
    ("when", "Press Stop as soon as it shows 30."),
    ("put", "Set the brightness to 40."),
    ("put", "Change the country to Spain."),
    ("put", "The volume should be set to 15."),
    ("put", "Set the alarm to 6:30 using the arrows."),
    ("search", "Book a round-trip flight from Bergen to Porto on 03/02/2026."),
    ("search", "Find trains from Lyon to Nice."),
    ("replace", 'Change the word "old" to "new" in the note.'),
    ("append", "Add the word butter at the end of the text and press Save."),
    ("every", "Star all mails from David and press Done."),
    ("rename", "Rename the folder Trips to Work and press Save."),
    ("tab", "Close the Recipes tab."),
    ("words", "Search for lamp and open the first result."),
    ("column", "Hide the column Price and press Apply."),
    ("who", "Click the name of the person who sold the least."),
    ("erase", 'Remove the word "very" from the sentence.'),
    ("erase_line", "Delete the second line of the text."),
    ("by_length", "Click the shortest word in the list."),
    ("by_size", "Click the largest text."),
    ("shown", "Type the code shown in the box."),
    ("which", "Which number is smaller?"),
    ("fits", "Which book costs more than $20?"),
    ("rounded", "Round 3.14159 to two decimal places."),
    ("act", "Follow @lena."),
    ("reveal", "Point at the dots on the map to see their names, and click on Turin."),
    ("reveal", "Hover over the icons to find the one called Print and click it."),
    ("hover", "Point at the blue icon."),
    ("along", 'Hold the mouse button and draw a line under the word "pencil".'),
    ("connect", "Draw a line from A to C."),
    ("open_one", "Open the menu Insert, point at Picture and choose From web."),
    ("open_one", "Open the menu View and choose Full screen."),
    ("by", "Sort the table by price: click that heading. Then click the name that stands first."),
    ("steer", 'Use the arrow keys to move the blue frame to "ice", then press Enter.'),
    ("value", "Enter the phone of Anna Berg into the text field."),
)


@pytest.mark.parametrize(("doing", "text"), DOINGS)
def test_a_part_of_a_wish_finds_its_doing(doing: str, text: str):
    called = meant(text)
    if called is not None:
        assert called[0].__name__ == doing
    else:
        found = [skill[0].__name__ for _, skill in clauses.pieces(plain(in_english(text))) if skill is not None]
        assert doing in found


def test_parts_are_looked_at_alone_and_quoted_words_are_left_whole():
    pieces = clauses.pieces('Close the popup, then choose "Save, then quit" from the File menu and press OK.')
    assert [(text, skill and skill[0].__name__) for text, skill in pieces] == [
        ("Close the popup", "dismiss"),
        ('choose "Save, then quit" from the File menu', "choose"),
        ("press OK.", None),
    ]
