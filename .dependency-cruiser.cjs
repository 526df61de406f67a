/**
 * The arrows of the house (docs/architecture.md). Two passes: with types for rooms and faces; `CRUISE=runtime` without
 * them for what a context really loads, because a type costs a page nothing.
 */
const everyRoom = [
  'drugs',
  'catalogue',
  'order',
  'documents',
  'pki',
  'vault',
  'host',
  'signing',
  'portal',
  'archive',
  'som',
  'reminders',
  'people',
];

/** room → rooms it may import; all may import base and words. */
const arrows = {
  base: [],
  words: [],
  drugs: [],
  // Its own database of what the NDC directory says; no record.
  catalogue: ['drugs'],
  order: ['drugs'],
  // Letters of attorney are files as orders keep them.
  people: ['order'],
  pki: [],
  vault: [],
  // The protocol of the native host, shared with it.
  host: [],
  documents: ['order', 'drugs'],
  som: ['order', 'drugs'],
  portal: ['order', 'drugs'],
  reminders: ['order', 'drugs'],
  signing: ['pki', 'vault', 'host'],
  // The supplier's side: judges what it is handed, and knows neither archive nor desk.
  intake: ['pki', 'order', 'documents', 'drugs'],
  // The directory part of the archive stores people, portal profiles and tokens' names as they are.
  archive: ['order', 'drugs', 'people', 'portal', 'host'],
  desk: [...everyRoom, 'messages'],
  // The protocol speaks of what desk and portal show, and of a reason as an order keeps it; sending needs none of them.
  messages: ['desk', 'portal', 'order'],
};
const common = ['base', 'words'];

/** What others may import: a room's index, and the few side doors that keep page scripts and the popup light. */
const faces =
  '^lib/[^/]+/index\\.ts$|^lib/portal/(gate|detect|detector|panel|page-api|teach|count)(\\.ts|/index\\.ts)$|^lib/(desk|messages)/background(\\.ts|/index\\.ts)$|^lib/words/(page|teach|light|verifier|host)\\.ts$|^lib/base/light\\.ts$';

const roomRules = Object.entries(arrows).map(([room, allowed]) => ({
  name: `arrow-${room}`,
  severity: 'error',
  comment: `lib/${room} may import only ${[...(room === 'base' ? [] : common), ...allowed].join(', ') || 'nothing of ours'}. Let lib/desk hand the fact over instead.`,
  from: { path: `^lib/${room}/`, pathNot: '\\.test\\.tsx?$' },
  to: {
    path: '^lib/',
    pathNot: [room, ...(room === 'base' ? [] : common), ...allowed].map((to) => `^lib/${to}/`),
  },
}));

const houseRules = [
  ...roomRules,
  {
    name: 'face-only',
    severity: 'error',
    comment: 'Import a room by its face (`@/lib/<room>`), never its inner files.',
    from: { path: '^lib/([^/]+)/' },
    to: { path: '^lib/[^/]+/', pathNot: [faces, '^lib/$1/'] },
  },
  {
    name: 'face-only-from-outside',
    severity: 'error',
    comment: 'Import a room by its face (`@/lib/<room>`), never its inner files.',
    from: { path: '^(entrypoints|components|wiring|verifier|native-host)/' },
    to: { path: '^lib/', pathNot: faces },
  },
  {
    name: 'lib-knows-no-context',
    severity: 'error',
    comment: 'lib is used by every context and knows none: inject what it needs.',
    from: { path: '^lib/' },
    to: {
      path: '^(entrypoints|components|wiring|verifier|native-host)/|node_modules/(react|react-dom|wxt|webextension-polyfill|@wxt-dev|@base-ui|wouter)/',
    },
  },
  {
    name: 'dexie-at-home',
    severity: 'error',
    comment: 'Dexie is the subject of archive, vault and catalogue only; ask their faces.',
    from: { pathNot: '^(lib/(archive|catalogue|vault)|tests)/' },
    to: { path: 'node_modules/dexie/' },
  },
  {
    name: 'product-without-tests',
    severity: 'error',
    comment: 'What ships imports nothing of tests or scripts.',
    from: { path: '^(lib|components|entrypoints|wiring|verifier|native-host)/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^(tests|scripts)/|\\.test\\.tsx?$' },
  },
  {
    name: 'resolvable',
    severity: 'error',
    comment: 'This import leads nowhere.',
    from: {},
    to: { couldNotResolve: true },
  },
];

const runtimeRules = [
  {
    name: 'no-circles',
    severity: 'error',
    comment: 'Modules that need each other at run time are one thing or three: move the shared part out.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'light-in-pages',
    severity: 'error',
    comment: 'What a supplier’s page loads has no React, Dexie, pkijs or schema library (DESIGN: Never).',
    from: { path: '^entrypoints/(gate|detector|teach)\\.ts$' },
    to: {
      path: 'node_modules/(react|react-dom|dexie|pkijs|asn1js|valibot|node-forge|temporal-polyfill)/|^lib/(archive|vault|pki|desk)/',
      reachable: true,
    },
  },
  {
    name: 'verifier-stands-alone',
    severity: 'error',
    comment: 'A supplier’s server runs the verifier with nothing installed: Node and what is bundled.',
    from: { path: '^verifier/' },
    to: {
      path: 'node_modules/(dexie|wxt|webextension-polyfill)/|^lib/(archive|vault|desk|portal)/',
      reachable: true,
    },
  },
  {
    name: 'host-stands-alone',
    severity: 'error',
    comment:
      'The native host is small: its protocol, limits, errors and words, and nothing of the extension.',
    from: { path: '^native-host/', pathNot: '^native-host/tests/' },
    to: {
      path: 'node_modules/(dexie|react|wxt|webextension-polyfill)/|^lib/(?!host/|base/|words/)',
      reachable: true,
    },
  },
  {
    name: 'popup-without-database',
    severity: 'error',
    comment: 'The popup gets one `due.get` answer and never waits for a database.',
    from: { path: '^entrypoints/popup/main\\.tsx$' },
    to: { path: 'node_modules/(dexie|pkijs|node-forge)/|^lib/(archive|vault|pki)/', reachable: true },
  },
];

const runtime = process.env.CRUISE === 'runtime';

module.exports = {
  forbidden: runtime ? runtimeRules : houseRules,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: runtime
        ? '^(\\.wxt|\\.output|\\.cache)/|\\.test\\.tsx?$|/testing/'
        : '^(\\.wxt|\\.output|\\.cache)/',
    },
    tsPreCompilationDeps: !runtime,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.json'],
    },
  },
};
