#!/bin/sh
# Tries dist/advgui_*.deb and dist/advgui-*.tar.xz on a bare Debian 12, as its user would.
#
#   packaging/linux/trial.sh WORK        as root on Debian, for three minutes
#
# Needs debootstrap, xvfb, xdotool and imagemagick here, whose screen the bare system draws on.
# In WORK it makes the system, the pictures of the window, and of every command the log.
set -eu

work=$(mkdir -p "$1" && cd "$1" && pwd)
dist=$(cd "$(dirname "$0")/../../dist" && pwd)
id=io.github.advgui.advgui
type=application/vnd.advgui.strokes+json
root=$work/root
home="/home/some one" uid=4711
export DISPLAY=:97 LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

say() { printf '%s\n' "$*"; }
inside() { chroot "$root" "$@" >>"$work/log" 2>&1; }
user() { chroot --userspec=$uid:$uid "$root" env -i HOME="$home" DISPLAY=$DISPLAY \
    LC_ALL=$LC_ALL PATH=/usr/bin:/bin XDG_RUNTIME_DIR=/run/user/$uid "$@"; }
# Without a desktop's name xdg-mime asks file(1), which does not know what is installed.
asked() { user env XDG_CURRENT_DESKTOP=GNOME xdg-mime query "$@"; }

# check WORDS COMMAND...: the command has to succeed, and the words say what that means.
check() {
    words=$1 && shift
    if "$@" >>"$work/log" 2>&1; then say "ok    $words"; else say "FAIL  $words" && exit 1; fi
}
is() { check "$1: $2" test "$2" = "$3"; }

leave() {
    kill "$screen" 2>/dev/null || true
    umount "$root/proc"
}

make_root() {
    rm -rf "$root"
    debootstrap --variant=minbase bookworm "$root" >>"$work/log"
    mount -t proc proc "$root/proc"
    Xvfb $DISPLAY -screen 0 1400x900x24 -ac 2>>"$work/log" & screen=$!
    trap leave EXIT
    inside useradd --create-home --home-dir "$home" --uid $uid someone
    inside install -d -o someone /run/user/$uid
    inside apt-get update
    printf '{"strokes": [[[0.3, 0.2], [0.7, 0.2], [0.45, 0.85]]], "pen": 0.12}\n' \
        >"$root$home/a seven.strokes"
}

# What a file manager does: find the type of a file, the program for it, and start that.
open_as_a_desktop() {
    entry=$1 picture=$2 file="$home/a seven.strokes"
    check "the entry is valid" inside desktop-file-validate "$entry"
    is "type of a drawing" "$(asked filetype "$file")" "$type"
    check "gio names the program for it" sh -c \
        'chroot "$1" env HOME="$2" gio mime "$3" | grep -q "^Default.*$4"' - \
        "$root" "$home" "$type" "$id"
    # There is no session's D-Bus here, of which Qt's theme would warn.
    user env QT_LOGGING_RULES="qt.qpa.theme.*=false" gio launch "$entry" "$file" \
        >"$work/$picture.log" 2>&1 &
    check "the entry's Exec line opens a window" xdotool search --sync --onlyvisible --name advgui
    sleep 5 # all of it is painted
    import -window root "$work/$picture.png"
    window=$(xdotool search --onlyvisible --name advgui | head -n 1)
    is "class of the window" "$(xprop -id "$window" WM_CLASS | sed 's/.*, //')" '"advgui"'
    program=$(xdotool getwindowpid "$window")
    kill "$program"
    while kill -0 "$program" 2>/dev/null; do sleep 1; done
    is "warnings it gave" "$(cat "$work/$picture.log")" ""
}

icons_are_found() {
    for size in 16x16 22x22 24x24 32x32 48x48 64x64 128x128 256x256 scalable; do
        grep -q "\[$size/apps\]" "$root/usr/share/icons/hicolor/index.theme" &&
            ls "$1/icons/hicolor/$size/apps/$id".* || return 1
    done
}

try_deb() {
    cp "$dist"/advgui_*.deb "$root/tmp/advgui.deb"
    before=$(chroot "$root" dpkg-query -W | wc -l)
    check "apt-get installs the .deb" inside apt-get install -qy --no-install-recommends \
        /tmp/advgui.deb
    after=$(chroot "$root" dpkg-query -W | wc -l)
    say "      with $((after - before - 1)) other packages"
    check "advgui --self-check, offscreen" user env QT_QPA_PLATFORM=offscreen advgui --self-check
    check "advgui --self-check, on the screen" user advgui --self-check
    check "a desktop is installed" inside apt-get install -qy --no-install-recommends \
        desktop-file-utils xdg-utils shared-mime-info libglib2.0-bin hicolor-icon-theme file
    check "every icon is where the theme looks" icons_are_found "$root/usr/share"
    open_as_a_desktop "/usr/share/applications/$id.desktop" deb
    is "program for a drawing" "$(asked default "$type")" "$id.desktop"
    check "apt-get removes it" inside apt-get remove -qy advgui
    is "what is left of it" "$(find "$root/usr" "$root/etc" "$root/opt" -name '*advgui*')" ""
    is "program for a drawing" "$(asked default "$type")" ""
}

try_archive() {
    tar -xJf "$dist"/advgui-*-linux-*.tar.xz -C "$root$home" --no-same-owner
    unpacked="$home/$(cd "$root$home" && echo advgui-*)"
    check "install.sh as a user" user "$unpacked/install.sh"
    check "a second time" user "$unpacked/install.sh"
    rm -rf "$root$unpacked"
    share="$home/.local/share"
    check "every icon is where the theme looks" icons_are_found "$root$share"
    check "advgui --self-check, on the screen" user "$home/.local/bin/advgui" --self-check
    open_as_a_desktop "$share/applications/$id.desktop" archive
    check "it uninstalls itself" user "$home/.local/opt/advgui/install.sh" uninstall
    is "what is left of it" "$(find "$root$home/.local" -name '*advgui*')" ""
}

make_root
say "The .deb on a bare Debian 12:"
try_deb
say "The archive on the same, with the packages that the .deb asks for:"
try_archive
