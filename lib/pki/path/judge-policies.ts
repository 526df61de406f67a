import {
  readInhibitAny,
  readPolicies,
  readPolicyConstraints,
  readPolicyMappings,
  type PolicyMapping,
} from '../certificate/policy-extensions';
import { oids } from '../oids';
import type { Certificate } from '../types';
import { isSelfIssued, type Judging } from './judging';
import { PolicyGraph } from './policy-graph';

/** Certificates that may still come before a rule takes hold (RFC 5280 6.1.2 d–f). */
interface Counters {
  explicit: number;
  mapping: number;
  any: number;
}

/** RFC 5280 6.1.3 (d)–(f), 6.1.4 (a), (b), (h)–(j), 6.1.5 (a), (b), (g). Answers the user-constrained-policy-set. */
export function judgePolicies(judging: Judging): readonly string[] {
  const { explicitPolicy, inhibitMapping, inhibitAny, policies } = judging.input;
  const below = judging.down.slice(1);
  const start = (set: boolean | undefined) => (set ? 0 : below.length + 1);
  const counters = {
    explicit: start(explicitPolicy),
    mapping: start(inhibitMapping),
    any: start(inhibitAny),
  };
  constrain(judging, judging.anchor, counters);

  const graph = new PolicyGraph();
  for (const [i, certificate] of below.entries()) {
    const isLast = i === below.length - 1;
    const selfIssued = isSelfIssued(certificate);
    const own = judging.read(certificate, oids.certificatePolicies, readPolicies);
    graph.descend(own ?? [], counters.any > 0 || (!isLast && selfIssued));
    if (counters.explicit <= 0 && graph.isEmpty) return unsatisfied(judging, certificate);
    const mappings = readMappings(judging, certificate);
    if (isLast) break;
    mapPolicies(mappings, graph, counters.mapping > 0);
    if (!selfIssued) {
      counters.explicit--;
      counters.mapping--;
      counters.any--;
    }
    constrain(judging, certificate, counters);
  }

  counters.explicit--;
  const last = judging.read(judging.leaf, oids.policyConstraints, readPolicyConstraints);
  if (last?.requireExplicit === 0) counters.explicit = 0;
  const satisfied = graph.satisfied(policies ?? [oids.anyPolicy]);
  if (counters.explicit <= 0 && satisfied.length === 0) return unsatisfied(judging, judging.leaf);
  return satisfied;
}

function constrain(judging: Judging, certificate: Certificate, counters: Counters): void {
  const constraints = judging.read(certificate, oids.policyConstraints, readPolicyConstraints);
  counters.explicit = Math.min(counters.explicit, constraints?.requireExplicit ?? Infinity);
  counters.mapping = Math.min(counters.mapping, constraints?.inhibitMapping ?? Infinity);
  const skip = judging.read(certificate, oids.inhibitAnyPolicy, readInhibitAny);
  counters.any = Math.min(counters.any, skip ?? Infinity);
}

/** No certificate may map anyPolicy, the last one neither (RFC 5280 4.2.1.5, 6.1.4 a). */
function readMappings(judging: Judging, certificate: Certificate): readonly PolicyMapping[] {
  const mappings = judging.read(certificate, oids.policyMappings, readPolicyMappings) ?? [];
  if (mappings.some(({ issuer, subject }) => issuer === oids.anyPolicy || subject === oids.anyPolicy))
    judging.object(certificate, 'certificate/policy-not-allowed');
  return mappings;
}

function mapPolicies(mappings: readonly PolicyMapping[], graph: PolicyGraph, allowed: boolean): void {
  const bySource = new Map<string, Set<string>>();
  for (const { issuer, subject } of mappings) {
    const targets = bySource.get(issuer) ?? new Set();
    bySource.set(issuer, targets.add(subject));
  }
  for (const [source, targets] of bySource) {
    if (allowed) graph.map(source, targets);
    else graph.drop(source);
  }
}

function unsatisfied(judging: Judging, certificate: Certificate): readonly string[] {
  judging.object(certificate, 'certificate/policy-not-allowed');
  return [];
}
