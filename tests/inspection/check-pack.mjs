/**
 * Checks an inspection pack as somebody would who has nothing of ours: `node check-pack.mjs PACK.zip ROOT.pem`. Python opens the
 * ZIP, OpenSSL judges signatures, certificates and lists, Node counts. Exits with 1 and says what is wrong.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const [zip, root] = process.argv.slice(2);
if (!zip || !root) throw new Error('usage: check-pack.mjs PACK.zip ROOT.pem');
const dir = mkdtempSync(join(tmpdir(), 'pack-'));
const wrong = [];
const run = (program, args) =>
  execFileSync(program, args, { cwd: dir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const tries = (what, program, args) => {
  try {
    return run(program, args);
  } catch (error) {
    wrong.push(`${what}: ${error.stderr || error.message}`);
    return null;
  }
};
const read = (path) => readFileSync(join(dir, path));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of the first certificate in a PEM file. */
const fingerprint = (path) =>
  run('openssl', ['x509', '-in', path, '-noout', '-fingerprint', '-sha256'])
    .replace(/^.*=/, '')
    .replaceAll(':', '')
    .trim()
    .toLowerCase();

/** A table as RFC 4180 has it. */
function table(path) {
  const text = read(path)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const rows = [...text.matchAll(/("(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*)\r\n/g)].map(([, row]) =>
    [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell.replaceAll('""', '"')),
  );
  const [titles, ...rest] = rows;
  return rest.map((row) => Object.fromEntries(titles.map((title, at) => [title, row[at]])));
}

try {
  execFileSync('python3', ['-m', 'zipfile', '-e', zip, dir]);
  const all = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dir.length + 1))
    .sort();

  // Every file is listed, and is what the list says.
  const manifest = JSON.parse(read('manifest.json').toString());
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  for (const path of all) {
    if (path === 'manifest.json' || path === 'SHA256SUMS.txt') continue;
    const file = listed.get(path);
    const bytes = read(path);
    if (!file) wrong.push(`${path} is in no manifest`);
    else if (file.sha256 !== sha256(bytes) || file.bytes !== bytes.length)
      wrong.push(`${path} isn't what the manifest says`);
  }
  for (const path of listed.keys()) if (!all.includes(path)) wrong.push(`${path} is missing`);
  tries('SHA256SUMS.txt', 'sha256sum', ['--quiet', '-c', 'SHA256SUMS.txt']);

  // Every link leads somewhere; nothing is fetched and nothing runs.
  for (const path of all.filter((one) => one.endsWith('.html'))) {
    const html = read(path).toString('utf8');
    if (/<script|\son\w+=|https?:\/\/[^"<\s]+"|<img|<iframe|<link/i.test(html))
      wrong.push(`${path} fetches or runs something`);
    for (const [, href] of html.matchAll(/href="([^"#][^"]*)"/g))
      if (!existsSync(join(dir, dirname(path), href)))
        wrong.push(`${path} leads to ${href}, which isn't there`);
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g))
      if (!html.includes(`id="${id}"`)) wrong.push(`${path} leads to #${id}, which isn't there`);
  }

  // The root that the checker trusts is the only one, whatever the pack brings along.
  writeFileSync(join(dir, 'trusted.pem'), readFileSync(root));
  const lists = all.filter((path) => path.endsWith('.crl.pem'));
  for (const list of lists) {
    const said = tries(list, 'sh', [
      '-c',
      `openssl crl -in "$1" -CAfile certificates/all-authorities.pem -noout 2>&1`,
      'sh',
      list,
    ]);
    if (said !== null && !said.includes('verify OK')) wrong.push(`${list}: ${said}`);
  }
  const signed = all.filter((path) => path.endsWith('.p7m'));
  const times = new Map(
    read('certificates/signatures.txt')
      .toString()
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [seconds, path, ...relied] = line.split(' ');
        return [path, { seconds, relied }];
      }),
  );

  let notRevoked = 0;
  for (const path of signed) {
    if (path.includes('-statement-')) continue;
    const listed = times.get(path);
    if (!listed) {
      wrong.push(`${path} has no time`);
      continue;
    }
    const { seconds, relied } = listed;
    const args = [
      'cms',
      '-verify',
      '-inform',
      'DER',
      '-in',
      path,
      '-purpose',
      'any',
      '-attime',
      seconds,
      '-binary',
    ];
    const content = tries(path, 'openssl', [...args, '-CAfile', 'trusted.pem', '-signer', 'signer.pem']);
    if (content === null) continue;
    // The very certificate that the record of the signature names, which is the first one of a chain in the pack.
    const record = JSON.parse(read(path.replace(/p7m$/, 'json')).toString());
    const named = record.events.find(({ type }) => type === 'order.signed')?.payload.certificateSha256;
    if (fingerprint('signer.pem') !== named) wrong.push(`${path} was signed with another certificate`);
    const own = /certificates\/[^"]+-chain\.pem/.exec(read(path.replace(/p7m$/, 'html')).toString())?.[0];
    if (own === undefined || fingerprint(own) !== named) wrong.push(`${path} has another chain`);
    // The signing time inside the signature is the one that the pack tells people to check by.
    const inside = run('openssl', ['cms', '-cmsout', '-print', '-inform', 'DER', '-in', path]);
    const claimed = /signingTime[^]*?(?:UTCTIME|GENERALIZEDTIME):(\w+ +\d+ [\d:]+ \d+ GMT)/.exec(inside)?.[1];
    if (Date.parse(claimed ?? '') / 1000 !== Number(seconds))
      wrong.push(`${path} wasn't signed at ${seconds}`);
    const json = record.events.find(({ type }) => type === 'order.signed')?.payload.circumstances;
    if (relied.length < (json.revocationLists?.length ?? 0))
      wrong.push(`${path} rested on ${json.revocationLists.length} lists, and ${relied.length} are here`);
    const [folder] = path.split('/');
    const number = /([^/]+)\.p7m$/.exec(path)[1];
    const order = table(`${folder}/orders.csv`).find((row) => row['signed file'] === path);
    if (order?.order !== number) wrong.push(`${path} is in no table`);
    if (!content.includes(number)) wrong.push(`what was signed in ${path} doesn't hold its number`);
    for (const line of table(`${folder}/lines.csv`).filter((row) => row.order === number)) {
      const ndc = line.NDC.replaceAll('-', '');
      if (ndc !== '' && !content.includes(ndc))
        wrong.push(`${number} line ${line.line}: the signed order doesn't name ${ndc}`);
    }
    writeFileSync(join(dir, 'roots-and-lists.pem'), Buffer.concat([readFileSync(root), ...relied.map(read)]));
    try {
      run('openssl', [...args, '-CAfile', 'roots-and-lists.pem', '-crl_check_all', '-out', '/dev/null']);
      notRevoked += 1;
    } catch (error) {
      if (/certificate revoked/.test(error.stderr)) wrong.push(`${path}: its certificate was revoked`);
    }
  }
  for (const chain of all.filter((path) => path.endsWith('-chain.pem')))
    tries(chain, 'openssl', [
      'verify',
      '-no_check_time',
      '-CAfile',
      'trusted.pem',
      '-untrusted',
      chain,
      chain,
    ]);

  // Schedules apart, and tables that agree with files and with each other.
  const counted = { orders: new Set(), lines: 0, receipts: 0, records: 0 };
  for (const folder of ['schedule-ii', 'schedule-iii-v', 'not-controlled-or-unknown']) {
    const rows = (name) => (all.includes(`${folder}/${name}.csv`) ? table(`${folder}/${name}.csv`) : []);
    const orders = rows('orders');
    const pages = all.filter((path) => path.startsWith(`${folder}/orders/`) && path.endsWith('.html'));
    if (orders.length !== pages.length)
      wrong.push(`${folder}: ${orders.length} rows, ${pages.length} pages of orders`);
    if (
      orders.filter((row) => row['signed file'] !== '').length !==
      signed.filter((path) => path.startsWith(`${folder}/orders/`) && !path.includes('-statement-')).length
    )
      wrong.push(`${folder}: signed files and rows differ`);
    const lines = rows('lines');
    for (const order of orders) {
      const own = lines.filter((line) => line.order === order.order);
      if (own.length !== Number(order.items))
        wrong.push(`${folder}: ${order.order} has ${own.length} lines, not ${order.items}`);
      const received = rows('receipts').filter((one) => one.order === order.order);
      const sum = received.reduce((total, one) => total + Number(one['packages received']), 0);
      if (sum !== Number(order['packages received']))
        wrong.push(`${folder}: ${order.order} received ${sum}, not ${order['packages received']}`);
      counted.orders.add(order['readable file'].replace(/^.*\//, ''));
    }
    const two = /^C-I{1,2}N?$/;
    for (const { schedule } of [...lines, ...rows('records')])
      if ((folder === 'schedule-ii') !== two.test(schedule)) wrong.push(`${folder} holds ${schedule}`);
    counted.lines += lines.length;
    counted.receipts += rows('receipts').length;
    counted.records += rows('records').length;
  }
  if (counted.orders.size !== manifest.orders)
    wrong.push(`${counted.orders.size} orders, not ${manifest.orders}`);

  // The index leads to each page, each page to the record for machines, and both name the same orders.
  const index = read('index.html').toString();
  const inIndex = new Set([...index.matchAll(/href="([^"#]+)"/g)].map(([, href]) => href));
  for (const path of all.filter((one) => /^[a-z-]+\/(?:orders|records)\/.*\.(?:html|p7m|json)$/.test(one)))
    if (!inIndex.has(path) && !path.includes('-statement-')) wrong.push(`index.html doesn't name ${path}`);
  for (const path of times.keys()) if (!all.includes(path)) wrong.push(`signatures.txt names ${path}`);
  if (times.size !== signed.filter((path) => !path.includes('-statement-')).length)
    wrong.push(`signatures.txt names ${times.size} of ${signed.length}`);

  // The command that a page gives for its own order.
  for (const path of signed.filter((one) => !one.includes('-statement-'))) {
    const page = read(path.replace(/p7m$/, 'html')).toString();
    const command = /<pre>(openssl cms [^<]+)<\/pre>/.exec(page)?.[1];
    if (command === undefined) wrong.push(`${path}: its page gives no command`);
    else tries(command, 'sh', ['-c', `${command} 2>&1`]);
  }

  // What the pack tells people to type does what it says.
  const steps = read('HOW-TO-CHECK.txt')
    .toString()
    .split(/\n(?=\d+\. )/)
    .slice(1);
  const said = steps.map((step) => {
    const command = step
      .split('\n')
      .filter((line) => line.startsWith('    '))
      .map((line) => line.slice(4))
      .join('\n');
    return tries(command, 'sh', ['-c', `${command} 2>&1`]) ?? '';
  });
  if (
    !said[0]
      .trim()
      .split('\n')
      .every((line) => line.endsWith(': OK'))
  )
    wrong.push(`step 1 says ${said[0]}`);
  const good = (said[2] ?? '').split('\n').filter((line) => line.startsWith('good '));
  if (good.length !== times.size) wrong.push(`step 3 says ${said[2]}`);

  const { orders, ...others } = counted;
  process.stdout.write(
    `${JSON.stringify({ files: all.length, signed: times.size, notRevoked, lists: lists.length, orders: orders.size, ...others, steps: steps.length, wrong })}\n`,
  );
} finally {
  rmSync(dir, { recursive: true });
}
process.exitCode = wrong.length > 0 ? 1 : 0;
