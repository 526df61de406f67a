import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../run.mjs';
import { thirdParty } from '../third-party.mjs';
import { koffiNative } from './koffi-native.mjs';
import { quietly } from './quietly.mjs';

const PACKAGE = 'countersign-host';
const LIB = `usr/lib/${PACKAGE}`;
const DOC = `usr/share/doc/${PACKAGE}`;
const MAINTAINER = 'Countersign <countersign@countersign.example>';
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };
/** Node's licence, where its packages put it. */
const NODE_LICENCES = [join(dirname(process.execPath), '..', 'LICENSE'), '/usr/share/doc/nodejs/LICENSE'];

/**
 * Builds the Debian package of a single executable into `folder`; answers its path. `inputs`: what was bundled.
 * Manifests are plain files of the package, so that dpkg puts them in place and takes them away, without scripts.
 * The same inputs and SOURCE_DATE_EPOCH make the same bytes.
 */
export async function buildDeb({ executable, inputs, folder }) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const architecture = ARCHITECTURES[process.arch];
  if (!architecture) throw new Error(`no Debian name is known here for ${process.arch}`);
  const epoch =
    process.env.SOURCE_DATE_EPOCH ?? quietly('git', ['-C', root, 'log', '-1', '--format=%ct']).trim();
  const tree = mkdtempSync(join(tmpdir(), 'countersign-deb-'));
  const put = (path, content, mode = 0o644) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), content);
    chmodSync(join(tree, path), mode);
  };
  try {
    mkdirSync(join(tree, LIB), { recursive: true });
    copyFileSync(executable, join(tree, LIB, PACKAGE));
    chmodSync(join(tree, LIB, PACKAGE), 0o755);
    copyFileSync(koffiNative(process.platform, process.arch), join(tree, LIB, 'koffi.node'));
    chmodSync(join(tree, LIB, 'koffi.node'), 0o644);
    mkdirSync(join(tree, 'usr/bin'), { recursive: true });
    symlinkSync(`../lib/${PACKAGE}/${PACKAGE}`, join(tree, 'usr/bin', PACKAGE));

    const manifests = await manifestsFor(`/${LIB}/${PACKAGE}`);
    for (const [path, text] of Object.entries(manifests)) put(path, text);
    const conffiles = Object.keys(manifests).filter((path) => path.startsWith('etc/'));
    put(`${DOC}/copyright`, copyright(inputs));
    put(`${DOC}/changelog.gz`, gzipSync(changelog(version, epoch), { level: 9 }));
    put(`${DOC}/token-helper.md`, readFileSync(join(root, 'docs', 'token-helper.md')));
    // Browsers look there and nowhere else; Chrome and Edge chose these folders.
    put(`usr/share/lintian/overrides/${PACKAGE}`, `${PACKAGE}: dir-or-file-in-etc-opt\n`);

    const files = filesBelow(tree);
    const kilobytes = files.reduce((sum, file) => sum + Math.ceil(statSync(join(tree, file)).size / 1024), 0);
    put('DEBIAN/control', control({ version, architecture, kilobytes }));
    put('DEBIAN/conffiles', conffiles.map((path) => `/${path}\n`).join(''));
    put('DEBIAN/md5sums', files.map((file) => `${md5(join(tree, file))}  ${file}\n`).join(''));
    for (const path of foldersBelow(tree)) chmodSync(path, 0o755);

    const out = join(folder, `${PACKAGE}_${version}_${architecture}.deb`);
    // A higher level takes minutes on a small machine.
    quietly('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', tree, out], {
      env: { SOURCE_DATE_EPOCH: epoch },
    });
    return out;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** Manifests by path, as `countersign-host install --system` would write them for every browser. */
async function manifestsFor(executable) {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { manifestText } from './native-host/install/manifest';
export { browsers } from './native-host/install/browsers';
export { HOST_NAME } from '@/lib/host';`,
      resolveDir: root,
      loader: 'ts',
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    alias: { '@': root },
    tsconfigRaw: '{}',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { manifestText, browsers, HOST_NAME } = await import(`data:text/javascript;base64,${code}`);
  return Object.fromEntries(
    browsers.map(({ family, linux }) => [
      `${linux.system[0].slice(1)}/${HOST_NAME}.json`,
      manifestText(family, executable),
    ]),
  );
}

function control({ version, architecture, kilobytes }) {
  return `Package: ${PACKAGE}
Version: ${version}
Architecture: ${architecture}
Maintainer: ${MAINTAINER}
Installed-Size: ${kilobytes}
Depends: libc6 (>= 2.28), libgcc-s1, libstdc++6
Recommends: opensc, pcscd
Section: utils
Priority: optional
Description: token helper of the Countersign browser extension
 Lets the Countersign extension sign controlled-substance orders with a USB
 token or smart card (PKCS#11). Chrome, Chromium, Edge, Brave and Firefox start
 it when the extension asks; it opens no network port, and nobody but the
 extension is heard.
 .
 Independently built, unaudited software.
`;
}

function changelog(version, epoch) {
  const date = new Date(Number(epoch) * 1000).toUTCString().replace('GMT', '+0000');
  return `${PACKAGE} (${version}) unstable; urgency=medium

  * Built from the sources of this version; what changed is told in their CHANGELOG.md.

 -- ${MAINTAINER}  ${date}
`;
}

/** Debian's machine-readable copyright file (DEP-5), and every licence of what is inside. */
function copyright(inputs) {
  const field = (text) =>
    text
      .trim()
      .split('\n')
      .map((line) => ` ${line.trim() === '' ? '.' : line.trimEnd()}`)
      .join('\n');
  const node = NODE_LICENCES.find((path) => existsSync(path));
  const nodeLicence = node
    ? readFileSync(node, 'utf8')
    : `The licence of Node.js ${process.version}: https://github.com/nodejs/node/blob/${process.version}/LICENSE`;
  const mit = readFileSync(join(root, 'LICENSE'), 'utf8');
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Countersign
Comment:
 The executable holds Node.js ${process.version} and the npm packages named below.

Files: *
Copyright: ${/^Copyright.*$/m.exec(mit)?.[0].replace(/^Copyright\s*(\(c\))?\s*/i, '')}
License: Expat
${field(mit)}

Files: usr/lib/${PACKAGE}/*
Copyright: the authors of Node.js and of each package
License: Node-and-packages
${field(`${thirdParty([...inputs, 'node_modules/koffi/index.js'])}\n---\n\n${nodeLicence}`)}
`;
}

function md5(path) {
  return createHash('md5').update(readFileSync(path)).digest('hex');
}

/** Files, without links, as paths below `tree` in a fixed order. */
function filesBelow(tree) {
  return entriesBelow(tree)
    .filter((entry) => entry.isFile())
    .map((entry) => relative(tree, join(entry.parentPath, entry.name)))
    .sort();
}

function foldersBelow(tree) {
  return [
    tree,
    ...entriesBelow(tree)
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name)),
  ];
}

function entriesBelow(tree) {
  return readdirSync(tree, { recursive: true, withFileTypes: true });
}
