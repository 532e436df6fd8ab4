"""How people who write English say each act: ``(a|b)`` one of them, ``[a]`` perhaps, ``<open>`` the verb of the clause.

A key names the acts that a clause stands for; ``{slot}`` is filled by words of the instruction. A line that begins with ``!`` is a
sentence of its own (a wish, a question) and takes no *could you* in front.
"""

# ruff: noqa: E501
from __future__ import annotations

WAYS: dict[str, str] = {
    "open": """
<open>|<launch>|<start>|<fire up>|<bring up>|<pull up>|<start up>|<run>|<load>|<open up>|<get> {prog}
<get> {prog} (going|running|up|open|started|up and running)
<bring> {prog} up
(once|when|as soon as) {prog} (is|has) (open|opened|running|up)!
(i need|i want|we need|give me|show me) {prog}[ (open|up|running)]!
""",
    "open file": """
<open>|<load>|<bring up>|<pull up>|<open up>|<display>|<show me>|<go into>|<get> {file}[ (in|from|out of|inside|of) {folder}]
<open>|<load>|<pull up>|<view> {file} (in|with|using) {prog}
<open>|<load>|<view>|<show> {file} (from|in) {folder} (in|with|using|inside) {prog}
(from|in) {folder},? <open>|<take>|<load> {file}[ (in|with|using) {prog}]
<use> {prog} to (open|view|look at|load) {file}[ (from|in) {folder}]
<go> to {folder} and open (up )?{file}
<open> (the file|the document|the text file|the page) {file}[ (which|that) is (in|stored in|inside) {folder}]
<take a look at|have a look at> {file}[ in {folder}] with {prog}
<open> up {folder} and (load|open) {file}
{file} (should be opened|needs to be open|needs opening)[ (in|with) {prog}]!
there('s| is) a file (called|named) {file} in {folder}(, open it|; open it|, please open it| - open it)!
(i need|i want|i have to have) {file}[ from {folder}] open[ in {prog}]!
<use> {prog} (for|with) {file}[ (in|from) {folder}]
<start>|<open>|<launch> {prog} (and load|and open|with) {file}[ (in|from) {folder}]
(with|in|using) {prog},? <open>|<load>|<show>|<view> {file}[ (in|from) {folder}]
<go to>|<open>|<load> the (page|file|document) {file}[ (in|from) {folder}] (in|with|using) {prog}
""",
    "open folder": """
<open>|<show me>|<go to>|<show>|<navigate to>|<browse to>|<bring up>|<pull up>|<open up>|<get into>|<display> {folder}
<open> {folder} in (the )?file manager
<use> the file manager to (open|go to|show) {folder}
(let me see|i want to see|i need to see|i'd like to look into|take me to) {folder}!
""",
    "close": """
<close>|<shut>|<quit>|<exit>|<close down>|<shut down>|<kill>|<end>|<close out of>|<get out of>|<leave> {prog}
<get rid of>|<dismiss> {prog}( window)?
{prog} (can be closed|can go away|should be closed|is not needed any more, close it)!
i don't need {prog} (any more|anymore|any longer), (close it|so close it)!
we('re| are) done with {prog}, (close it|so shut it)!
<get rid of>|<close>|<shut> {prog}( window| for me)?
<put> {prog} away
""",
    "close unsaved": """
<close>|<quit>|<exit>|<shut> {prog} without saving[ (anything|it|the changes|what's in it)]
<close>|<quit>|<exit> {prog}(, | and | but |; )(throw away|discard|don't save|do not save|drop|forget|lose|ignore|don't keep) (the changes|my changes|changes|anything|all changes|what was typed|the text)
<discard>|<throw away>|<drop> (the|my|all|any) changes and (close|quit|exit) {prog}
<close>|<leave> {prog}, no (need to save|saving)( needed)?
(there's )?no need to save(,|;) (just )?(close|quit) {prog}!
""",
    "close window": """
<close>|<shut>|<dismiss> (the|this|that) (window|current window|active window|window in front|frontmost window|dialog|top window)
<close> the window (that is|that's) (on top|in front|active)
""",
    "close window unsaved": """
<close>|<shut> (the window|this window|it|the document) without saving
<close>|<shut> (it|the window|that), (don't save|do not save|without keeping the changes|discard the changes|discarding everything|no saving)
<discard>|<throw away> (the changes|everything|the text) and close (it|the window)
""",
    "close all": """
<close>|<shut>|<quit> (everything|all windows|all the windows|every window|all open windows|all programs|every program that is open|all the apps|all apps|every open window|the lot|everything that is open|everything that's open|all of them)
<get rid of> (all|all the|all open) windows
<clean up>|<tidy up>|<clear> the desktop by closing (everything|all windows)
(i want|i need) (all|every) (the )?windows? (closed|shut)!
nothing should (be|stay) open( any ?more)?!
everything (that's|that is) open (should|can|has to|must) be closed!
<shut down>|<close> (whatever|all that|everything that) (is|'s) open
<leave> nothing open
""",
    "close all unsaved": """
<close>|<shut>|<quit> (everything|all windows|all programs|every window) without saving( anything)?
<close>|<shut> (everything|all windows|all apps)(, | and )(discard|throw away|don't save|do not keep) (the changes|any changes|all changes|anything)
""",
    "leave": """
<leave>|<keep> {prog} (open|running|alone|as it is|as is|untouched|up)
(but )?<don't close|do not close|don't touch> {prog}
{prog} (should stay|stays|must stay|has to stay|can stay) (open|up|running)!
""",
    "switch": """
<switch>|<change>|<go back>|<return>|<flip>|<go over>|<jump>|<move over>|<swap> (to|over to|back to) {prog}
<bring> {prog} (to the front|forward|to the foreground|on top)
<put>|<get> {prog} in (front|the foreground)
<focus>|<activate> {prog}
""",
    "new": """
<create>|<make>|<start>|<open>|<begin> a (new|fresh|blank|new empty|new blank|empty) (file|document|text file|note|page|doc)[ in the (editor|text editor)]
(i need|i want) a (new|fresh|blank|empty) (document|file|text file|doc)!
""",
    "create": """
<create>|<make>|<write>|<produce>|<prepare>|<set up>|<generate>|<save> a (text |new |small |new text |little |plain text )?(file|document|note|doc) (called|named|by the name of|with the name|titled) {file}[ in {folder}] (containing|with|that contains|that says|saying|which says|holding|with the text|with the content|with the contents|that reads|with the words|with just|which contains|with the line|and put in it|with this in it:|and write in it) {text}
<create>|<make>|<write>|<set up> a (text |new )?(file|document) (containing|with|that says|saying|with the text|that reads) {text} (called|named) {file}[ in {folder}]
<create>|<make>|<add>|<put>|<write>|<start> {file} (in|inside) {folder} (containing|with|that says|saying|with the text|with the content|reading|holding|and put) {text}[ in it]
<put>|<create>|<make>|<add> a file {file} (in|into|inside) {folder},? (with the (content|text):?|content:|containing|saying) {text}
<create>|<make>|<add> {file} (containing|with|that says|saying|with the text|with the content|reading|holding) {text}[ in {folder}]
<put>|<write>|<save>|<store>|<type>|<stick>|<drop>|<note>|<note down>|<jot>|<jot down>|<record>|<dump>|<place> {text} (in|into|inside|to) (a (new )?file (called|named) |the new file |a new text file |a file |the file )?{file}[ (in|inside|under) {folder}]
<put>|<write>|<save>|<store>|<type>|<stick>|<jot down> {text} (in|into) a (new )?(text )?file in {folder} (called|named) {file}
<write>|<save>|<store>|<put> {text} (to|into|in|as) {file} (in|inside|under) {folder}
<create>|<make>|<add>|<start> (an empty|a blank|a new empty|a new blank|an empty text) (file|document) (called|named) {file}[ in {folder}]
<create>|<make> (an empty|a blank|a new) {file}[ in {folder}]
<create>|<make>|<add> a (new )?(text )?(file|document|note) (called|named) {file}[ in {folder}]
in {folder},? <create>|<make>|<put>|<write> (a (new |text )?file (called|named) )?{file} (with|containing|that says|saying|with the text) {text}
(i need|i want|i'd like|there should be|we need|please have) a (text |new )?(file|document|note) (called|named) {file}[ in {folder}] (containing|with|that says|saying|with the text|which reads|that has|and in it) {text}!
(i need|i want|there should be) {file} in {folder} (containing|with|saying|to contain|to say) {text}!
{folder} (needs|should have|should get|is missing) a (new )?(file|document) (called|named) {file} (with|containing|that says|saying) {text}!
{file} (should contain|must contain|should say|should read|should hold) {text}( and be in| and go in| and sit in|, put it in) {folder}!
<create>|<make>|<write> (me )?a (text |new )?(file|note|document)[ in {folder}] that's called {file} (and (has|contains|says)|with) {text}( in it| inside)?
<have>|<leave>|<make>|<put> a (note|file|memo|document|text) (with the words|saying|with|that says|with the text) {text}(,| that is| which is|)? (stored|saved|kept|filed|named|called) (as|under)? {file}[ in {folder}]
(new|a new) (text )?(file|note|document) {file}[ in {folder}](,|:| with| containing| -) {text}!
{text} (should go|goes|has to go|belongs|must be written) into (a (new )?file (called|named) )?{file}[ in {folder}]!
""",
    "type": """
<type>|<write>|<enter>|<input>|<put>|<put in>|<key in>|<type in>|<jot down>|<add>|<note>|<write down>|<insert>|<note down>|<punch in>|<type out>|<scribble> {text}
<type>|<write>|<enter>|<put>|<insert> (the text|the words|the word|the sentence|the phrase|this|the following|this text|the line|exactly|the message)[:] {text}
<type>|<write>|<enter>|<put>|<jot down>|<jot>|<insert> {text} (in|into) (it|the document|the file|there|that)
<type>|<write>|<enter>|<put>|<insert>|<key in> {text} (in|into|using|with) {prog}
(in|using|with) {prog},? <type>|<write>|<enter>|<put> {text}
<write>|<type>|<put> {text} (there|in there|in it)
<fill> it with {text}
(let it|it should|have it|make it) (say|read) {text}!
""",
    "new+type": """
<write>|<type>|<put>|<enter>|<jot down> {text} (in|into) a (new|fresh|blank|new text|new empty) (file|document|doc|note|text document)
<start>|<create>|<make>|<open> a (new|fresh|blank) (file|document|note|doc) (and (type|write|put|enter)|with|saying|containing|that says) {text}[ in it]
(new file|new document|blank doc|fresh file)(, (write|type|put)|:| with) {text}!
<write>|<put>|<type> {text} in a document of its own
""",
    "type lines": """
<type>|<write>|<enter>|<put>|<list>|<note down>|<jot down> (the lines|these lines|the following lines|lines)[:] {texts}
<type>|<write>|<enter>|<put>|<list>|<note down>|<jot down> {texts}(,)? (each on (its|a) (own line|separate line|new line|line of its own)|on separate lines|one per line|one on each line|line by line|each in a new line|one below the other|on different lines|one under another|as separate lines|on lines of their own|one line each)
<make>|<write>|<create> a list (of|with|containing) {texts}(,)? (each on its own line|on separate lines|one per line|line by line)
on separate lines,? <type>|<write>|<put> {texts}
<type>|<put>|<write>|<note> {texts} (under each other|below each other|in a column|as three lines|line after line|on lines of their own)
<make>|<write> lines (with|saying|of) {texts}
""",
    "type into": """
<type>|<write>|<enter>|<put>|<input>|<key in>|<fill in>|<insert>|<put in>|<fill> {text} (in|into|in the|to) (the )?{of} (field|box|text box|input|textbox|text field|input field|input box|entry)
<type>|<write>|<enter>|<put>|<fill in>|<fill> {text} (into|in|for|as|under|at|next to) (the )?{of}
<fill>|<fill in>|<fill out> (the )?{of} (field |box |input )?(with|as|by typing|using) {text}
(in|into) the {of} (field|box|text box),? <type>|<write>|<enter>|<put> {text}
<use> {text} (for|as) (the )?{of} (field|box)?
(the )?{of} (field|box) (should be|should say|should contain|gets|must be|is) {text}!
""",
    "write result": """
<type>|<write>|<put>|<enter>|<paste>|<note>|<insert>|<add>|<copy> (the result|the answer|it|that|that number|the number|the sum|the outcome|what you get|the value|what comes out) (there|in it|in there|into it|into the document|in the document|into the file|in the editor|into the text editor|in the file|to the document)
<type>|<write>|<put>|<enter> (the result|the answer|that number|what you got|what it says|the content)
""",
    "write result new": """
<type>|<write>|<put>|<enter>|<paste>|<note>|<note down>|<insert>|<copy>|<record>|<jot down>|<jot> (the result|the answer|it|that|that number|the number|the sum|the outcome|what you get|the value|what comes out|the content|what it says|the text|the contents) (in|into|to|in to) (a|some) (new|fresh|blank|new empty|new text|new blank|empty) (file|document|text file|note|page|doc|text document)[ (in|with|using) (the editor|the text editor|notepad|a text editor)]
<create>|<make>|<open>|<start> a (new|fresh|blank) (file|document|note|text file|doc) (with|containing|and (write|put|type|paste|enter|note|insert)) (the result|the answer|the outcome|it|that number|what you got|the value|the text)[ (in it|there|into it|in)]
<use>|<open> the (text )?editor (to|and) (write|note|type|put|enter|write down|jot) (the result|the answer|it|that|the number)( down)?
<write>|<note>|<put>|<type>|<jot> (it|that|the result|the answer|the number) down in (the )?(text editor|editor|notepad|a text file|a note)
<jot>|<note>|<write>|<put>|<type> (the result|the answer|it|that|the outcome) down (in|into) a (new|fresh|blank) (file|document|note|text file)
""",
    "write result new+save as": """
<save>|<store>|<write>|<put>|<record>|<note>|<keep>|<drop>|<stick>|<log>|<write down>|<dump> (the result|the answer|it|that|that number|the number|the sum|the outcome|what you get|the value|what comes out|the total|whatever comes out) (in|into|as|to|under) (a (new |text |new text )?(file|document|note) (called|named) |the new file |a new file |a file named |the file )?{name}[ (in|inside|under|within|into) {folder}]
<put>|<save>|<store>|<write> (the result|the answer|it|that) (in|into) {folder}(,)? (as|under the name|called|in a file called|in a file named|into a file called) {name}
<create>|<make>|<write> (a file |a text file |a new file |the file |a note |a document )?(called |named )?{name} (with|containing|holding|that has|that contains) (the result|the answer|the outcome|that number|it|the number|just the result)[ (in it)][ in {folder}]
(in|into) {folder},? <save>|<write>|<store> (the result|the answer|it) (as|to|in|into) {name}
(the answer|the result|it) (goes|should go|has to go|belongs) (in|into|to) (a file called |a (new )?file named |the file )?{name}[ in {folder}]!
(i need|i want|i'd like) (the answer|the result|it|that) (in|saved in|saved as|saved to|written to|in a file called|stored as) {name}[ in {folder}]!
""",
    "write output": """
<type>|<write>|<put>|<paste>|<copy> (the output|what it prints|what the terminal prints|what it printed|the terminal's output|its output|the output of the command) (there|in it|into it|into the document|in the editor)
""",
    "write output new": """
<type>|<write>|<put>|<paste>|<copy>|<note>|<note down>|<insert>|<record>|<jot down> (the output|what it prints|what it printed|whatever it prints|what the terminal (says|prints|shows|printed)|its output|the terminal output|the output of (it|the command|that command)|what comes back|what the command (prints|says|printed|returns)|the printed text) (in|into|to) (a|some) (new|fresh|blank|new text|new empty) (file|document|note|text file|page|doc)[ (in|with|using) (the editor|the text editor|notepad)]
<create>|<make>|<open> a (new|fresh|blank) (file|document|note|text file) (with|containing|and (write|put|type|paste)) (the output|what it printed|its output|what the terminal says)[ (in it|there|into it)]
""",
    "write output new+save as": """
<save>|<store>|<write>|<put>|<record>|<keep>|<drop>|<stick>|<dump>|<log> (the output|what it prints|what it printed|whatever it prints|what the terminal (says|prints|shows)|its output|the terminal output|what the command (prints|says)|what comes back) (in|into|as|to|under) (a (new |text )?(file|document|note) (called|named) |the new file |a new file |the file )?{name}[ (in|inside|under) {folder}]
<put>|<save>|<store> (the output|what it prints|its output|what it printed) (in|into) {folder} (as|under the name|in a file called) {name}
(the output|what it prints) (goes|should go|has to go|belongs) (in|into|to) (a file called |the file )?{name}[ in {folder}]!
""",
    "append": """
<add>|<append>|<put>|<write>|<insert>|<stick>|<tack>|<attach>|<tack on>|<place> (the line |the text |a line |a line saying |a new line |a last line |one more line |the words |the sentence |the entry |a new entry )?{text} (to|at|on|onto|as the last line of|at the end of|to the end of|at the bottom of|to the bottom of|on the end of|at the very end of|as a new line (to|at the end of|in)|on a new line at the end of|below everything in|after the last line of|as the final line of) {file}[ (in|from|inside|within) {folder}]
<add>|<append>|<write>|<insert> (to|at the end of|to the end of|at the bottom of) {file}[ in {folder}](:|,)? (the line |the text |a line )?{text}
<add> (the line |the text |the item |the entry )?{text} to (the list |my list |the file |the note |the document |the text |my notes )?{file}[ in {folder}]
(at|to) the (end|bottom) of {file}[ in {folder}],? <add>|<write>|<append>|<put> (the line |a line saying )?{text}
<open> {file}[ (in|from) {folder}](,| and| then|, then| and then) (add|append|write|put|insert) (the line |a line |the text |one more line )?{text} (at|to) the (end|bottom|very end|very bottom)
<extend> {file}[ in {folder}] (with|by) (the line |one more line[:] |a last line |a line )?{text}
<append> {file}[ in {folder}] with {text}
{file}[ in {folder}] (needs|should get|should have|gets) (one more|another|an extra|an additional|a last|a new) line(:| at the end:|,| at the bottom:)? {text}!
(i forgot|i forgot to put|missing) {text} (on|in) {file}[ in {folder}](, add it at the end|, put it at the bottom|; add it|, please add it|, append it)!
<add>|<put>|<write>|<stick>|<tack> {text} (on|onto|to) the (end|bottom|foot) of {file}[ (in|from) {folder}]
{file}[ in {folder}] (is missing|lacks|misses) {text}( at the end| at the bottom)?(. (please )?add (it|her|him|that)|, please add it|; add it( please)?|, add that)!
<note>|<jot down>|<write down>|<record> {text} (at the (end|bottom) of|in the last line of) {file}[ (in|from) {folder}]
<let> {file}[ (in|from) {folder}] end with (the line )?{text}
""",
    "append here": """
<add>|<append>|<put>|<write>|<insert> (the line |the text |a line saying |a new line |one more line )?{text} (at the end|to the end|at the bottom|at the very end|as the last line|on a new line at the end|to the bottom|below everything|after the last line)
(at|to) the (end|bottom)( of it)?,? <add>|<write>|<append>|<put> (the line )?{text}
""",
    "prepend": """
<add>|<put>|<write>|<insert>|<place>|<prepend> (the line |the text |a line |the title |the heading )?{text} (at the (start|beginning|top|very top|very beginning) of|to the (start|beginning|top) of|as the first line of|above everything in|before everything in) {file}[ (in|from|inside) {folder}]
(at the (top|start|beginning) of) {file}[ in {folder}],? <add>|<write>|<put>|<insert> {text}
""",
    "append result": """
<add>|<append>|<write>|<put>|<attach> (the result|the answer|it|that|that number|the number|the sum|the outcome|what you get) (to|at the end of|to the end of|at the bottom of|as the last line of|to the bottom of) {file}[ (in|from|inside) {folder}]
""",
    "open file+rewrite": """
<replace>|<overwrite>|<swap> (everything|all the text|the whole text|the entire content|all|the contents|the content|whatever is|what is|the whole content) in {file}[ (in|from) {folder}] (with|by|for) {text}
<rewrite>|<change> {file}[ in {folder}] so that it (only |just )?(says|reads|contains) (just |only )?{text}
<overwrite> {file}[ in {folder}] with {text}
<open> {file}[ (in|from) {folder}](,| and| then) (replace|overwrite) (everything|all the text|the whole text|all of it|the contents) (with|by) {text}
<open> {file}[ (in|from) {folder}](,| and) (delete|erase|remove|wipe) (everything|all the text|what is there|its contents) and (type|write|put|enter) {text}[ instead]
<make> {file}[ in {folder}] (say|read|contain) (just|only|nothing but) {text}
<throw out>|<delete>|<remove>|<erase>|<wipe>|<clear> (everything|all the text|what is|what's|all|the contents) in {file}[ (in|from) {folder}](,)? (and|then) (write|put|type|enter) {text}( instead| there| in it)?
<empty>|<clear> {file}[ (in|from) {folder}] and (write|put|type) {text} (in|into) it
<overwrite>|<replace> the (text|contents|content) (in|of) {file}[ (in|from) {folder}] (with|by) {text}
{file}[ (in|from) {folder}] should (only|just) (say|contain|read) {text}!
""",
    "rewrite": """
<replace>|<overwrite> (everything|all the text|the whole text|all of it|the entire content|it all|all the content) (with|by) {text}
<delete>|<remove>|<erase>|<wipe>|<clear> (everything|all the text|what is there|it all) and (type|write|put|enter) {text}[ instead]
<select> everything and (type|write) {text}
""",
    "press": """
<press>|<hit>|<push>|<tap>|<strike> (the )?{keys}[ key][ {times}]
<use> the (shortcut|key|keyboard shortcut|key combination|hotkey|keys) {keys}
<press>|<hit> the (shortcut|key|keyboard shortcut|key combination) {keys}
""",
    "click": """
<click>|<click on>|<press>|<hit>|<push>|<tap>|<tap on>|<left-click> {target}
<do> a click on {target}
<give> {target} a click
<follow>|<go to>|<use>|<activate> {target}
<select>|<choose> {target}
""",
    "double click": """
<double-click>|<double click>|<doubleclick>|<double-click on>|<double click on> {target}
<click> {target} twice quickly
<do> a double click on {target}
""",
    "right click": """
<right-click>|<right click>|<right-click on>|<right click on>|<rightclick> {target}
<click> {target} with the right (mouse )?button
<open>|<bring up> the context menu of {target}
""",
    "menu": """
<choose>|<select>|<pick>|<use>|<click>|<go to>|<click on>|<call>|<hit> {menu}[ (in|from) the menu]
<go> (through|via) {menu}
(in|from) the menu,? <choose>|<select>|<pick> {menu}
(in|from) the {m1} menu,? <choose>|<select>|<pick>|<click>|<take> {m2}
<choose>|<select>|<pick>|<click>|<use> {m2} (in|from|under|of) the {m1} menu
<open> the {m1} menu and (choose|select|pick|click|click on|take) {m2}
(via|through|using|from) the {m1} menu,? <choose>|<select>|<click>|<do>|<use> {m2}
<go> to {m1} and (choose|click|click on|select|pick) {m2}
<click> {m1},? then {m2}( in the menu)?
""",
    "option": """
<choose>|<select>|<pick>|<set>|<take>|<go for> {label} (in|from|under|for|out of|at) (the )?{of}[ (dropdown|list|menu|selection|drop-down|combo box|select box|choices|options)]
<set> (the )?{of}[ (dropdown|list|drop-down|selector)] to {label}
(in|from|for|under) (the )?{of}[ (dropdown|list|drop-down|selection)],? <choose>|<select>|<pick>|<take> {label}
<choose>|<select>|<pick> {label} as (the )?{of}
(for|as) (the )?{of}(,|:)? <pick>|<choose>|<select> {label}
<change> (the )?{of}[ (dropdown|selection|list|setting)] to {label}
(the )?{of}[ (dropdown|selection)] should be (set to )?{label}!
(the )?{of} should be {label}!
(pick|choose|take|select) {label} for (the )?{of}!
""",
    "check": """
<tick>|<check>|<mark>|<enable>|<activate>|<turn on>|<switch on>|<select>|<put a tick in>|<put a check in>|<set a tick at> (the )?{label} (checkbox|check box|box|tick box|option)
<put> a (tick|check|check mark|checkmark|tick mark) (in|next to|at|on|beside|in front of|into) (the )?{label}[ (box|checkbox)]
<tick>|<check> {label}
<make sure> (the )?{label} (checkbox|box|option) is (ticked|checked|on|enabled|selected)
(the )?{label} (checkbox|box) should be (ticked|checked|on)!
<make sure>|<see to it> (that )?(the )?{label} is (ticked|checked|on|marked)
<have> (the )?{label} (ticked|checked)
<make sure> (the )?{label} is ticked
""",
    "uncheck": """
<untick>|<uncheck>|<unmark>|<disable>|<deactivate>|<turn off>|<switch off>|<deselect>|<clear> (the )?{label} (checkbox|check box|box|tick box|option)
<remove>|<take> the (tick|check|check mark|checkmark) (from|off|at|next to) (the )?{label}[ (box|checkbox)]
<untick>|<uncheck> {label}
<make sure> (the )?{label} (checkbox|box|option) is (not ticked|unticked|not checked|unchecked|off)
<make sure>|<see to it> (that )?(the )?{label} is (not ticked|unticked|off|not checked|unchecked)
""",
    "drag": """
<drag>|<pull>|<drag and drop> {label} (to|onto|into|over to|on) {of}
<drag>|<pick up> {label} and drop it (on|onto|into|in) {of}
""",
    "scroll down": """
<scroll>|<go>|<move>|<page> down[ {times}][ (a bit|a little|further|some more|a page|on the page|the page)]
<scroll> (the page|the window|the document) down[ {times}]
""",
    "scroll up": """
<scroll>|<go>|<page> (up|back up)[ {times}][ (a bit|a little|further|some more|on the page)]
<scroll> (the page|the window|the document) up[ {times}]
""",
    "scroll to": """
<scroll>|<scroll down>|<keep scrolling>|<go down>|<scroll the page> (until|till) (you see |you find |you can see |)?{text}( (appears|shows|shows up|is visible|comes up|is on the screen|comes into view))?
<scroll>|<scroll down> to (the text |the heading |the word |where it says |the part (that says|with) )?{text}
""",
    "wait": """
<wait>|<pause>|<hold on>|<sleep> (for )?{num} (seconds|second|secs|s)
<give> it {num} seconds
""",
    "wait for": """
<wait> (until|till|for) {text}( to)? (appears|shows up|is shown|is there|comes up|appear|show up|is on screen|is visible)
<wait> for {text}
""",
    "go": """
<go to>|<open>|<visit>|<load>|<browse to>|<navigate to>|<show me>|<surf to>|<bring up>|<pull up>|<head to> {url}[ (in|with|using) {browser}]
<use> {browser} to (open|visit|go to|load) {url}
<open> the (page|site|website|address|url|web page) {url}[ in {browser}]
<take> me to {url}
<start>|<open> (a|the|a new) (browser|web browser) (window|tab) (at|with|on|showing) {url}
<start>|<open> {browser} (and go to|and open|and load|with|at|and visit) {url}
(i want|i need|i'd like) to (see|visit|go to|look at) {url}!
<navigate>|<point>|<direct>|<send>|<take> {browser} to {url}
<get> {url} (up )?(in|on) {browser}
in {browser},? <go to>|<open>|<visit>|<load> {url}
{url} in {browser}!
""",
    "select all": """
<select>|<mark>|<highlight> (all|everything|all the text|the whole text|the entire text|all of it|it all|all text|the entire document)
""",
    "copy": """
<copy> (all|everything|all the text|the whole text|the entire text|all of it|it all|the text)( to the clipboard)?
<put> (everything|all the text|the whole text) (on|onto|into) the clipboard
""",
    "cut": """<cut> (it|the text|the selection|that)( out)?
<cut>""",
    "paste": """
<paste>|<insert> (it|that|the text|what you copied|the clipboard|what's on the clipboard)?( (there|here|in))?
<paste> (it|that) (in|into) (the document|it|the editor)
""",
    "paste new": """
<paste>|<insert>|<put> (it|that|the text|what you copied|the clipboard) (in|into|to) a (new|fresh|blank|new empty) (file|document|note|doc)
""",
    "undo": """
<undo> (it|that|the last change|the last step|the last action|that change|what you did|the last edit)?
<take> (that|it) back
""",
    "redo": """<redo> (it|that|the last change|the last step)?""",
    "clear": """
<delete>|<erase>|<clear>|<remove>|<wipe>|<empty>|<wipe out> (everything|all the text|the whole text|all of it|all text|it all|the text|all the content|everything in it|the whole document|everything in the document)
""",
    "rename": """
<rename>|<change the name of>|<retitle> {file}[ (in|from|inside|within|under) {folder}] (to|as|into|->|so that it is called) {name}
<rename>|<change> the (file|file name|document) {file}[ (in|from) {folder}] (to|as|into) {name}
(in|inside) {folder},? <rename>|<change the name of> {file} (to|into|as) {name}
<give> {file}[ (in|from) {folder}] the (new )?name {name}
<take> {file}[ (in|from) {folder}] and rename it (to )?{name}
<call> {file}[ (in|from) {folder}] {name}( from now on| instead)?
<change> the name of {file}[ in {folder}] (to|into) {name}
{file}[ (in|from) {folder}] (should be (called|named|renamed to)|needs to be (called|renamed to|named)|must be called|is to be called|has the wrong name, it should be|shall become|should become) {name}( instead| from now on)?!
(i need|i want|i'd like) {file}[ (in|from) {folder}] (renamed to|to be called|to be named|renamed as|called) {name}!
the file {file}[ in {folder}] has a wrong name, (it should be|rename it to|the right one is) {name}!
<give> {file}[ (in|from) {folder}] a (new|different|better) name(:|,| -) {name}
<change> the (name of the file|filename of|file name of) {file}[ in {folder}] (to|into) {name}
{file}[ in {folder}] (->|=>|→|to) {name}(, rename it| please)?!
<make> {name} out of {file}[ in {folder}]
<rename> {file} (->|=>|→) {name}
""",
    "move": """
<move>|<put>|<shift>|<transfer>|<relocate>|<drop>|<file>|<stick>|<throw>|<stash>|<bring>|<send> (the file )?{file} (from|out of|in|that is in) {folder} (to|into|over to|in) {to}
<move>|<put>|<shift>|<transfer>|<relocate>|<drop>|<stick>|<file> (the file )?{file} (to|into|over to|in|inside|away into) {to}
(in|from) {folder},? <move>|<put>|<take> {file} (to|into|over to) {to}
<take> {file} (from|in|out of) {folder} and (move|put|drop|shift) it (to|into|in) {to}
{file}[ (in|from) {folder}] (belongs|should go|goes|should be|has to go|needs to go|is supposed to be) (in|into|to) {to}(, move it there|, put it there|, so move it| instead|; please move it)!
(i need|i want|i'd like) {file}[ from {folder}] (moved|put|in) (to|into|in)? {to}!
{file}[ (in|from) {folder}] (has|needs) to be moved (to|into) {to}!
<move>|<put>|<take> {file} (to|into) {to}(,)? (from|out of) {folder}
<clear> {file} away into {to}
<move>|<get> {file} out of {folder} (and into|into|and in) {to}
{file} belongs (in|into) {to}(,)? (please )?move it there from {folder}!
""",
    "copy file": """
<copy>|<duplicate> (the file )?{file} (from|in|that is in|inside) {folder} (to|into|over to) {to}
<copy>|<duplicate> (the file )?{file} (to|into|over to) {to}
<put>|<make>|<place>|<save>|<drop>|<leave>|<store> a (copy|duplicate|backup|back-up copy) of {file}[ (from|in) {folder}] (in|into|to|inside) {to}
<back up> {file}[ (from|in) {folder}] (to|into) {to}
(in|from) {folder},? <copy>|<duplicate> {file} (to|into|over to) {to}
(i need|i want|i'd like) a copy of {file}[ (from|in) {folder}] in {to}!
{to} (needs|should have|should get) a copy of {file}[ from {folder}]!
<make>|<create>|<take> a (backup|copy|duplicate|second copy) of {file}[ (in|from) {folder}] (in|into|inside|to) {to}
<put>|<store>|<drop> {file}[ (from|in) {folder}] (in|into) {to} (too|as well|also), (but keep|keeping|and keep) the original
<keep> a copy of {file}[ (in|from) {folder}] in {to}
(i need|i want|we need) a copy of {file} (inside|in|within) {to}!
""",
    "delete": """
<delete>|<remove>|<erase>|<get rid of>|<trash>|<bin>|<throw away>|<discard>|<kill>|<wipe>|<dump>|<throw out> (the file )?{file}[ (in|from|out of|inside|within) {folder}]
(in|from) {folder},? <delete>|<remove>|<get rid of>|<throw away> {file}
<put>|<throw>|<move> {file}[ (from|in) {folder}] (in|into|to) the (trash|bin|recycle bin|trash can|rubbish bin|wastebasket)
{file}[ (in|from) {folder}] (can go|should go|has to go|is not needed any more, delete it|can be deleted|should be deleted|is no longer needed, remove it|must go|needs to go away|is old, delete it)!
i (don't need|no longer need|have no use for|do not need) {file}[ (in|from) {folder}] (any more|anymore|any longer)?(, delete it|, please delete it|; remove it|, throw it away|, get rid of it|, so delete it)!
(i want|i need) {file}[ (in|from) {folder}] (gone|deleted|removed)( from {folder})?!
<clear away>|<dispose of>|<clean out>|<chuck>|<ditch>|<scrap> {file}[ (in|from) {folder}]
we (don't need|no longer need|do not need) {file}[ (in|from) {folder}] (any more|anymore|any longer)?(, so (please )?(remove|delete) it|, please delete it|; delete it| - remove it)!
""",
    "make folder": """
<create>|<make>|<add>|<set up>|<start> (a|a new|one|another|an empty) (folder|directory|subfolder|sub-folder|dir) (called|named|with the name|by the name of|titled)? {name}[ (in|inside|under|within|to) {folder}]
<create>|<make>|<add>|<set up> (the )?(folder|directory) {name}[ (in|inside|under) {folder}]
(in|inside|under|within) {folder},? <create>|<make>|<add>|<set up> (a|a new|one) (folder|directory|subfolder) (called|named)? {name}
<create>|<make> {name} as a (new )?(folder|subfolder|directory) (in|inside|under) {folder}
(i need|i want|i'd like|there should be|give me|we need) a (new )?(folder|directory|subfolder) (called|named)? {name}[ (in|inside|under) {folder}]!
{folder} (needs|should have|should get) a (new )?(folder|subfolder) (called|named) {name}!
<put>|<have>|<open> (a|a new) (folder|directory) (called|named) {name} (in|inside|into) {folder}
(there should be|i'd like there to be|we need) a (new )?(folder|directory) (called|named) {name}[ (in|inside) {folder}], (please )?(create|make|add) it!
new (folder|directory)(:| called|) {name}[ (in|inside) {folder}]!
""",
    "replace": """
<replace>|<swap>|<substitute> (every |each |all |all the |any |the word |the text |all occurrences of |every occurrence of |all instances of |every )?{label} (with|by|for) {text}[ in {file}][ (in|from) {folder}]
<change>|<turn> (every |each |all |the word |all occurrences of |every occurrence of |any )?{label} (to|into) {text}[ (in|throughout|everywhere in|all over|inside) {file}][ (in|from) {folder}]
in {file}[ (in|from) {folder}],? <replace>|<change>|<swap>|<exchange> (every |all |the word |each )?{label} (with|by|to|into|for) {text}
<do> a (find and replace|search and replace)[ in {file}][ in {folder}](:|,)? {label} (to|with|becomes|->|by) {text}
<open> {file}[ (in|from) {folder}](,| and) (replace|change) (every |all |each |the word )?{label} (with|by|to|into) {text}[ (everywhere|throughout)]
<use>|<put>|<write> {text} instead of {label} in {file}[ (in|from) {folder}]
{label} (should be|must become|should become|needs to be|is wrong, it should be) {text} (everywhere |throughout |all over )?in {file}[ (in|from) {folder}]!
wherever {file}[ in {folder}] says {label}(, it should say|, make it|, put|, write|, change it to) {text}!
the word {label} (has to|should|must|needs to) (become|be|change to|turn into) {text} (everywhere |throughout |all over )?in {file}[ in {folder}]!
in {file}[ (in|from) {folder}],? (the word |every |all )?{label} (has to|should|must) (become|be|be changed to|be replaced by|be replaced with) {text}( everywhere| throughout)?!
<correct>|<fix>|<change> {label} to {text} (in|throughout|everywhere in) {file}[ (in|from) {folder}]
<put>|<write> {text} (wherever|everywhere) {file}[ in {folder}] has {label}
<open> {file}[ (in|from) {folder}](,| and) (replace|change|swap) {label} (with|by|for|to) {text}
""",
    "find": """
<find>|<search for>|<look for>|<search>|<look up>|<locate> (the word |the text |the phrase )?{text}[ in (the document|the text|it|the file|the editor|the page)]
""",
    "maximize": """
<maximize>|<maximise>|<enlarge>|<blow up> {prog}[ window]
<make>|<get> {prog} (full screen|fullscreen|full size|as big as possible|fill the screen|as large as it gets|full-screen|big|cover the whole screen|take up the whole screen)
{prog} should (fill|cover|take up) the (whole |entire )?screen!
<let> {prog} (fill|take up|cover|use) the (whole |entire |full )?screen
<make> {prog} fill the (whole |entire )?screen
<expand>|<stretch> {prog} to the (whole|full|entire) screen
""",
    "minimize": """
<minimize>|<minimise>|<iconify>|<hide> {prog}[ window]
<make> {prog} (disappear|go) (to|into) the taskbar
<hide> {prog} (in|to) the taskbar
<put>|<send> {prog} (away )?(in|to|into) the taskbar
<send>|<put> {prog} down
""",
    "restore": """
<restore>|<unmaximize>|<unminimize> {prog}[ window]
<bring> {prog} back to (its )?(normal|original|previous) size
<make> {prog} (normal size|normal sized|its normal size) again
""",
    "maximize window": """
<maximize>|<maximise>|<enlarge> (the|this|its|that) window
<maximize>|<maximise> it
<make>|<get> (it|the window|this window) (full screen|fullscreen|full size|as big as possible|fill the screen|full-screen|as large as it gets|fill the whole screen|big|cover the whole screen)
""",
    "minimize window": """
<minimize>|<minimise>|<iconify>|<hide> (the|this|its|that) window
<minimize>|<minimise> it
<hide>|<put> (it|the window|that) (in|into|to) the taskbar
<send> it to the taskbar
""",
    "tell result": """
<tell>|<give>|<show> me (the result|the answer|what you get|what you got|what it is|what comes out|what the result is|the total|the outcome|what it comes to|the number|what the answer is|how much it is|how much that is|the value|what that makes)
<report>|<say>|<read out>|<state> (the result|the answer|what you get|the outcome|what comes out|the number)[ (back|to me)]
<let> me know (the result|the answer|what you get|what comes out|the outcome|what it is|how much it is)
(what's|what is) (the result|the answer|the total|it|that)!
(i want|i need|i'd like) to know (the result|the answer|what comes out|what it is|the outcome)!
(what do you get|what comes out|how much is (it|that)|what does (it|that) (come to|make|give))!
<say>|<write> me (the result|the answer|what comes out|what it is)
<report>|<tell>|<let> (back )?(what comes out|what's left|what is left|what you find|the final number|the final result|the figure)
<tell> me what's left
<let> me know (what's left|what is left|the final result|what you find|the number)
""",
    "compute+tell result": """
(what's|what is|what are|what do you get for|how much is|how much would be|what does|whats) {sum}[ (make|equal|come to|give)]!
<tell>|<give> me (what|how much) {sum} (is|makes|equals|gives|comes to|would be)
<tell> me (the result of|the answer to|the value of) {sum}
<give> me (the result of|the answer to) {sum}
<find out>|<figure out>|<determine>|<check> (what|how much) {sum} (is|makes|equals|gives|comes to)
<let> me know (what|how much) {sum} (is|makes|comes to|gives)
(i'd like|i want|i need) to know (what|how much) {sum} (is|makes|equals|comes to)!
(can|could|would) you (tell|say to) me (what|how much) {sum} (is|makes|would be)!
{sum}(=| =| is what| makes what| equals|, how much is (it|that)|: how much is it|, what does that make)!
(any idea|do you know) (what|how much) {sum} (is|makes)!
quick (question|sum|one)(:|,) {sum}!
{sum}!
{sum}(,| -| and) (what's that|how much is that|what do i get|what does it make|tell me the result|give me the answer)!
(i need|need|give me|what about) (the result of |the answer to )?{sum}!
if (i|you|we) (have|do|take|calculate|compute) {sum}(,)? (what do (i|you|we) get|what comes out|how much is it)!
""",
    "tell output": """
<tell>|<show>|<give> me (the output|what it prints|what it says|what it printed|what the terminal (says|prints|shows|answers)|what comes back|what it shows|what it outputs|what the command prints|its output|what you see there|what it returns|what it displays)
<report>|<say>|<read out>|<read me> (the output|what you see|what it prints|what it says|what the terminal (says|prints|shows)|its output|what comes back|what it returns)[ back]
<let> me know (the output|what it prints|what it says|what comes back|what the terminal says|what it returns)
(what does it (print|say|show|output|return)|what's the output|what is the output|what comes back|what did it print|what does the terminal say)!
(i want|i need|i'd like) to know (what it prints|the output|what comes back|what it says)!
<report>|<report back>|<tell> (what comes out|what it says|what it gives|what you get|the answer)
<tell> me (what comes out|what happens|what it gives|what it answers|the result|the printed text)
<let> me (see|have) (the output|what it prints|the result)
""",
    "tell title": """
<tell>|<show>|<give> me (the title of the (window|page|current window|active window)|the window title|what the window title (is|says)|what the title of the window is|what the window is called|the name of the window|what it says in the title bar|the title|the window's title|what's in the title bar|what the title bar says)
<report>|<say>|<read out>|<read me> (the title of the window|the window title|the title|the window's title|what the title bar says)
<let> me know (the window title|the title of the window|what the window is called|what the title is)
(what's|what is|whats) (the title of the window|the window title|the window called|the title of the page|in the title bar|the title)!
what does the (window title|title bar|title) say!
how is the window called!
<tell> me what the (window|page) is called( now| then)?
""",
    "tell display": """
<tell>|<show> me (what the calculator (shows|says|displays)|what is on the calculator|the number on the calculator|what is on the calculator's display|what the display of the calculator says)
<read>|<report> (the calculator's display|the calculator display|the number on the calculator|what the calculator shows)
what does the calculator (show|say|display)( now)?!
""",
    "tell file": """
<tell>|<show> me (what|whatever) {file}[ (in|from|inside) {folder}] (says|contains|has in it|has inside|holds|reads)
<tell>|<show>|<give>|<read> me (the content|the contents|the text) of {file}[ (in|from|inside) {folder}]
<tell> me what(('s| is) (written |stored |inside )?(in)|'s inside| it says in| stands in) {file}[ (in|from) {folder}]
<read>|<read me>|<read out>|<report>|<read aloud>|<read to me> (the contents of |the text in |what's in |what is in |what it says in |)?{file}[ (in|from|inside) {folder}][ (to me|aloud|out loud)]
<read>|<look into>|<check>|<open>|<have a look at>|<look at> {file}[ (in|from) {folder}] and (tell|let) me (know )?(what it says|what's in it|what is in it|what it contains|what is written there|the content|what's inside|what is written in it)
<let> me know what('s| is) (in|inside|written in) {file}[ (in|from) {folder}]
(what's|what is|whats) (in|inside|written in|the content of|stored in|the text of|it say in) {file}[ (in|from|inside) {folder}]!
what does (it say in |the file |the document |the note |)?{file}[ (in|from|inside) {folder}] (say|contain|have in it|read|hold)!
(i want|i need|i'd like) to know what('s| is) (in|inside|written in) {file}[ (in|from) {folder}]!
there('s| is) a (file|note|document) (called|named) {file} in {folder}(, what does it say|, what's in it|; tell me what it says|, tell me what is in it|. what does it say|. tell me what it says)!
<have a look at>|<look at>|<check>|<look into>|<go through>|<see> {file}[ (in|from) {folder}] and (report|tell me|give me|read me) (its|the) (contents|content|text|words)( to me| back)?
<read> me (what's|what is|whats) (in|inside|written in) {file}[ (in|from) {folder}]
<find out> what {file}[ (in|from) {folder}] (says|contains)( and tell me)?
(can|could) you read {file}[ (in|from) {folder}] (to|for) me!
""",
    "tell value": """
<tell>|<show>|<give> me (the value of |the value next to |the number next to |what is next to |what stands next to |the figure for |the value for |what it says (for|next to|under|after|beside) |the amount (for|under|next to) |the number (for|after|beside) )(the )?{label}
<tell> me (how much|how high|what) (the )?{label} (is|amounts to)
<tell> me the {label}
<read>|<report>|<find>|<look up>|<give> (the value of |the value next to |the value for |the number next to |the figure next to )(the )?{label}
(what's|what is) (the value of |the value next to |the number next to |next to |the figure for |the value for )(the )?{label}!
what does it say (next to|beside|after|for|under) (the )?{label}!
how (much|high) is the {label}!
""",
    "tell files": """
<tell>|<show>|<give> me (the names of the files|which files are|what files are|what's|what is|a list of the files|the list of files|all the files|the file names|which documents are) (in|inside|within) {folder}
<list>|<name>|<enumerate>|<read out> (the files|all files|all the files|the names of the files|the file names|everything|everything that is) (in|inside|of|within) {folder}
<look> (in|into|inside) {folder} and tell me (what files are there|what's there|which files are in it|what is in it|what files you see|what you see there)
(what's|what is|what files are|which files are|what files are there|what do i have|what have i got|what is there) (in|inside|within) {folder}!
(what have i got|what do i have|what's lying|what is lying|what do we have|what have we got) (in|inside) {folder}!
<check>|<see>|<find out> (which|what) files (are|there are) in {folder}( and tell me)?
""",
    "describe": """
<tell>|<show> me (which windows are open|what's on the screen|what is on the screen|what you see|what's open|what windows are open|what the screen shows|what you can see( on the screen)?|what programs are open|what's on the desktop|which programs are running)
<describe>|<report> (the screen|the desktop|what you see|what is on the screen|what's on the screen|what you can see|what is open)
<list> (the open windows|all open windows|the windows that are open|what is open)
(which|what) (windows|programs|apps) are (open|running|on the screen)( now| right now| at the moment)?!
what('s| is) (on (the|my) (screen|desktop)|open|visible)( now| right now| at the moment)?!
what (do|can) you see( on the screen| there| right now)?!
(so )?what's (on|happening on) (my|the) screen( right now| now| at the moment)?!
<tell> me what (is|'s) (on|showing on) (my|the) (screen|desktop)( right now| at the moment)?
<have a look>|<look> at the screen and tell me what (is there|you see|is on it)
""",
    "count lines": """
(<tell> me|<let> me know|<show> me) (how many lines|the number of lines) (there are in |are in |of text are in |in )?{file}[ (in|from) {folder}]
<count>|<report> (the|all the|how many) lines (are )?(in|of) {file}[ (in|from) {folder}][ and tell me (how many|the number)]
how many lines does {file}[ (in|from) {folder}] (have|contain)!
how many lines has {file}[ (in|from) {folder}] got!
how many lines (are (there )?in|of text are in|long is) {file}[ (in|from) {folder}]!
how long is {file}[ in {folder}] in lines!
(i'd like|i want|i need) to know how many lines {file}[ (in|from) {folder}] has!
<count> the lines (in|of) {file}[ (in|from) {folder}]( for me)?
how many lines in {file}[ in {folder}]!
<find out>|<check>|<see> how many lines {file}[ (in|from) {folder}] (has|contains)( and tell me)?
""",
    "count output": """
(<tell> me|<let> me know|<report>) (how many lines (it prints|it printed|there are|that is|come out|the output has|you get|it prints out|of output there are|that gives)|the number of lines (it prints|printed|in the output|of output))
<count> the lines (it prints|it printed|of the output|in the output|that come out|that it prints|of output)[ and tell me( how many)?]
how many lines (does it print|are printed|come out|does that give|is that|does the output have|did it print|are there( in the output)?)!
how many lines (is that|was that|did you get|came out|does that make)!
""",
    "count files": """
(<tell> me|<let> me know|<report>) (how many (files|documents|things) (are|there are|i have|lie)|the number of (files|documents)) (in|inside|within) {folder}
<count> (the|all|all the|how many) (files|documents) (are )?(in|inside|of) {folder}[ and (tell me( how many| the number)?|report the number)]
how many (files|documents|things) (are (there )?|do i have |have i got |does it have )(in|inside|within) {folder}!
(i'd like|i want|i need) to know how many files are in {folder}!
how many files (does|has) {folder} (contain|hold|have|got)!
how many files in {folder}!
""",
    "read": """
<read>|<look at>|<check>|<have a look at>|<read through> {file}[ (in|from|inside) {folder}]
""",
    "read+write result new+save as": """
<copy> (the text|the contents?|what is written|everything|all the text|the whole text|what it says|all) (in|of|from) {file}[ (in|from) {folder}] (in|into|to) (a (new )?(file|document) (called|named) |the new file |a new file |the file )?{name}[ (in) {2folder}]
<write>|<put>|<save>|<store> (what|whatever) {file}[ in {folder}] says (in|into|to) (a (new )?(file|document) (called|named) |the new file )?{name}[ (in) {2folder}]
<take> the (text|contents) of {file}[ (in|from) {folder}] and (save|put|write|store) it (as|in|into|to|under) (a (new )?file (called|named) )?{name}[ in {2folder}]
<copy>|<transfer>|<write> (what's|what is|whatever is) (written )?in {file}[ (in|from) {folder}] (over )?(to|into) (a (new )?file (called|named)? |the new file )?{name}[ in {2folder}]
<make> {name}[ in {2folder}] with the (same )?(text|contents|content) (of|as|as in) {file}[ (in) {folder}]
""",
    "compute": """
<work out>|<calculate>|<compute>|<figure out>|<evaluate>|<solve>|<determine>|<do>|<reckon> {sum}[ (with|on|in|using) (the|a|my) (calculator|calc)]
(use|take|get) the calculator (to (work out|calculate|compute|figure out)|for|and (work out|calculate|compute|do)) {sum}
<have> the calculator (work out|compute|do|calculate) {sum}
(on|in|with|using) the (calculator|calc),? <work out>|<calculate>|<compute>|<do> {sum}
<put>|<type>|<enter>|<punch>|<key> {sum} into the (calculator|calc)
""",
    "add": """
<add> {n1} (and|to|plus|with) {n2}
<add> (up|together) {n1}(, {n2})? and {n3}
<sum> {n1} and {n2}
<work out>|<calculate>|<find>|<compute>|<get> the (sum|total) of {n1}(, {n2})? and {n3}
<add> {n1}, {n2} and {n3}( up| together)?
<take> {n1} and add {n2}( to it| to that)?
<find out> what {n1} and {n2} (make|are) together
""",
    "subtract": """
<work out>|<calculate>|<find>|<compute> the difference (between|of) {n1} and {n2}
<calculate>|<work out> {n1} (minus|less|take away) {n2}
<subtract>|<take>|<take away>|<deduct> {n2} from {n1}
<take>|<start with> {n1}(,| and) (subtract|take away|deduct|take off|minus) {n2}( from it| from that)?
<work out>|<find out>|<see> what is left (when|if) you take {n2} (from|off|away from) {n1}
""",
    "multiply": """
<multiply> {n1} (by|with|and|times) {n2}
<work out>|<calculate>|<find>|<compute> the product of {n1} and {n2}
<calculate>|<work out> {n1} (times|multiplied by|multiplied with) {n2}
<take> {n1} and multiply (it|that) (by|with) {n2}
<take> {n1} times {n2}
""",
    "divide": """
<divide> {n1} by {n2}
<work out>|<calculate>|<find> the quotient of {n1} and {n2}
<calculate>|<work out> {n1} (divided by|over) {n2}
<split> {n1} by {n2}
<take> {n1} and divide (it|that) by {n2}
<work out>|<see> how often {n2} goes into {n1}
""",
    "percent": """
<work out>|<calculate>|<find>|<compute> {n1} (percent|%|per cent) of {n2}
<take>|<get> {n1} (percent|%) of {n2}
(i need|need|give me|get me) {n1} (%|percent) of {n2}!
{n1} (percent|%|per cent) of {n2}!
""",
    "percent+tell result": """
(what's|what is|how much is|how much are) {n1} (percent|%|per cent) of {n2}!
<tell> me (what|how much) {n1} (percent|%) of {n2} (is|are|makes)
""",
    "power": """
<raise> {n1} to the power of {n2}
<work out>|<calculate>|<compute> {n1} (to the power of|to the power|raised to) {n2}
""",
    "root": """
<work out>|<calculate>|<find>|<compute>|<take>|<determine>|<get> (the )?(square root|root|sqrt) of {n1}
<work out>|<calculate> sqrt {n1}
(i need|need|give me) the square root of {n1}!
square root of {n1}!
""",
    "root+tell result": """
(what's|what is|whats) the (square root|root) of {n1}!
<tell>|<give> me (the )?square root of {n1}
(which|what) number (times itself|squared) (is|gives|makes) {n1}!
""",
    "add more": """
<add> {n1} (to (it|that|the result|the answer|the sum|this)|on top)
<add> another {n1}
""",
    "subtract more": """
<subtract>|<take>|<take away>|<deduct> {n1} (from (it|that|the result|the answer|this)|off|away)
""",
    "multiply more": """
<multiply> (it|that|the result|the answer|this|the sum) (by|with|times) {n1}
""",
    "divide more": """
<divide>|<split> (it|that|the result|the answer|this|the sum) by {n1}
""",
    "root more": """
<take>|<work out>|<calculate>|<find> the (square )?root of (it|that|the result|the answer)
""",
    "run": """
<run>|<execute>|<enter>|<type>|<try>|<issue>|<use>|<launch>|<fire off> (the command |the shell command |the terminal command )?{cmd} (in|on|inside|from|at) (the|a|my) (terminal|shell|console|command line|terminal window)
<run>|<execute>|<issue> (the command |the shell command )?{cmd}[ for me]
(in|on|from) (the|a) (terminal|shell|console|command line),? <run>|<execute>|<type>|<enter> (the command )?{cmd}
<open>|<start>|<launch>|<use> (the|a) (terminal|console|shell) (and run|and execute|to run|to execute|and do|and enter|and type in) (the command )?{cmd}
(in|on) (the|a)? (terminal|shell|console),? <do>|<use>|<try> {cmd}
(terminal|console|shell): (run |execute |do )?{cmd}!
<do> {cmd} in (the|a) (terminal|shell|console)
<have> the (terminal|shell) (run|execute|do) {cmd}
""",
    "run+tell output": """
(what does|what do|what will) {cmd} (print|say|output|show|give|return|display)( in the (terminal|shell|console))?!
<tell>|<show> me what {cmd} (prints|says|outputs|gives|returns|shows)( in (the|a) (terminal|shell))?
<tell> me the (output|result) of (the command |running )?{cmd}
<check>|<see>|<look> what {cmd} (prints|says|outputs|gives|returns|shows)
(what's|what is) the (output|result) of (the command |running )?{cmd}!
(i want|i'd like|i need) to (see|know) (what {cmd} (prints|says|outputs)|the output of {cmd})!
""",
    "save": """
<save> (it|the file|the document|that|this|the changes|your work|everything|my changes|the text|the changes you made|all changes)
<save>
<store>|<keep> (it|the changes|the file|the document)
<don't forget to save>|<do not forget to save>|<make sure to save>|<make sure it is saved>|<be sure to save>|<remember to save> (it|the file|that)
<save> (it|the file) (again|under the same name|with the same name)
(it|the file) (should be|has to be|must be) saved( afterwards| at the end)?!
""",
    "save as": """
<save>|<store>|<keep>|<put>|<file> (it|that|the file|the document|this|the text|everything|the note|all of it|the thing|the whole thing|what you wrote) (as|under the name|under|with the name|with the file name|by the name of|to|to a file called|in a file called|as a file called|as a file named|into|in|to the file|using the name) {name}[ (in|inside|into|to|under|within) {folder}]
<save>|<store>|<put>|<keep> (it|that|the file|the document|the text) (in|inside|into|to|within|under) {folder}(,)? (as|under the name|under|with the name|by the name of|called|named|as a file called|and call it|and name it|using the name) {name}
<save> as {name}[ (in|to|into|under|inside) {folder}]
<save> to {folder} as {name}
<save>|<store> (it|that|the document|the file)(,| and) (call|name) it {name}[ (in|inside) {folder}]
<call>|<name> (it|the file|the document) {name}(,| and) (save|put|store) it (in|to|into) {folder}
<give> it the name {name} and save it[ (in|to) {folder}]
(the file|it|the document) (should be|must be|has to be|is to be|gets) (saved|stored) (as|under) {name}[ (in|inside) {folder}]!
(the (file|document) name|the name|file name) (is|should be|must be|:) {name}(,| and) (it goes|it belongs|it should go|save it|store it|put it|it should be) (in|into|to) {folder}!
(call|name) (it|the file) {name}[ (in) {folder}]!
<store>|<save>|<keep> the whole thing (as|under) {name}[ (in|under|inside) {folder}]
<save>|<store> (it|that|everything) (in|into|under|to) {folder} with {name} as (the )?(name|file name)
saved as {name}[ in {folder}]!
""",
    "if dialog": """
if (a|any|the|some) (dialog|dialogue|window|question|message|popup|pop-up|dialog box|prompt|confirmation) (appears|shows up|pops up|comes up|opens|is shown|asks something|asks)(,| then|, then)? {acts}
(when|should|in case) (a|any) (dialog|window|question|message|popup|dialog box|prompt) (appears|shows up|pops up|comes up|opens|appear|pop up|come up),? {acts}
{acts} if (a|any) (dialog|question|message|popup|prompt|window) (appears|shows up|pops up|comes up)
if (some|any|a) (message|question|dialog|window|popup) (shows up|comes up|appears|pops up),? (just )?{acts}
(in case of|on) a (dialog|question|message|popup|prompt),? {acts}
""",
    "if": """
if {label} (appears|shows up|shows|pops up|comes up|is shown|is there|is on the screen|is visible|is displayed|can be seen)(,| then|, then)? {acts}
(when|in case|should) {label} (appears|shows up|pops up|comes up|is shown|appear|show up|come up),? {acts}
if you (see|find|get|spot) {label}(,| on the screen,| anywhere,)? {acts}
{acts} if {label} (appears|shows up|is shown|is there|comes up|is visible)
{acts} if you see {label}
""",
    "repeat": """
repeat (this|the following) {times}: {acts}
do (this|the following) {times}: {acts}
{times},? {acts}
{acts} {times}
{acts}(,| and) do (that|this|it) {times}( in total| altogether)?
{times} do the following: {acts}
""",
}

