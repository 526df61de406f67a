import {
  finding,
  limits,
  parseDeaNumber,
  parseNdc,
  parsePlainDate,
  type Finding,
  type PlainDate,
} from '@/lib/base';
import { isPackageSize } from '../check-line';
import { hasHiddenCharacters } from '../hidden-characters';
import type { BesideLine, BesideRecord } from './record';

function checkLine(line: BesideLine): Finding[] {
  const at = (name: string) => ({
    field: `lines.${line.lineNumber}.${name}`,
    params: { line: line.lineNumber },
  });
  const findings: Finding[] = [];
  if (line.name.trim() === '' && line.ndc11 === null)
    findings.push(finding('blocks', 'order/line-product-missing', at('name')));
  if (line.ndc11 !== null && parseNdc(line.ndc11) !== line.ndc11)
    findings.push(
      finding('blocks', 'order/line-ndc-malformed', {
        field: at('ndc11').field,
        params: { line: line.lineNumber, value: line.ndc11 },
      }),
    );
  if (line.packageSize !== null && !isPackageSize(line.packageSize))
    findings.push(
      finding('blocks', 'order/line-package-size-invalid', {
        field: at('packageSize').field,
        params: { line: line.lineNumber, value: String(line.packageSize) },
      }),
    );
  const { packages, looseUnits } = line;
  const isCount = Number.isInteger(packages) && packages >= 0 && packages <= limits.packagesMax;
  const areUnits = Number.isFinite(looseUnits) && looseUnits >= 0 && looseUnits <= limits.packageSizeMax;
  if (!isCount || !areUnits || packages + looseUnits === 0)
    findings.push(
      finding('blocks', 'record/quantity-invalid', {
        field: at('packages').field,
        params: { line: line.lineNumber, value: `${packages} + ${looseUnits}` },
      }),
    );
  return findings;
}

/**
 * What keeps a record from being entered: only what can't be written down. That something happened too late, or without the
 * papers that it needed, is a fact, and flagged by the fold instead.
 */
export function checkRecord(record: BesideRecord, today: PlainDate): Finding[] {
  const findings: Finding[] = [];
  if (parsePlainDate(record.date) === null || record.date > today)
    findings.push(
      finding('blocks', 'record/date-in-future', { field: 'date', params: { date: record.date } }),
    );
  const other = record.other?.deaNumber ?? null;
  if (other !== null && other.trim() !== '' && parseDeaNumber(other) === null)
    findings.push(
      finding('blocks', 'order/supplier-dea-invalid', { field: 'other', params: { value: other } }),
    );
  if (record.lines.length === 0) findings.push(finding('blocks', 'record/no-lines', { field: 'lines' }));
  const texts = [record.other?.name, record.reference, record.note, ...record.lines.map(({ name }) => name)];
  if (texts.some((text) => hasHiddenCharacters(text ?? '')))
    findings.push(finding('blocks', 'record/hidden-characters', { field: 'lines' }));
  return [...findings, ...record.lines.flatMap(checkLine)];
}
