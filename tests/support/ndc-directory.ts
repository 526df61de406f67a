import { Zip, ZipDeflate } from 'fflate';

/** A product as the FDA's files describe it. */
export interface ListedRow {
  /** As the FDA writes it: `0406-8552`. */
  readonly productNdc: string;
  readonly type?: string;
  readonly name: string;
  readonly generic: string;
  readonly form: string;
  readonly route?: string;
  readonly substances: string;
  readonly strengths: string;
  readonly units: string;
  readonly schedule: string;
  readonly packages: readonly { readonly code: string; readonly description: string }[];
}

export interface Layout {
  readonly delimiter: string;
  readonly lineEnd: string;
  /** Quotes every field, not only those that need it. */
  readonly quoteAll: boolean;
  readonly encoding: 'utf-8' | 'windows-1252';
  /** Puts columns in another order. */
  readonly rotate: number;
}

export const plainLayout: Layout = {
  delimiter: '\t',
  lineEnd: '\r\n',
  quoteAll: false,
  encoding: 'windows-1252',
  rotate: 0,
};

const PRODUCT_COLUMNS: readonly (readonly [string, (row: ListedRow) => string])[] = [
  ['PRODUCTID', ({ productNdc }) => `${productNdc}_4322f73b-3cb5-4e67-a909-0725bbe666c3`],
  ['PRODUCTNDC', ({ productNdc }) => productNdc],
  ['PRODUCTTYPENAME', ({ type }) => type ?? 'HUMAN PRESCRIPTION DRUG'],
  ['PROPRIETARYNAME', ({ name }) => name],
  ['PROPRIETARYNAMESUFFIX', () => ''],
  ['NONPROPRIETARYNAME', ({ generic }) => generic],
  ['DOSAGEFORMNAME', ({ form }) => form],
  ['ROUTENAME', ({ route }) => route ?? 'ORAL'],
  ['STARTMARKETINGDATE', () => '20120602'],
  ['ENDMARKETINGDATE', () => ''],
  ['MARKETINGCATEGORYNAME', () => 'ANDA'],
  ['APPLICATIONNUMBER', () => 'ANDA021427'],
  ['LABELERNAME', () => 'Sample Laboratories, Inc.'],
  ['SUBSTANCENAME', ({ substances }) => substances],
  ['ACTIVE_NUMERATOR_STRENGTH', ({ strengths }) => strengths],
  ['ACTIVE_INGRED_UNIT', ({ units }) => units],
  ['PHARM_CLASSES', () => 'Opioid Agonist [EPC],Full Opioid Agonists [MoA]'],
  ['DEASCHEDULE', ({ schedule }) => schedule],
  ['NDC_EXCLUDE_FLAG', () => 'N'],
  ['LISTING_RECORD_CERTIFIED_THROUGH', () => '20271231'],
];
type PackageRow = ListedRow & { readonly code: string; readonly description: string };
const PACKAGE_COLUMNS: readonly (readonly [string, (row: PackageRow) => string])[] = [
  ['PRODUCTID', ({ productNdc }) => `${productNdc}_4322f73b-3cb5-4e67-a909-0725bbe666c3`],
  ['PRODUCTNDC', ({ productNdc }) => productNdc],
  ['NDCPACKAGECODE', ({ code }) => code],
  ['PACKAGEDESCRIPTION', ({ description }) => description],
  ['STARTMARKETINGDATE', () => '20120602'],
  ['ENDMARKETINGDATE', () => ''],
  ['NDC_EXCLUDE_FLAG', () => 'N'],
  ['SAMPLE_PACKAGE', () => 'N'],
];

export function productText(rows: readonly ListedRow[], layout = plainLayout): Uint8Array<ArrayBuffer> {
  return tableOf(PRODUCT_COLUMNS, rows, layout);
}

export function packageText(rows: readonly ListedRow[], layout = plainLayout): Uint8Array<ArrayBuffer> {
  const packages = rows.flatMap((row) => row.packages.map((pack) => ({ ...row, ...pack })));
  return tableOf(PACKAGE_COLUMNS, packages, layout);
}

function tableOf<Row>(
  columns: readonly (readonly [string, (row: Row) => string])[],
  rows: readonly Row[],
  { delimiter, lineEnd, quoteAll, encoding, rotate }: Layout,
): Uint8Array<ArrayBuffer> {
  const at = rotate % columns.length;
  const turned = [...columns.slice(at), ...columns.slice(0, at)];
  const written = (field: string) =>
    quoteAll || field.includes(delimiter) || /["\r\n]/.test(field)
      ? `"${field.replaceAll('"', '""')}"`
      : field;
  const lines = [
    turned.map(([name]) => written(name)).join(delimiter),
    ...rows.map((row) => turned.map(([, value]) => written(value(row))).join(delimiter)),
  ];
  const text = lines.join(lineEnd) + lineEnd;
  return encoding === 'utf-8' ? new TextEncoder().encode(text) : latin1(text);
}

/** windows-1252 and Latin-1 agree on the letters that names of firms have. */
function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

export function zipOf(members: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    parts.push(data);
  });
  for (const [name, bytes] of Object.entries(members)) {
    const member = new ZipDeflate(name);
    zip.add(member);
    member.push(bytes, true);
  }
  zip.end();
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const oxycodoneRow: ListedRow = {
  productNdc: '0406-8552',
  name: 'Oxycodone Hydrochloride',
  generic: 'Oxycodone Hydrochloride',
  form: 'TABLET',
  substances: 'OXYCODONE HYDROCHLORIDE',
  strengths: '10',
  units: 'mg/1',
  schedule: 'CII',
  packages: [
    { code: '0406-8552-01', description: '100 TABLET in 1 BOTTLE (0406-8552-01)' },
    {
      code: '0406-8552-62',
      description: '10 BLISTER PACK in 1 CARTON (0406-8552-62)  / 10 TABLET in 1 BLISTER PACK',
    },
  ],
};