OPENING: tuple[str, ...] = (
    "please", "pls", "plz", "can you", "could you", "could you please", "can you please", "would you", "would you please", "will you", "can u", "could u",
    "i need you to", "i want you to", "i'd like you to", "i would like you to", "i'd like to", "i want to", "i need to", "we need to", "we have to", "you should",
    "you need to", "you must", "kindly", "go ahead and", "just", "now", "first", "first of all,", "to start,", "ok,", "okay,", "ok so", "hey,", "hi,", "hello,", "hi there,",
    "so", "let's", "let us", "try to", "help me", "help me to", "it would be great if you could", "it'd be nice if you could", "would you be so kind as to", "i was wondering if you could",
    "be so kind and", "if you could", "if possible,", "when you have a moment,", "quick one:", "your task is to", "the task:", "task:", "todo:", "your job is to", "what i need is to", "do me a favor and",
    "do me a favour and", "would it be possible to", "is it possible to", "i have to", "i gotta", "gotta", "need to", "want to", "i'd appreciate it if you could", "may i ask you to", "i'd be grateful if you could",
    "the following:", "here's what i need:", "here is what to do:", "all you have to do is", "you can", "i am going to need you to", "make sure to", "be sure to", "remember to",
    "good morning,", "good morning, please", "hello! please", "hi! could you", "hey, can you", "dear assistant,", "assistant,", "computer,", "buddy,", "mate,", "sorry to bother you, but could you", "real quick,", "quickly",
)  # fmt: skip
GERUND_OPENING = (
    "would you mind",
    "do you mind",
    "start by",
    "begin by",
    "how about",
    "start with",
    "i'd appreciate",
    "what about",
)
CLOSING = (
    "please", "pls", "plz", "thanks", "thank you", "thx", "ty", "thanks a lot", "thank you very much", "thanks in advance", "cheers", "for me", "for me please", "will you", "would you", "if you can", "if you don't mind",
    "when you can", "right now", "now", "asap", "ok?", "okay?", "that's all", "that is all", "that's it", "i'd appreciate it", "would be great", "that would be great", "much appreciated", "many thanks", "quickly", "if possible", "kindly",
)  # fmt: skip
JOIN = (
    " and ", " and then ", ", then ", " then ", ", and ", ", and then ", ", ", "; ", ". ", ". Then ", ". then ", ". After that, ", ". after that ", ". Next, ", ". And ", ". Also ", ", also ", ". Afterwards ", ", after that ",
    ", afterwards ", " & ", " and afterwards ", "; then ", " -> ", "\n", "\n- ", ". Finally, ", ". Finally ", ", finally ", ". Now ", ". Next ", ", next ", " and finally ", ". Lastly, ", ". Once that is done, ", ". When that's done, ", " - then ",
    ". Please ", ". Could you also ", ". I also need you to ", ", and also ", " plus ", ". Once you have done that, ", ". And then ", ". Then please ", ", and please ", ". In the end ", ". At the end, ", ". Ok now ", ". Then, ", " n ", " n then ",
    ", followed by: ", ". As a next step, ", ". Secondly, ", " before you ", ". Subsequently, ", ", then please ",
)  # fmt: skip
ASIDES = (
    "i'm in a hurry", "this is for my boss", "it's for work", "i have a meeting soon", "my colleague asked for it", "it is urgent", "take your time", "nothing else", "be careful", "i hope that's ok", "i can't do it myself right now",
    "my hands are full", "i always forget this", "it's important", "don't worry about the rest", "we need it for tomorrow", "i'm cleaning up a bit", "sorry for the trouble", "no rush", "it should be quick", "i think that's everything",
)  # fmt: skip
