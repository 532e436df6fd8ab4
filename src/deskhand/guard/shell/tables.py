"""Programs whose arguments do not change what kind of thing they do."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOTHING = _names(
    """
    : true false break continue return exit shift wait then fi local readonly typeset
    """
)

OBSERVES = _names(
    """
    [ [[ apropos arch base32 base64 basename bc cal cat cksum clear cmp column comm compgen cut date declare
    df diff diff3 dir dircolors dirname dirs du echo egrep expand expr factor fc fgrep file fold fmt free
    fuser getconf getent getopt getopts grep groups hash head help hexdump hexyl htop id info inotifywait
    iostat ipcs jobs join jq less locale locate logname look ls lsattr lsb_release lsblk lscpu lsmod lsof
    lspci lsusb man md5sum minfo more mpstat namei neofetch netstat nl nm nproc numfmt objdump od ping6
    pdfinfo pdftotext pgrep pidof pinky pr printenv printf ps pstree pwd pwdx rg readelf readlink realpath rev
    sar seq sha1sum sha224sum sha256sum sha384sum sha512sum size sleep sort ss stat strings sum tac tail test
    times top tput tr tree tsort tty type ulimit uname unexpand uniq units uptime users vdir vmstat w wc
    whatis whereis which who whoami xdpyinfo xev xmllint xprop xwininfo xxd yes yq zcat zdiff zgrep zless bat
    eza exa fd ag ack cloc tokei fzf hyperfine shellcheck identify exiftool mediainfo ffprobe wmctrl-list lshw
    hostid notify-send zenity-info dpkg-query apt-cache rpm-query acpi sensors pdffonts pdfimages-list
    xmlstarlet csvlook csvstat mlr column jo gron nvidia-smi journalctl dmesg last lastlog
    """
)

NAVIGATES = _names(
    """
    cd pushd popd mousepad gedit kate nano vi vim nvim emacs xed pluma leafpad featherpad pcmanfm nautilus
    thunar dolphin nemo caja galculator gnome-calculator kcalc xcalc xterm gnome-terminal konsole lxterminal
    evince okular xpdf zathura eog feh gpicview ristretto gimp inkscape libreoffice soffice localc lowriter
    loimpress lodraw lobase lomath vlc mpv totem audacity rhythmbox thunderbird code xclock xeyes
    gnome-system-monitor lxtask xarchiver file-roller gnome-disks pavucontrol xpaint drawing kolourpaint
    mtpaint geany meld
    """
)

SAVES = _names(
    """
    mkdir touch mkfifo mktemp zip gzip bzip2 xz zstd 7z lzma split csplit convert magick mogrify ffmpeg sox
    pandoc wkhtmltopdf pdftk qpdf scrot import maim gnome-screenshot xwd screencapture pdflatex xelatex latex
    bibtex dot gnuplot iconv dos2unix unix2dos ctags etags patch ar ranlib ld as gcc g++ cc c++ clang clang++
    rustc javac tsc sass lessc webpack vite rollup esbuild prettier black isort ruff eslint gofmt rustfmt
    clang-format pdfunite pdfseparate img2pdf cwebp optipng jpegoptim rsvg-convert unoconv xsltproc protoc
    flex bison mypy tesseract ocrmypdf msgfmt jupyter-nbconvert
    """
)
