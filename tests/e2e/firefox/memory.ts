import { readFileSync, rmSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import { privileged } from './privileged';

/** What is alive in the process that holds the extension's pages and its background, after garbage was collected. */
export interface Memory {
  /** Every string of the JavaScript heap. Of one longer than 32 KiB only its length is told. */
  readonly strings: Buffer;
  /** The octets of every buffer that is reachable, and of the views that program and cryptography work with. */
  readonly octets: Buffer;
  /** Buffers whose octets couldn't be read, because they were handed to another context. */
  readonly unread: number;
  /** How many keys of WebCrypto there are, of whichever kind. */
  readonly keys: number;
}

/**
 * Collects garbage three times, since a DOM object that is dropped goes with the cycle collector's next turn and what it
 * held with the turn after.
 */
const COLLECT = `for (let turn = 0; turn < 3; turn += 1) { Cu.forceGC(); Cu.forceCC(); }
  Cu.schedulePreciseShrinkingGC(() => answer(Services.appinfo.processID));`;

/** A debugger, who finds what can be reached from the roots, closures included. Each search walks the whole heap. */
const DEBUG = `
  const { addDebuggerToGlobal } = ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs');
  const apart = Cu.Sandbox(Services.scriptSecurityManager.getSystemPrincipal(), { freshCompartment: true });
  addDebuggerToGlobal(apart);
  const debug = new apart.Debugger();
  for (const one of debug.findAllGlobals()) {
    const global = one.unsafeDereference();
    if (!Cu.isDeadWrapper(global) && Cu.getObjectPrincipal(global).schemeIs?.('moz-extension')) debug.addDebuggee(one);
  }
  const found = (name) => debug.findObjects({ class: name });`;
const KEYS = `${DEBUG} answer(found('CryptoKey').length); debug.removeAllDebuggees();`;
/**
 * Few octets lie in their view, without a buffer; these two kinds are what program and cryptography work with. They are read
 * in their own global, one by one: handing them to a native encoder crashes Firefox on some of them.
 */
const OCTETS = `${DEBUG}
  let unread = 0;
  const text = (one) => {
    if (Cu.isDeadWrapper(one)) { unread += 1; return ''; }
    const { Uint8Array } = Cu.waiveXrays(Cu.getGlobalForObject(one));
    const bare = Cu.waiveXrays(one);
    try {
      const view = bare.buffer ? new Uint8Array(bare.buffer, bare.byteOffset, bare.byteLength) : new Uint8Array(bare);
      let octets = '';
      for (let at = 0; at < view.length; at += 1) octets += String.fromCharCode(view[at]);
      return octets;
    } catch (error) {
      // Transferred away: its octets belong to another object now.
      unread += 1;
      return '';
    }
  };
  const held = ['ArrayBuffer', 'Uint8Array', 'Uint32Array'].flatMap(found).map((one) => one.unsafeDereference());
  const octets = held.map(text).join('');
  debug.removeAllDebuggees();
  answer(JSON.stringify({ octets, unread, of: held.length }));`;

/** Runs a script in the extension's process until it calls \`answer\`; fails when it crashes before. */
const inExtension = (script: string) => {
  const asked = `if (Services.appinfo.remoteType === 'extension') {
    const answer = (value) => sendAsyncMessage('countersign-memory', { value });
    try { ${script} } catch (error) { sendAsyncMessage('countersign-memory', { failed: String(error) }); }
  }`;
  return `new Promise((resolve, reject) => {
    const stop = () => {
      Services.ppmm.removeMessageListener('countersign-memory', heard);
      Services.obs.removeObserver(ended, 'ipc:content-shutdown');
    };
    const ended = (about) => {
      if (!about.QueryInterface(Ci.nsIPropertyBag2).hasKey('abnormal')) return;
      stop();
      reject(new Error('a process of the browser crashed'));
    };
    const heard = ({ data }) => {
      stop();
      if (data.failed) reject(new Error(data.failed)); else resolve(data.value);
    };
    Services.obs.addObserver(ended, 'ipc:content-shutdown');
    Services.ppmm.addMessageListener('countersign-memory', heard);
    Services.ppmm.loadProcessScript('data:,' + encodeURIComponent(${JSON.stringify(asked)}), false);
  })`;
};

/** The engine's own log of each cell of the heap, one for each process; answers the files. */
const DUMP = `new Promise((resolve) => {
  const files = [];
  Cc['@mozilla.org/memory-info-dumper;1'].getService(Ci.nsIMemoryInfoDumper)
    .dumpGCAndCCLogsToFile('countersign', false, true, {
      QueryInterface: ChromeUtils.generateQI(['nsIDumpGCAndCCLogsCallback']),
      onDump: (gc, cc) => files.push(gc.path, cc.path),
      onFinish: () => resolve(JSON.stringify(files)),
    });
})`;

const collect = (browser: Browser) => privileged<number>(browser, inExtension(COLLECT));

/** How many keys of WebCrypto are alive in the extension's process. */
export async function liveKeys(browser: Browser): Promise<number> {
  await collect(browser);
  return privileged<number>(browser, inExtension(KEYS));
}

/** Searches nothing by itself: what is looked for never reaches the browser. */
export async function memoryOf(browser: Browser): Promise<Memory> {
  const pid = await collect(browser);
  const files = JSON.parse(await privileged<string>(browser, DUMP)) as string[];
  const log = files.find((file) => file.includes(`gc-edges.${pid}.`));
  if (log === undefined) throw new Error('Firefox told nothing of the extension’s process');
  const strings = stringsIn(readFileSync(log, 'utf8'));
  for (const file of files) rmSync(file);
  const { octets, unread } = JSON.parse(await privileged<string>(browser, inExtension(OCTETS))) as {
    readonly octets: string;
    readonly unread: number;
  };
  return {
    strings,
    octets: Buffer.from(octets, 'latin1'),
    unread,
    keys: await privileged<number>(browser, inExtension(KEYS)),
  };
}

/** The log writes all but ASCII as escapes. */
function stringsIn(log: string): Buffer {
  const lines = log.split('\n').filter((line) => / string </.test(line));
  const escapes = /\\(?:x([0-9A-F]{2})|u([0-9A-F]{4}))/gi;
  return Buffer.from(
    lines
      .join('\n')
      .replace(escapes, (_, two?: string, four?: string) =>
        String.fromCharCode(parseInt(two ?? four ?? '', 16)),
      ),
  );
}
