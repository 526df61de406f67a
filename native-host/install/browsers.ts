import type { Platform } from './machine';

export type Family = 'chromium' | 'firefox';

interface Locations {
  /**
   * Folders of manifests, or on Windows registry keys, for one user and for all. The first is always meant; a further one
   * only where the folder above it is there.
   */
  readonly user: readonly string[];
  readonly system: readonly string[];
  /** Any of these tells that the browser is on this computer. */
  readonly signs: readonly string[];
}

export interface Browser extends Readonly<Record<Platform, Locations>> {
  readonly id: string;
  readonly name: string;
  readonly family: Family;
}

const support = '{home}/Library/Application Support';
const hosts = 'NativeMessagingHosts';

/**
 * Where each browser looks for native hosts, by its maker's documentation (Chrome, Edge: "Native messaging"; Mozilla:
 * "Native manifests"). Brave documents nothing: on Linux it reads Chrome's folder of all users, and on Windows, as every
 * Chromium does, Chrome's key. From Firefox 147 on a new profile may lie below the configuration folder.
 */
export const browsers: readonly Browser[] = [
  {
    id: 'chrome',
    name: 'Google Chrome',
    family: 'chromium',
    linux: {
      user: [`{config}/google-chrome/${hosts}`],
      system: ['/etc/opt/chrome/native-messaging-hosts'],
      signs: ['{config}/google-chrome', '/opt/google/chrome'],
    },
    darwin: {
      user: [`${support}/Google/Chrome/${hosts}`],
      system: [`/Library/Google/Chrome/${hosts}`],
      signs: [`${support}/Google/Chrome`, '/Applications/Google Chrome.app'],
    },
    win32: {
      user: [`HKCU\\Software\\Google\\Chrome\\${hosts}`],
      system: [`HKLM\\Software\\Google\\Chrome\\${hosts}`],
      signs: windowsSigns('Google\\Chrome\\Application\\chrome.exe'),
    },
  },
  {
    id: 'chromium',
    name: 'Chromium',
    family: 'chromium',
    linux: {
      user: [`{config}/chromium/${hosts}`],
      system: ['/etc/chromium/native-messaging-hosts'],
      signs: ['{config}/chromium', '/usr/bin/chromium', '/usr/bin/chromium-browser'],
    },
    darwin: {
      user: [`${support}/Chromium/${hosts}`],
      system: [`/Library/Application Support/Chromium/${hosts}`],
      signs: [`${support}/Chromium`, '/Applications/Chromium.app'],
    },
    win32: {
      user: [`HKCU\\Software\\Chromium\\${hosts}`],
      system: [`HKLM\\Software\\Chromium\\${hosts}`],
      signs: windowsSigns('Chromium\\Application\\chrome.exe'),
    },
  },
  {
    id: 'edge',
    name: 'Microsoft Edge',
    family: 'chromium',
    linux: {
      user: [`{config}/microsoft-edge/${hosts}`],
      system: ['/etc/opt/edge/native-messaging-hosts'],
      signs: ['{config}/microsoft-edge', '/opt/microsoft/msedge'],
    },
    darwin: {
      user: [`${support}/Microsoft Edge/${hosts}`],
      system: [`/Library/Microsoft/Edge/${hosts}`],
      signs: [`${support}/Microsoft Edge`, '/Applications/Microsoft Edge.app'],
    },
    win32: {
      user: [`HKCU\\Software\\Microsoft\\Edge\\${hosts}`],
      system: [`HKLM\\Software\\Microsoft\\Edge\\${hosts}`],
      signs: windowsSigns('Microsoft\\Edge\\Application\\msedge.exe'),
    },
  },
  {
    id: 'brave',
    name: 'Brave',
    family: 'chromium',
    linux: {
      user: [`{config}/BraveSoftware/Brave-Browser/${hosts}`],
      system: ['/etc/opt/chrome/native-messaging-hosts'],
      signs: ['{config}/BraveSoftware/Brave-Browser', '/opt/brave.com/brave'],
    },
    darwin: {
      user: [`${support}/BraveSoftware/Brave-Browser/${hosts}`],
      system: [
        `/Library/Application Support/BraveSoftware/Brave-Browser/${hosts}`,
        `/Library/Google/Chrome/${hosts}`,
      ],
      signs: [`${support}/BraveSoftware/Brave-Browser`, '/Applications/Brave Browser.app'],
    },
    win32: {
      user: [`HKCU\\Software\\Google\\Chrome\\${hosts}`],
      system: [`HKLM\\Software\\Google\\Chrome\\${hosts}`],
      signs: windowsSigns('BraveSoftware\\Brave-Browser\\Application\\brave.exe'),
    },
  },
  {
    id: 'firefox',
    name: 'Firefox',
    family: 'firefox',
    linux: {
      user: ['{home}/.mozilla/native-messaging-hosts', '{config}/mozilla/native-messaging-hosts'],
      system: ['/usr/lib/mozilla/native-messaging-hosts', '/usr/lib64/mozilla/native-messaging-hosts'],
      signs: [
        ...[
          '{home}/.mozilla/firefox',
          '{config}/mozilla/firefox',
          '/usr/bin/firefox',
          '/usr/bin/firefox-esr',
        ],
        '/opt/firefox',
      ],
    },
    darwin: {
      user: [`${support}/Mozilla/${hosts}`],
      system: [`/Library/Application Support/Mozilla/${hosts}`],
      signs: [`${support}/Firefox`, '/Applications/Firefox.app'],
    },
    win32: {
      user: [`HKCU\\Software\\Mozilla\\${hosts}`],
      system: [`HKLM\\Software\\Mozilla\\${hosts}`],
      signs: windowsSigns('Mozilla Firefox\\firefox.exe'),
    },
  },
];

function windowsSigns(program: string): readonly string[] {
  return ['{programs}', '{programs32}', '{local}'].map((folder) => `${folder}\\${program}`);
}
