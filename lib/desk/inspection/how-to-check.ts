import { say } from '@/lib/words';
import { html, preformatted } from './html';
import { pageHtml } from './page-html';

const SECOND = 1000;

/** When a certificate has to have been good, as OpenSSL takes it. */
export function attime(signedAt: number): number {
  return Math.floor(signedAt / SECOND);
}

/** Verifies one order from the pack's folder, as of its signing: certificates end, signatures that were made before don't. */
export function checkOneCommand(path: string, signedAt: number): string {
  return `openssl cms -verify -inform DER -in ${path} -CAfile certificates/trusted-roots.pem -purpose any -attime ${attime(signedAt)} -binary -out signed-order.txt`;
}

const ROOTS = `for root in certificates/root-*.pem; do
  openssl x509 -in "$root" -noout -subject -fingerprint -sha256
done`;

const LOOP = `while read -r seconds file lists; do
  if openssl cms -verify -inform DER -in "$file" -CAfile certificates/trusted-roots.pem -purpose any -attime "$seconds" -binary -out /dev/null 2>/dev/null
  then echo "good $file"; else echo "NOT GOOD $file"; fi
done < certificates/signatures.txt`;

const LISTS = `for list in revocation-lists/*.pem; do
  openssl crl -in "$list" -CAfile certificates/all-authorities.pem -noout -issuer -crlnumber -lastupdate -nextupdate
done`;

const WITH_LISTS = `while read -r seconds file lists; do
  cat certificates/trusted-roots.pem $lists > roots-and-lists.pem
  if openssl cms -verify -inform DER -in "$file" -CAfile roots-and-lists.pem -crl_check_all -purpose any -attime "$seconds" -binary -out /dev/null 2>/dev/null
  then echo "not revoked $file"; else echo "ask a list of that day $file"; fi
done < certificates/signatures.txt`;

/** What to do, in the order in which it is done: heading, why, and the very commands. */
export function checkSteps(hasSignatures: boolean, hasLists: boolean) {
  const files = {
    title: say('pack.check.files'),
    why: [say('pack.check.files-why')],
    run: 'sha256sum -c SHA256SUMS.txt',
    also: say('pack.check.files-else'),
  };
  const roots = {
    title: say('pack.check.roots'),
    why: [say('pack.check.roots-why')],
    run: ROOTS,
    also: null,
  };
  const orders = {
    title: say('pack.check.orders'),
    why: [say('pack.check.orders-why'), say('pack.check.orders-time')],
    run: LOOP,
    also: say('pack.check.orders-read'),
  };
  const lists = {
    title: say('pack.check.lists'),
    why: [say('pack.check.lists-why')],
    run: LISTS,
    also: null,
  };
  const revoked = {
    title: say('pack.check.revoked'),
    why: [say('pack.check.revoked-why')],
    run: WITH_LISTS,
    also: say('pack.check.revoked-else'),
  };
  return [
    files,
    ...(hasSignatures ? [roots, orders] : []),
    ...(hasSignatures && hasLists ? [lists, revoked] : []),
  ];
}

type Steps = ReturnType<typeof checkSteps>;

export function howToCheckText(steps: Steps): string {
  const told = steps.map(({ title, why, run, also }, at) =>
    [
      `${at + 1}. ${title}`,
      ...why,
      '',
      ...run.split('\n').map((line) => `    ${line}`),
      ...(also === null ? [] : ['', also]),
    ].join('\n'),
  );
  return `${[say('pack.check.title'), say('pack.check.lead'), ...told].join('\n\n')}\n`;
}

export function howToCheckPage(steps: Steps): string {
  return pageHtml(say('pack.check.title'), [
    html`<p class="kind"><a href="index.html">${say('pack.back')}</a></p>
      <h1>${say('pack.check.title')}</h1>
      <p>${say('pack.check.lead')}</p>`,
    steps.map(
      ({ title, why, run, also }, at) =>
        html`<h2>${at + 1}. ${title}</h2>
          ${why.map((one) => html`<p>${one}</p>`)}
          <pre>${preformatted(run)}</pre>
          ${also === null ? null : html`<p>${also}</p>`}`,
    ),
  ]);
}
