#!/bin/sh
# Makes dist/advgui-VERSION-macos-ARCH.dmg from dist/advgui.app: to be dragged to Applications.
set -eu
cd "$(dirname "$0")/../.."

version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' advgui/__init__.py)
image=dist/advgui-$version-macos-$(uname -m).dmg
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

ditto dist/advgui.app "$stage/advgui.app"
ln -s /Applications "$stage/Applications"
hdiutil create -volname advgui -srcfolder "$stage" -fs HFS+ -format UDZO -ov "$image"
