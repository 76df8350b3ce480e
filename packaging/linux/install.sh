#!/bin/sh
# Installs advgui for the user who runs this, into the home directory; needs no root.
#
#   ./install.sh              installs, or brings an older installation up to date
#   ./install.sh uninstall    takes all of it away, but not settings and data sets
set -eu
umask 022

id=io.github.advgui.advgui
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
opt=$HOME/.local/opt
program=$opt/advgui/advgui
link=$HOME/.local/bin/advgui
new=$opt/.advgui-new
old=$opt/.advgui-old

fail() {
    printf 'install.sh: %s\n' "$1" >&2
    exit 1
}

# An Exec line quotes a path with blanks or signs: they are escaped twice, and % stands for
# itself. Any other path stays as it is, as xdg-mime does not understand quotes.
exec_line() {
    case $program in
    *[!A-Za-z0-9/._+-]*)
        path=$(printf '%s' "$program" | sed 's/[\\"`$]/\\&/g; s/\\/\\\\/g; s/%/%%/g')
        printf 'Exec="%s" %%f\n' "$path"
        ;;
    *) printf 'Exec=%s %%f\n' "$program" ;;
    esac
}

put_desktop_entry() {
    while IFS= read -r line; do
        case $line in
        Exec=*) exec_line ;;
        *) printf '%s\n' "$line" ;;
        esac
    done <"$here/share/applications/$id.desktop" >"$data/applications/.$id"
    mv -f "$data/applications/.$id" "$data/applications/$id.desktop"
}

# Desktops look into these caches, where they have the tools that make them.
update() {
    command -v "$1" >/dev/null || return 0
    "$@" >/dev/null 2>&1 || printf '%s failed: the menu may not be up to date.\n' "$1" >&2
}

update_caches() {
    update update-desktop-database "$data/applications"
    update update-mime-database "$data/mime"
    touch "$data/icons/hicolor" # a cache that is older than that is not used
}

is_ours() { [ -x "$1/advgui" ] && [ -d "$1/_internal" ]; }

# The old program is moved away only once the new one is whole and has started.
replace_program() {
    rm -rf "$new"
    cp -R "$here/advgui" "$new" || fail "$opt cannot be written; nothing was changed."
    cp "$here/install.sh" "$new/install.sh"
    version=$("$new/advgui" --version) ||
        fail "the program does not start on this system; nothing was changed."
    if [ -d "$old" ]; then rm -rf "$old"; fi
    if [ -d "$opt/advgui" ]; then mv "$opt/advgui" "$old"; fi
    if ! mv "$new" "$opt/advgui"; then
        if [ -d "$old" ]; then mv "$old" "$opt/advgui"; fi
        fail "$opt/advgui cannot be replaced; nothing was changed."
    fi
    rm -rf "$old"
}

put_link() {
    if [ -e "$link" ] && [ ! -L "$link" ]; then
        printf '%s is another program and was left alone.\n' "$link"
    else
        ln -sf "$program" "$link"
    fi
}

install_all() {
    [ -x "$here/advgui/advgui" ] || fail "the folder advgui is not beside this script."
    if [ -e "$opt/advgui" ] && ! is_ours "$opt/advgui"; then
        fail "$opt/advgui is something else; nothing was changed."
    fi
    mkdir -p "$opt" "${link%/*}" "$data/applications" "$data/icons" "$data/mime/packages" \
        "$data/metainfo" || fail "a folder cannot be made; nothing was changed."
    trap 'rm -rf "$new"' EXIT
    replace_program
    put_link
    cp -R "$here/share/icons/hicolor" "$data/icons/"
    cp "$here/share/mime/packages/$id.xml" "$data/mime/packages/"
    cp "$here/share/metainfo/$id.metainfo.xml" "$data/metainfo/"
    put_desktop_entry
    update_caches
    printf '%s is installed: it is in the menu, and %s starts it.\n' "$version" "$link"
}

uninstall_all() {
    if [ "$(readlink "$link" || true)" = "$program" ]; then rm -f "$link"; fi
    rm -f "$data/applications/$id.desktop" "$data/mime/packages/$id.xml" \
        "$data/metainfo/$id.metainfo.xml" "$data"/icons/hicolor/*/apps/"$id".*
    update_caches
    if is_ours "$opt/advgui"; then rm -rf "$opt/advgui"; fi
    printf 'advgui is gone; its settings and data sets were left.\n'
}

case $#:${1-} in
0:) install_all ;;
1:uninstall) uninstall_all ;;
*) fail 'usage: install.sh [uninstall]' ;;
esac
