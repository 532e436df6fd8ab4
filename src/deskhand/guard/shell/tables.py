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
    [ [[ acpi addr2line apg aplay appstreamcli apropos apt-cache arch arping aspell atop b2sum b3sum bandit banner
    base32 base64 basename bat bc blkid bmon busctl bzcat bzgrep c++filt cal calc cat ccze cheat cksfv cksum
    clang-tidy clear cloc cmatrix cmp codespell col colordiff colrm column comm compgen coredumpctl cowsay cppcheck
    crc32 csvcut csvgrep csvjoin csvjson csvlook csvsort csvstack csvstat cut dasel datamash date dc declare delta
    deptry desktop-file-validate df dict diff diff3 diffstat difft dir dircolors dirname dirs dmesg dmidecode
    dpkg-query du dwdiff echo edid-decode egrep enca espeak espeak-ng evtest exa exif expand expr eza factor faillog
    fastfetch fc fc-list fc-match fc-scan ffprobe fgrep figlet file file-rename filterdiff findmnt finger flake8 fmt
    fold free fswatch fzf gcal getcap getconf getent getfacl getfattr getopt getopts glances glxinfo goaccess golint
    grep gron groups gzcat hadolint hash hcitool hd head help hexdump hexyl hostid htmlhint htmlq htop hunspell
    hwinfo hyperfine icdiff id identify iftop in2csv info inotifywait inxi iostat iotop ipcs ispell jhead jless jo
    jobs join jq jsonlint languagetool last lastb lastlog ldd less lnav locale locate logname lolcat look lpinfo lpq
    lpstat ls lsattr lsb_release lsblk lscgroup lscpu lsdiff lshw lsinitramfs lsinput lsipc lslocks lslogins lsmem
    lsmod lsns lsof lspci lstopo lsusb luacheck lz4cat lzcat lzless man markdownlint mcookie md5sum mediainfo
    members metaflac mimetype minfo mkvinfo mlocate mlr modinfo mongodump more mp3info mpstat multitail mysqldump
    mysqlshow namei ncal ncdu neofetch nethogs netstat nl nm notify-send nproc numfmt nvidia-smi nvtop objdump od paplay
    paste pathchk pcre2grep pcregrep pdffonts pdfgrep pdfimages pdfinfo pdftotext pg_dump pg_dumpall pg_isready
    pgrep pidof pinfo ping6 pinky plocate pmap pngcheck pr primes printenv printf proselint ps pstree ptx pup pv pwd
    pwdx pwgen pycodestyle pydocstyle pyflakes pylint pyright qalc qrencode radon readelf readlink realpath rev rg
    rga rhash rpm-query rubocop rustc-version sar say screenfetch sdcv sdiff sensors seq sha1sum sha224sum sha256sum
    sha384sum sha512sum shellcheck shuf size slabtop sleep sort soxi spd-say speedtest speedtest-cli ss stat
    staticcheck strings stylelint systemd-analyze systemd-cgls systemd-cgtop tac tail test texcount tidy times tldr
    tlp-stat toilet tokei tomlq top tput tr tree ts tsc-watch tsort tty type uchardet udevadm ugrep ulimit uname
    unexpand uniq units upower uptime users uuencode uuid uuidgen vainfo vale vdir vmstat vnstat vulkaninfo vulture
    w wc wdiff whatis whereis which who whoami wtf xdg-user-dir xdpyinfo xev xidel xlsclients xlsfonts xmllint
    xmlstarlet xmlwf xprop xwininfo xxd xxhsum xzcat xzgrep xzless yamllint yes yq zcat zdiff zdump zegrep
    zenity-info zfgrep zgrep zipinfo zless zmore zstdcat
    """
)

NAVIGATES = _names(
    """
    cd pushd popd mousepad gedit kate nano vi vim nvim emacs xed pluma leafpad featherpad pcmanfm nautilus thunar
    dolphin nemo caja galculator gnome-calculator kcalc xcalc xterm gnome-terminal konsole lxterminal gitk tig
    evince okular xpdf zathura eog feh gpicview ristretto gimp inkscape libreoffice soffice localc lowriter
    loimpress lodraw lobase lomath vlc mpv totem audacity rhythmbox thunderbird code xclock xeyes
    gnome-system-monitor lxtask xarchiver file-roller gnome-disks pavucontrol xpaint drawing kolourpaint mtpaint
    geany meld ffplay mpg123 mpg321 ogg123 cvlc smplayer celluloid
    """
)

SAVES = _names(
    """
    mkdir touch mkfifo mktemp zip gzip bzip2 xz zstd lzma split csplit convert magick mogrify ffmpeg sox pandoc
    wkhtmltopdf pdftk qpdf scrot import maim gnome-screenshot xwd screencapture pdflatex xelatex latex bibtex dot
    gnuplot iconv dos2unix unix2dos ctags etags patch ar ranlib ld as gcc g++ cc c++ clang clang++ rustc javac tsc
    sass lessc webpack vite rollup esbuild prettier black isort ruff eslint gofmt rustfmt clang-format pdfunite
    pdfseparate img2pdf cwebp optipng jpegoptim rsvg-convert unoconv xsltproc protoc montage composite stream
    conjure exiftran epstopdf ps2pdf pdfjam pdfcrop enscript a2ps pdftoppm pdftocairo pdftohtml gifsicle potrace
    vipsthumbnail jpegtran guetzli avifenc cjxl flac lame oggenc opusenc flex bison mypy tesseract ocrmypdf msgfmt
    jupyter-nbconvert latexmk biber mkvmerge mkvextract HandBrakeCLI mutool gs arecord parecord lualatex asciidoctor
    sphinx-build hugo mkdocs
    """
)
