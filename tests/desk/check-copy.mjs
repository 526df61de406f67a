// What anyone can do with a copy of the archive: Node's own modules and OpenSSL, nothing of Countersign.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [, , dir, root] = process.argv;

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

const fail = (why) => {
  console.log(JSON.stringify({ ok: false, why }));
  process.exit(0);
};

let records = 0;
const ends = new Map();
for (const chain of readdirSync(join(dir, 'events')).sort()) {
  let [seq, prev] = [0, '0'.repeat(64)];
  for (const file of readdirSync(join(dir, 'events', chain)).sort()) {
    for (const line of readFileSync(join(dir, 'events', chain, file), 'utf8')
      .trimEnd()
      .split('\n')) {
      const { hash, ...rest } = JSON.parse(line);
      // Of people's records the PIN is withheld: they hold in the chain by their links alone.
      const isWhole = rest.withheld === undefined;
      const sum = isWhole ? createHash('sha256').update(canonical(rest)).digest('hex') : hash;
      if (!isWhole && (rest.type !== 'person.set' || line.includes('"pin"')))
        fail(`${chain}/${file}: withheld`);
      if (sum !== hash || rest.prev !== prev || rest.seq !== seq + 1)
        fail(`${chain}/${file}: ${String(rest.seq)}`);
      [seq, prev] = [rest.seq, hash];
      records++;
      ends.set(`${rest.registrant}/${rest.station}`, { seq, hash });
    }
  }
}
for (const { registrant, station, seq, hash } of JSON.parse(readFileSync(join(dir, 'heads.json'), 'utf8'))
  .chains) {
  const end = ends.get(`${registrant}/${station}`);
  if (end?.seq !== seq || end.hash !== hash) fail(`heads.json: ${station}`);
}
// What the README tells anyone to type, as it is printed there.
const lines = readFileSync(join(dir, 'README.txt'), 'utf8').split('\n');
const told = lines.find((line) => line.startsWith('  openssl ')) ?? fail('README.txt: no openssl line');
const typed = (year, file) =>
  told.trim().replace('YEAR', year).replace('NUMBER.p7m', file).split(/\s+/).slice(1);

let signed = 0;
const years = existsSync(join(dir, 'signed')) ? readdirSync(join(dir, 'signed')) : [];
for (const year of years) {
  for (const file of readdirSync(join(dir, 'signed', year))) {
    const message = join(dir, 'signed', year, file);
    const options = ['-CAfile', root, '-purpose', 'any', '-no_check_time', '-binary', '-out', '/dev/null'];
    execFileSync('openssl', ['cms', '-verify', '-inform', 'DER', '-in', message, ...options], {
      stdio: 'pipe',
    });
    const said = execFileSync('openssl', typed(year, file), { cwd: dir, stdio: 'pipe' });
    if (!said.toString('latin1').includes(file.slice(0, 9))) fail(`README.txt: ${file} isn’t shown`);
    signed++;
  }
}
console.log(JSON.stringify({ ok: true, records, signed }));
