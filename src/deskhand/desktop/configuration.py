"""What `look` writes: window manager, panel, menu, GTK, file manager, X resources, each as its own file wants it."""

from __future__ import annotations

WALLPAPER = "#3b5568"
PANEL_HEIGHT = 40

RESOURCES = """\
Xft.dpi: 96
Xft.antialias: 1
Xft.hinting: 1
Xft.hintstyle: hintslight
Xft.rgba: none
Xcursor.size: 24
XTerm*faceName: DejaVu Sans Mono
XTerm*faceNameDoublesize: Noto Sans Mono CJK JP
XTerm*faceSize: 12
XTerm*utf8: 1
XTerm*locale: false
XTerm*wideChars: true
XTerm*metaSendsEscape: true
XTerm*cursorBlink: false
XTerm*saveLines: 4000
XTerm*scrollBar: true
XTerm*rightScrollBar: true
XTerm*background: white
XTerm*foreground: black
XTerm*selectToClipboard: true
XTerm*title: Terminal
XTerm*geometry: 96x28
XTerm*allowTitleOps: true
XTerm*internalBorder: 4
"""

GTK3 = """\
[Settings]
gtk-theme-name=Adwaita
gtk-icon-theme-name=Adwaita
gtk-font-name=Noto Sans 10
gtk-enable-animations=0
gtk-primary-button-warps-slider=0
gtk-cursor-blink=1
gtk-recent-files-enabled=0
gtk-decoration-layout=:minimize,maximize,close
gtk-dialogs-use-header=0
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
gtk-xft-rgba=none
"""

GTK2 = """\
gtk-theme-name="Raleigh"
gtk-icon-theme-name="Adwaita"
gtk-font-name="Noto Sans 10"
gtk-enable-animations=0
gtk-enable-tooltips=0
"""

LIBFM = """\
[config]
single_click=0
use_trash=1
confirm_del=1
confirm_trash=1
no_usb_trash=1
quick_exec=1
terminal=xterm -e %s
thumbnail_local=1
thumbnail_max=2048

[ui]
big_icon_size=48
small_icon_size=24
pane_icon_size=24
thumbnail_size=128
show_thumbnail=1
shadow_hidden=0

[places]
places_home=1
places_desktop=1
places_applications=0
places_trash=0
places_root=0
places_computer=0
places_network=0
places_unmounted=0
"""

PCMANFM = """\
[config]
bm_open_method=0

[volume]
mount_on_startup=0
mount_removable=0
autorun=0

[ui]
always_show_tabs=0
max_tab_chars=32
win_width={width}
win_height={height}
splitter_pos=160
media_in_new_tab=0
desktop_folder_new_win=1
change_tab_on_drop=0
close_on_unmount=0
focus_previous=0
side_pane_mode=places
view_mode=icon
show_hidden=0
sort=name;ascending;
toolbar=newtab;navigation;home;
show_statusbar=1
pathbar_mode_buttons=0
"""

DESKTOP = f"""\
[*]
wallpaper_mode=color
wallpaper_common=1
desktop_bg={WALLPAPER}
desktop_fg=#ffffff
desktop_shadow=#1c2a34
desktop_font=Noto Sans 11
show_wm_menu=0
sort=name;ascending;
show_documents=0
show_trash=0
show_mounts=0
"""

GALCULATOR = """\
display_bkg_color=#ffffff
display_result_font=DejaVu Sans Bold 26
display_result_color=black
stack_color=black
display_stack_font=DejaVu Sans 12
display_module_font=DejaVu Sans Bold 8
display_module_active_color=black
display_module_inactive_color=grey
display_module_number=1
display_module_angle=0
display_module_notation=0
display_module_arith=1
display_module_open=1
function_button_font=Noto Sans 12
dispctrl_button_font=Noto Sans 12
button_width=48
button_height=40
function_button_group=1
dispctrl_right_pos=1
mode=0
default_number_base=10
default_angle_base=0
default_notation_mode=0
stack_size=4
wrap_entry=0
bit_hexadecimal=32
show_menu_bar=1
"""

ENTRY = """\
[Desktop Entry]
Type=Application
Name={label}
Exec={command}
Icon={icon}
Terminal=false
StartupNotify=false
"""

