import type { Directory, ShelvedList } from '@/lib/archive';
import { CountersignError, type Fault } from '@/lib/base';
import type { Certificate } from '@/lib/pki';
import { certificateOf, chainOf, rootsOf } from '../stored-certificates';
import { situation } from '../context';
import type { Desk } from '../desk';
import type { DeskPorts } from '../ports';
import type { CrlStore } from './crl-store';
import { isFetchable } from './fetch-list';
import { formatListNumber } from './format-list-number';
import { judgeCertificate } from './judge-certificate';
import { readListFile } from './read-list-file';
import { shelveList } from './shelve-list';
import { isCurrent } from './timeliness';
import type { CaListsView, CertificateStatus, ListView } from './views';

export function listCases(
  ports: DeskPorts,
  crls: CrlStore,
): Pick<Desk, 'revocation' | 'fetchLists' | 'importList'> {
  const { archive, clock } = ports;

  return {
    async revocation() {
      const { directory, zone } = await situation(ports);
      const shelved = await archive.lists.all();
      const status: Record<string, CertificateStatus> = {};
      for (const known of directory.certificates)
        status[known.sha256] = (
          await judgeCertificate({ ports, directory, crls, mayFetch: false }, known)
        ).status;
      const issued = issuedCertificates(directory);
      const issuers = [...new Set([...issued.map(({ issuer }) => issuer), ...shelved.map((l) => l.issuer)])];
      const cas = await Promise.all(
        issuers.map((issuer) =>
          caView(ports, directory, {
            issuer,
            issued: issued.filter((one) => one.issuer === issuer),
            shelved: shelved.filter((list) => list.issuer === issuer),
          }),
        ),
      );
      return { cas, status, zone };
    },

    async fetchLists(issuer) {
      const all = issuedCertificates(await archive.directory());
      const wanted = issuer === undefined ? all : all.filter((one) => one.issuer === issuer);
      const findings = await crls.fetchFor(wanted, { again: true });
      return findings.map(({ code, params }): Fault => ({ code, params }));
    },

    async importList({ name, bytes }) {
      const { person, directory } = await situation(ports);
      if (!person) throw new CountersignError('people/nobody-signed-in');
      const source = { kind: 'imported', who: person.id, file: name } as const;
      const list = await shelveList(ports, readListFile(bytes), { source });
      return listView(list, directory, clock.now());
    },
  };
}

/** Certificates whose status is asked for: the known ones and their CAs, without roots, which nobody can revoke by a list. */
export function issuedCertificates(directory: Directory): readonly Certificate[] {
  const all = directory.certificates.flatMap((known) => [certificateOf(known), ...chainOf(known)]);
  const issued = all.filter(({ subject, issuer }) => subject !== issuer);
  return [...new Map(issued.map((one) => [one.sha256, one])).values()];
}

interface Ca {
  readonly issuer: string;
  readonly issued: readonly Certificate[];
  readonly shelved: readonly ShelvedList[];
}

async function caView(
  { listHosts, clock }: DeskPorts,
  directory: Directory,
  { issuer, issued, shelved }: Ca,
): Promise<CaListsView> {
  const urls = [...new Set(issued.flatMap(({ crlUrls }) => crlUrls))];
  const origins = [...new Set(urls.filter(isFetchable).map((url) => new URL(url).origin))];
  const hosts = await Promise.all(
    origins.map(async (origin) => ({ origin, allowed: await listHosts.mayFetch(origin) })),
  );
  const known = [...rootsOf(directory), ...directory.certificates.flatMap(chainOf)];
  return {
    issuer,
    name: known.find(({ subject }) => subject === issuer)?.commonName || issuer,
    lists: shelved.map((list) => listView(list, directory, clock.now())),
    hosts,
    unfetchable: urls.filter((url) => !isFetchable(url)),
  };
}

function listView(list: ShelvedList, { people }: Directory, now: number): ListView {
  const { source } = list;
  return {
    scope: list.scope,
    number: formatListNumber(list.number),
    issuedAt: list.thisUpdate,
    endsAt: list.nextUpdate,
    isCurrent: isCurrent(list, now),
    fetchedAt: list.fetchedAt,
    source:
      source.kind === 'fetched'
        ? { kind: 'fetched', host: new URL(source.url).host }
        : { ...source, who: people.find(({ id }) => id === source.who)?.name ?? source.who },
  };
}
