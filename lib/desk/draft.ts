import { parseNdc } from '@/lib/base';
import { recogniseProduct, type ProductText } from '@/lib/drugs';
import type { DraftLine, DraftParty, OrderDraft } from '@/lib/order';
import type { AskedOfUs } from './page-question';
import {
  parsePackages,
  SURE,
  type Evidence,
  type PortalProfile,
  type SeenLine,
  type SeenPage,
} from '@/lib/portal';

const NO_ADDRESS = { street: null, street2: null, city: null, state: null, postalCode: null } as const;

/** An order as a page shows it: text made into drugs and numbers, gaps left open, doubts named. */
export function draftFromPage(
  page: SeenPage,
  supplier: PortalProfile | null,
  purchaser: DraftParty,
): OrderDraft {
  return {
    // Another order's number may stand on a page, too: what isn't sure to be this one's is none.
    number: page.orderNumber && page.orderNumber.confidence >= SURE ? page.orderNumber.text : null,
    date: null,
    supplier: supplier?.supplier ?? {
      name: page.supplierName?.text ?? null,
      deaNumber: page.supplierDea?.text ?? null,
      address: NO_ADDRESS,
    },
    purchaser: page.purchaserDea ? { ...purchaser, deaNumber: page.purchaserDea.text } : purchaser,
    ...(supplier && page.supplierDea
      ? {
          supplierSeen: {
            deaNumber: page.supplierDea.text,
            sure: page.supplierDea.confidence >= SURE,
          },
        }
      : {}),
    ...(page.missing ? { missing: page.missing } : {}),
    lines: page.lines.map((line, index) => lineFromPage(line, index + 1)),
  };
}

/** An order as a site hands it over through the page API. */
export function draftFromApi(
  { order, number, doubtful }: AskedOfUs,
  supplier: PortalProfile | null,
  purchaser: DraftParty,
): OrderDraft {
  return {
    number,
    date: null,
    supplier: supplier?.supplier ?? order.supplier,
    purchaser: { ...purchaser, deaNumber: order.purchaser.deaNumber },
    ...(supplier && order.supplier.deaNumber !== null
      ? { supplierSeen: { deaNumber: order.supplier.deaNumber, sure: true } }
      : {}),
    lines: order.lines.map((line, index) =>
      lineFromText(
        index + 1,
        {
          description: line.name,
          ndc: line.ndc,
          strength: line.strength,
          form: line.form,
          packageSize: line.packageSize === null ? null : String(line.packageSize),
          schedule: line.schedule,
        },
        { packages: line.packages, itemNumber: line.itemNumber, doubtful: doubtful[index] ?? [] },
      ),
    ),
  };
}

function lineFromPage(line: SeenLine, lineNumber: number): DraftLine {
  const text = (value: Evidence | null) => value?.text ?? null;
  const evidence = {
    name: line.description,
    ndc11: line.ndc,
    strength: line.strength,
    form: line.form,
    packageSize: line.packageSize,
    packages: line.packages,
    schedule: line.schedule,
  };
  const doubtful = (Object.keys(evidence) as (keyof typeof evidence)[]).filter(
    (field) => evidence[field] !== null && evidence[field].confidence < SURE,
  );
  return lineFromText(
    lineNumber,
    {
      description: line.description?.text ?? '',
      ndc: text(line.ndc),
      strength: text(line.strength),
      form: text(line.form),
      packageSize: text(line.packageSize),
      schedule: text(line.schedule),
    },
    {
      packages: line.packages && parsePackages(line.packages.text),
      itemNumber: text(line.itemNumber),
      doubtful,
    },
  );
}

function lineFromText(
  lineNumber: number,
  text: ProductText,
  more: Pick<DraftLine, 'packages' | 'itemNumber' | 'doubtful'>,
): DraftLine {
  const product = recogniseProduct(text);
  return {
    lineNumber,
    name: text.description,
    ndc11: product.ndc11 ?? (text.ndc === null ? null : parseNdc(text.ndc)),
    // Only what the page states enters the document: a strength worked out from the name stands in the name.
    strength: text.strength,
    form: text.form ?? product.form,
    packageSize: product.packageSize,
    // Page and product disagree: unknown until a person says which, since the certificate is judged by it (1311.55(c)).
    schedule: product.contradictions.includes('schedule') ? null : product.schedule,
    ...more,
    // A size found in the description is a guess until a person confirms it (1305.21(b)(8)).
    doubtful:
      product.packageSizeFrom === 'description'
        ? [...new Set([...more.doubtful, 'packageSize' as const])]
        : more.doubtful,
  };
}