TINT2 = """\
# Backgrounds: 1 the panel, 2 a task, 3 the task in front, 4 the menu button.
rounded = 0
border_width = 0
background_color = #20303c 100
border_color = #20303c 100

rounded = 2
border_width = 1
background_color = #34495a 100
border_color = #4a6377 100

rounded = 2
border_width = 1
background_color = #5b7f9b 100
border_color = #a5c4da 100

rounded = 2
border_width = 1
background_color = #e8eef2 100
border_color = #ffffff 100

panel_items = PTC
panel_size = 100% {height}
panel_margin = 0 0
panel_padding = 6 4 8
panel_background_id = 1
wm_menu = 0
panel_dock = 0
panel_position = bottom center horizontal
panel_layer = top
panel_monitor = all
autohide = 0
strut_policy = follow_size
disable_transparency = 1
mouse_effects = 0
font_shadow = 0

taskbar_mode = single_desktop
taskbar_padding = 2 0 4
taskbar_background_id = 0
taskbar_active_background_id = 0
taskbar_name = 0
task_text = 1
task_icon = 1
task_centered = 0
task_maximum_size = 220 {height}
task_padding = 8 2 6
task_font = Noto Sans 10
task_font_color = #ffffff 100
task_background_id = 2
task_active_background_id = 3
task_iconified_background_id = 2
task_iconified_font_color = #b8c4cc 100
urgent_nb_of_blink = 1
mouse_left = toggle_iconify
mouse_middle = none
mouse_right = close
mouse_scroll_up = none
mouse_scroll_down = none

button = new
button_text = Applications
button_font = Noto Sans Bold 10
button_font_color = #20303c 100
button_background_id = 4
button_padding = 12 2
button_centered = 1
button_lclick_command = {menu}

time1_format = %H:%M
time1_font = Noto Sans 10
clock_font_color = #ffffff 100
clock_padding = 8 0
clock_background_id = 0
"""

JGMENU = """\
stay_alive = 0
tint2_look = 0
position_mode = fixed
menu_margin_x = 6
menu_margin_y = {above}
menu_width = 240
menu_padding_top = 4
menu_padding_bottom = 4
menu_padding_left = 4
menu_padding_right = 4
menu_radius = 0
menu_border = 1
menu_halign = left
menu_valign = bottom
item_height = 32
item_padding_x = 8
item_radius = 2
item_border = 0
font = Noto Sans 11
icon_size = 24
icon_theme = Adwaita
color_menu_bg = #f6f8f9 100
color_menu_border = #8fa3b0 100
color_norm_bg = #f6f8f9 0
color_norm_fg = #20303c 100
color_sel_bg = #3b7fb5 100
color_sel_fg = #ffffff 100
color_sel_border = #3b7fb5 0
hover_delay = 50
"""

