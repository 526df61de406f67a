import type { PortalProfile } from '../profile';
import type { ColumnRule, ReadingRules, ValueRule } from '../rules';

type Labels = Readonly<Record<string, string>>;

const column = (header: string): ColumnRule => ({ header, path: null, index: null });
const value = (label: string): ValueRule => ({ label, selector: null });

interface Described {
  readonly id: string;
  readonly name: string;
  readonly hosts: readonly string[];
  readonly frames?: readonly string[];
  /** Normalised labels over its columns, by field of a line. */
  readonly columns?: Labels;
  /** Normalised labels beside its values, by field of the page. */
  readonly values?: Labels;
}

/**
 * A portal that signs by itself, as far as public help pages and code show it. DEA numbers and addresses differ by
 * distribution centre: each pharmacy adds its own. Unverified until a person has seen that it is read right.
 */
export function portal({ id, name, hosts, frames, columns = {}, values = {} }: Described): PortalProfile {
  const by = <T>(labels: Labels, rule: (label: string) => T) =>
    Object.fromEntries(Object.entries(labels).map(([field, label]) => [field, rule(label)]));
  const reading: ReadingRules = {
    lines: { columns: by(columns, column) },
    page: by(values, value),
  };
  return {
    id,
    hosts,
    supplier: {
      name,
      deaNumber: null,
      address: { street: null, street2: null, city: null, state: null, postalCode: null },
    },
    mode: 'companion',
    ...(frames ? { frames } : {}),
    reading,
    verified: false,
    origin: 'built-in',
  };
}
