import { oids } from '../oids';

interface Node {
  readonly policy: string;
  /** What satisfies it one certificate further down. */
  expected: ReadonlySet<string>;
  readonly parents: readonly Node[];
}

/**
 * The valid policies of a path as RFC 9618 keeps them: the tree of RFC 5280 6.1.2 (a) with nodes of equal policy and depth
 * made one. So it grows with the certificates' sizes alone, where the tree could be made to double with every certificate.
 */
export class PolicyGraph {
  /** Changed in place where a certificate maps: it may map as many policies as it carries. */
  #level = new Map<string, Node>([
    [oids.anyPolicy, { policy: oids.anyPolicy, expected: new Set([oids.anyPolicy]), parents: [] }],
  ]);

  get isEmpty(): boolean {
    return this.#level.size === 0;
  }

  /** RFC 5280 6.1.3 (d), (e): one certificate further, which carries `policies` (none: nothing is valid any more). */
  descend(policies: readonly string[], anyCounts: boolean): void {
    const above = this.#byExpected();
    const aboveAny = this.#level.get(oids.anyPolicy);
    const level = new Map<string, Node>();
    const add = (policy: string, parents: readonly Node[]) =>
      level.set(policy, { policy, expected: new Set([policy]), parents });
    for (const policy of policies) {
      if (policy === oids.anyPolicy) continue;
      const parents = above.get(policy) ?? (aboveAny ? [aboveAny] : []);
      if (parents.length > 0) add(policy, parents);
    }
    if (anyCounts && policies.includes(oids.anyPolicy)) {
      for (const [policy, parents] of above) if (!level.has(policy)) add(policy, parents);
    }
    this.#level = level;
  }

  /** RFC 5280 6.1.4 (b)(1): `source` is called any of `targets` from here on. */
  map(source: string, targets: ReadonlySet<string>): void {
    const node = this.#level.get(source);
    if (node) node.expected = targets;
    const any = this.#level.get(oids.anyPolicy);
    if (!node && any) this.#level.set(source, { policy: source, expected: targets, parents: any.parents });
  }

  /** RFC 5280 6.1.4 (b)(2): mapping is inhibited, so whatever would be mapped ends here. */
  drop(source: string): void {
    this.#level.delete(source);
  }

  /**
   * The user-constrained-policy-set: policies, as the trust anchor calls them, that hold down to the last certificate and
   * that the user accepts (RFC 5280 6.1.5 g).
   */
  satisfied(accepted: readonly string[]): readonly string[] {
    const found = new Set<string>();
    const seen = new Set<Node>();
    const pending = [...this.#level.values()];
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      const isDomain = node.parents.some(({ policy }) => policy === oids.anyPolicy);
      if (node.policy !== oids.anyPolicy && isDomain) found.add(node.policy);
      else if (node.policy !== oids.anyPolicy) for (const parent of node.parents) pending.push(parent);
    }
    const anyHolds = this.#level.has(oids.anyPolicy);
    if (accepted.includes(oids.anyPolicy)) return [...found, ...(anyHolds ? [oids.anyPolicy] : [])].sort();
    return [...new Set(accepted)].filter((policy) => anyHolds || found.has(policy)).sort();
  }

  #byExpected(): ReadonlyMap<string, readonly Node[]> {
    const found = new Map<string, Node[]>();
    for (const node of this.#level.values()) {
      for (const policy of node.expected) {
        const nodes = found.get(policy);
        if (nodes) nodes.push(node);
        else found.set(policy, [node]);
      }
    }
    return found;
  }
}