OPENBOX = """\
<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <resistance><strength>0</strength><screen_edge_strength>0</screen_edge_strength></resistance>
  <focus>
    <focusNew>yes</focusNew><followMouse>no</followMouse><focusLast>yes</focusLast>
    <underMouse>no</underMouse><focusDelay>0</focusDelay><raiseOnFocus>no</raiseOnFocus>
  </focus>
  <placement><policy>Smart</policy><center>yes</center><monitor>Primary</monitor></placement>
  <theme>
    <name>Clearlooks</name><titleLayout>NLIMC</titleLayout>
    <keepBorder>yes</keepBorder><animateIconify>no</animateIconify>
    <font place="ActiveWindow"><name>Noto Sans</name><size>10</size><weight>bold</weight></font>
    <font place="InactiveWindow"><name>Noto Sans</name><size>10</size></font>
    <font place="MenuHeader"><name>Noto Sans</name><size>11</size></font>
    <font place="MenuItem"><name>Noto Sans</name><size>11</size></font>
  </theme>
  <desktops><number>1</number><firstdesk>1</firstdesk><popupTime>0</popupTime></desktops>
  <resize><drawContents>yes</drawContents><popupShow>Never</popupShow></resize>
  <keyboard>
    <rebindOnMappingNotify>no</rebindOnMappingNotify>
    <keybind key="A-F4"><action name="If">
      <query><type>desktop</type></query><then/><else><action name="Close"/></else>
    </action></keybind>
    <keybind key="A-Tab"><action name="NextWindow"><dialog>none</dialog>
      <finalactions><action name="Focus"/><action name="Raise"/><action name="Unshade"/></finalactions></action>
    </keybind>
    <keybind key="A-S-Tab"><action name="PreviousWindow"><dialog>none</dialog>
      <finalactions><action name="Focus"/><action name="Raise"/><action name="Unshade"/></finalactions></action>
    </keybind>
    <keybind key="W-d"><action name="ToggleShowDesktop"/></keybind>
    <keybind key="W-Left"><action name="UnmaximizeFull"/><action name="MoveResizeTo">
      <x>0</x><y>0</y><width>50%</width><height>100%</height></action></keybind>
    <keybind key="W-Right"><action name="UnmaximizeFull"/><action name="MoveResizeTo">
      <x>-0</x><y>0</y><width>50%</width><height>100%</height></action></keybind>
    <keybind key="W-Up"><action name="ToggleMaximize"/></keybind>
    <keybind key="A-F1"><action name="ShowMenu"><menu>root-menu</menu></action></keybind>
    <keybind key="W-space"><action name="ShowMenu"><menu>root-menu</menu></action></keybind>
  </keyboard>
  <mouse>
    <dragThreshold>4</dragThreshold><doubleClickTime>400</doubleClickTime><screenEdgeWarpTime>0</screenEdgeWarpTime>
    <context name="Frame">
      <mousebind button="A-Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
      <mousebind button="A-Left" action="Drag"><action name="Move"/></mousebind>
    </context>
    <context name="Titlebar">
      <mousebind button="Left" action="Drag"><action name="Move"/></mousebind>
      <mousebind button="Left" action="DoubleClick"><action name="ToggleMaximize"/></mousebind>
    </context>
    <context name="Titlebar Top Right Bottom Left TLCorner TRCorner BRCorner BLCorner">
      <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
      <mousebind button="Right" action="Press"><action name="Focus"/><action name="Raise"/>
        <action name="ShowMenu"><menu>client-menu</menu></action></mousebind>
    </context>
    <context name="Top"><mousebind button="Left" action="Drag">
      <action name="Resize"><edge>top</edge></action></mousebind></context>
    <context name="Left"><mousebind button="Left" action="Drag">
      <action name="Resize"><edge>left</edge></action></mousebind></context>
    <context name="Right"><mousebind button="Left" action="Drag">
      <action name="Resize"><edge>right</edge></action></mousebind></context>
    <context name="Bottom"><mousebind button="Left" action="Drag">
      <action name="Resize"><edge>bottom</edge></action></mousebind></context>
    <context name="TRCorner BRCorner TLCorner BLCorner">
      <mousebind button="Left" action="Drag"><action name="Resize"/></mousebind></context>
    <context name="Client">
      <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
      <mousebind button="Middle" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
      <mousebind button="Right" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
    </context>
    <context name="Icon"><mousebind button="Left" action="Click"><action name="Focus"/><action name="Raise"/>
      <action name="ShowMenu"><menu>client-menu</menu></action></mousebind></context>
    <context name="Iconify"><mousebind button="Left" action="Click"><action name="Iconify"/></mousebind></context>
    <context name="Maximize">
      <mousebind button="Left" action="Click"><action name="ToggleMaximize"/></mousebind></context>
    <context name="Close"><mousebind button="Left" action="Click"><action name="Close"/></mousebind></context>
    <context name="Desktop">
      <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
      <mousebind button="Right" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
    </context>
    <context name="Root">
      <mousebind button="Right" action="Press"><action name="ShowMenu"><menu>root-menu</menu></action></mousebind>
    </context>
  </mouse>
  <menu>
    <file>{menu}</file><hideDelay>0</hideDelay><middle>no</middle>
    <submenuShowDelay>0</submenuShowDelay><submenuHideDelay>0</submenuHideDelay>
    <showIcons>no</showIcons><manageDesktops>no</manageDesktops>
  </menu>
  <applications>
    <application type="normal">
      <focus>yes</focus><position force="no"><x>center</x><y>center</y></position>
    </application>
  </applications>
</openbox_config>
"""

MENU = """\
<?xml version="1.0" encoding="UTF-8"?>
<openbox_menu xmlns="http://openbox.org/3.4/menu">
  <menu id="root-menu" label="Applications">
{items}
  </menu>
</openbox_menu>
"""
