/** What of a certificate below the trust anchor bears on policies. */
export interface ModelCertificate {
  readonly policies: readonly string[] | null;
  readonly mappings: readonly (readonly [string, string])[];
  readonly requireExplicit: number | null;
  readonly inhibitMapping: number | null;
  readonly inhibitAny: number | null;
  readonly selfIssued: boolean;
}

export interface ModelInput {
  readonly policies: readonly string[];
  readonly explicitPolicy: boolean;
  readonly inhibitMapping: boolean;
  readonly inhibitAny: boolean;
}

interface Node {
  readonly depth: number;
  readonly policy: string;
  expected: readonly string[];
  readonly parent: Node | null;
}

const ANY = '2.5.29.32.0';

/**
 * The valid_policy_tree of RFC 5280 6.1, step by step as it is written there, exponential and all: what the product's graph is
 * compared with. Answers whether policies hold and the user-constrained-policy-set.
 */
export function policyTree(
  path: readonly ModelCertificate[],
  input: ModelInput,
): { valid: boolean; satisfied: readonly string[] } {
  const n = path.length;
  let tree: Node[] = [{ depth: 0, policy: ANY, expected: [ANY], parent: null }];
  let explicit = input.explicitPolicy ? 0 : n + 1;
  let mapping = input.inhibitMapping ? 0 : n + 1;
  let any = input.inhibitAny ? 0 : n + 1;
  const at = (depth: number) => tree.filter((node) => node.depth === depth);
  const grow = (parent: Node, policy: string, expected: readonly string[] = [policy]) =>
    tree.push({ depth: parent.depth + 1, policy, expected, parent });
  const childrenOf = (node: Node) => tree.filter(({ parent }) => parent === node);
  /** Nodes above `depth` that lead nowhere. */
  const prune = (depth: number) => {
    for (let bare = 1; bare > 0;) {
      const before = tree.length;
      tree = tree.filter((node) => node.depth >= depth || childrenOf(node).length > 0);
      bare = before - tree.length;
    }
  };

  for (const [index, one] of path.entries()) {
    const i = index + 1;
    if (one.policies === null) tree = [];
    else {
      for (const policy of one.policies.filter((id) => id !== ANY)) {
        const parents = at(i - 1).filter(({ expected }) => expected.includes(policy));
        for (const parent of parents) grow(parent, policy);
        if (parents.length === 0)
          for (const parent of at(i - 1).filter((node) => node.policy === ANY)) grow(parent, policy);
      }
      if (one.policies.includes(ANY) && (any > 0 || (i < n && one.selfIssued))) {
        for (const parent of at(i - 1)) {
          for (const policy of parent.expected)
            if (!childrenOf(parent).some((child) => child.policy === policy)) grow(parent, policy);
        }
      }
      prune(i);
    }
    if (explicit === 0 && tree.length === 0) return { valid: false, satisfied: [] };
    if (i === n) break;
    for (const source of new Set(one.mappings.map(([from]) => from))) {
      const targets = one.mappings.filter(([from]) => from === source).map(([, to]) => to);
      const nodes = at(i).filter(({ policy }) => policy === source);
      if (mapping > 0) {
        for (const node of nodes) node.expected = targets;
        const anyNode = at(i).find(({ policy }) => policy === ANY);
        if (nodes.length === 0 && anyNode?.parent) grow(anyNode.parent, source, targets);
      } else {
        tree = tree.filter((node) => !nodes.includes(node));
        prune(i);
      }
    }
    if (!one.selfIssued)
      [explicit, mapping, any] = [explicit, mapping, any].map((k) => Math.max(0, k - 1)) as [
        number,
        number,
        number,
      ];
    explicit = Math.min(explicit, one.requireExplicit ?? Infinity);
    mapping = Math.min(mapping, one.inhibitMapping ?? Infinity);
    any = Math.min(any, one.inhibitAny ?? Infinity);
  }

  if (explicit > 0) explicit--;
  if (path.at(-1)?.requireExplicit === 0) explicit = 0;
  const domain = () => tree.filter(({ parent }) => parent?.policy === ANY);
  const anyHolds = at(n).some(({ policy }) => policy === ANY);
  if (!input.policies.includes(ANY)) {
    const dropped = new Set(
      domain().filter(({ policy }) => policy !== ANY && !input.policies.includes(policy)),
    );
    for (let more = true; more;) {
      const below = tree.filter((node) => node.parent && dropped.has(node.parent) && !dropped.has(node));
      for (const node of below) dropped.add(node);
      more = below.length > 0;
    }
    tree = tree.filter((node) => !dropped.has(node));
    const last = at(n).find(({ policy }) => policy === ANY);
    if (last?.parent) {
      const named = new Set(domain().map(({ policy }) => policy));
      for (const policy of input.policies) if (!named.has(policy)) grow(last.parent, policy);
      tree = tree.filter((node) => node !== last);
    }
    prune(n);
  }
  if (explicit === 0 && tree.length === 0) return { valid: false, satisfied: [] };
  const held = new Set(
    domain()
      .map(({ policy }) => policy)
      .filter((policy) => policy !== ANY),
  );
  if (anyHolds && input.policies.includes(ANY)) held.add(ANY);
  return { valid: true, satisfied: [...held].sort() };
}
