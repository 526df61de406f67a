import { readAltNames, type GeneralName } from '../certificate/general-name';
import { readNameConstraints } from '../certificate/name-constraints';
import { x509Of } from '../certificate/x509';
import { oids } from '../oids';
import type { Certificate } from '../types';
import { isSelfIssued, type Judging } from './judging';
import { isSameForm, isWithin, wordsOf } from './name-within';

/** Names times subtrees that are compared on one path: a crafted chain could hold thousands of each. */
const MAX_COMPARISONS = 250_000;

/** RFC 5280 6.1.3 (b), (c), 6.1.4 (g), and the trust anchor's constraints too. */
export function judgeNames(judging: Judging): void {
  // One list of permitted subtrees for each CA that has any: a name must be within each of them.
  const permitted: (readonly GeneralName[])[] = [];
  const excluded: GeneralName[] = [];
  let comparisons = 0;
  for (const certificate of judging.down) {
    const constrained = permitted.length > 0 || excluded.length > 0;
    const exempt = certificate !== judging.leaf && isSelfIssued(certificate);
    if (constrained && certificate !== judging.anchor && !exempt) {
      const names = namesOf(judging, certificate);
      comparisons += names.length * (excluded.length + permitted.reduce((sum, set) => sum + set.length, 0));
      if (comparisons > MAX_COMPARISONS)
        return judging.object(certificate, 'certificate/malformed', { detail: 'too many names' });
      for (const name of names) {
        if (!isAllowed(name, permitted, excluded))
          judging.object(certificate, 'certificate/name-not-permitted', { name: wordsOf(name) });
      }
    }
    const constraints = judging.read(certificate, oids.nameConstraints, readNameConstraints);
    if (constraints && constraints.permitted.length > 0) permitted.push(constraints.permitted);
    for (const subtree of constraints?.excluded ?? []) excluded.push(subtree);
  }
}

function isAllowed(
  name: GeneralName,
  permitted: readonly (readonly GeneralName[])[],
  excluded: readonly GeneralName[],
): boolean {
  if (excluded.some((subtree) => isSameForm(name, subtree) && isWithin(name, subtree, 'excluded')))
    return false;
  return permitted.every((set) => {
    const sameForm = set.filter((subtree) => isSameForm(name, subtree));
    return sameForm.length === 0 || sameForm.some((subtree) => isWithin(name, subtree, 'permitted'));
  });
}

/** What constraints apply to: the subject, alternative names, and a subject's e-mail where no other stands (4.2.1.10). */
function namesOf(judging: Judging, certificate: Certificate): GeneralName[] {
  const { subject } = x509Of(certificate);
  const names = [...(judging.read(certificate, oids.subjectAltName, readAltNames) ?? [])];
  if (!names.some(({ form }) => form === 'email')) {
    for (const { oid, value } of subject.attributes)
      if (oid === oids.emailAddress) names.push({ form: 'email', text: value });
  }
  if (subject.rdns.length > 0) names.push({ form: 'directory', name: subject });
  return names;
}
