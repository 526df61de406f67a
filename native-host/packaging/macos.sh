#!/bin/sh
# Builds the macOS package of the native host: one executable with Node inside and koffi's native file, in
# /Library/Application Support/Countersign, and manifests for every browser of all users.
#
# Needs, on a Mac: Xcode's command line tools (codesign, pkgbuild, productsign), Node 20.19 or newer from nodejs.org
# (a Node with shared libraries, such as Homebrew's, can't be made one executable), and `npm ci` done in this folder's
# repository. Makes dist/countersign-host-VERSION-ARCH.pkg for the processor that it runs on: run it on an Intel and an Apple Mac.
#
#   APPLICATION_IDENTITY  "Developer ID Application: …", signs the executable; unset: signed ad hoc, for this Mac only
#   INSTALLER_IDENTITY    "Developer ID Installer: …", signs the package; unset: not signed
#   NOTARY_PROFILE        a profile of `xcrun notarytool store-credentials`; unset: not notarized, so Gatekeeper warns
set -eu
cd "$(dirname "$0")/../.."
[ "$(uname -s)" = Darwin ] || { echo "This script runs on macOS." >&2; exit 1; }

version="$(node -p 'require("./package.json").version')"
arch="$(node -p process.arch)"
target="/Library/Application Support/Countersign"
package="dist/countersign-host-$version-$arch.pkg"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

node scripts/build-host.mjs --sea
mkdir -p "$work/root$target" "$work/scripts"
install -m 755 dist/host-single/countersign-host "$work/root$target/countersign-host"
install -m 644 dist/host-single/koffi.node "$work/root$target/koffi.node"
install -m 644 LICENSE docs/token-helper.md "$work/root$target/"

if [ -n "${APPLICATION_IDENTITY:-}" ]; then
  # The hardened runtime keeps foreign libraries out; drivers of tokens are foreign, and Node compiles as it runs.
  entitlements="native-host/packaging/macos.entitlements"
  for file in koffi.node countersign-host; do
    codesign --force --timestamp --options runtime --entitlements "$entitlements" \
      --sign "$APPLICATION_IDENTITY" "$work/root$target/$file"
  done
fi

# The host writes the manifests itself, into folders that browsers of this Mac read.
cat > "$work/scripts/postinstall" <<POSTINSTALL
#!/bin/sh
set -e
chown -R root:wheel "$target"
exec "$target/countersign-host" install --system --browser all
POSTINSTALL
chmod 755 "$work/scripts/postinstall"

pkgbuild --root "$work/root" --scripts "$work/scripts" --ownership recommended \
  --identifier countersign.host --version "$version" --install-location / "$work/host.pkg"
if [ -n "${INSTALLER_IDENTITY:-}" ]; then
  productsign --sign "$INSTALLER_IDENTITY" "$work/host.pkg" "$package"
else
  cp "$work/host.pkg" "$package"
fi
if [ -n "${NOTARY_PROFILE:-}" ]; then
  xcrun notarytool submit "$package" --keychain-profile "$NOTARY_PROFILE" --wait
  xcrun stapler staple "$package"
fi
echo "Built $package"
