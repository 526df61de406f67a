import { useCallback, useRef, useState } from 'react';
import { CountersignError, legalDay, parsePlainDate, type DeaNumber } from '@/lib/base';
import type { PackFile, PackProgress } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { Check } from '../../ui/check';
import { FaultNotice } from '../../ui/fault-notice';
import { Progress } from '../../ui/progress';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { useLoaded } from '../../ui/use-loaded';
import { ActForm, type ActBy } from '../act/act-form';
import { periodOf, periods, type PeriodChoice } from './period-of';

interface InspectionFormProps {
  readonly onMade: (pack: PackProgress) => void;
  readonly onCancel: () => void;
}

/** Whose records of which days, and what is added; then who hands them over. */
export function InspectionForm({ onMade, onCancel }: InspectionFormProps) {
  const { desk, clock, chooseFile } = useServices();
  const found = useLoaded(useCallback(() => desk.registrants(), [desk]));
  const locations = found.phase === 'ready' ? found.value : [];
  const [location, setLocation] = useState<DeaNumber | ''>('');
  const [choice, setChoice] = useState<PeriodChoice>('two-years');
  const [own, setOwn] = useState({ from: '', to: '' });
  const [withSom, setWithSom] = useState(false);
  const [withStaff, setWithStaff] = useState(false);
  const [checked, setChecked] = useState(false);
  const [progress, setProgress] = useState<PackProgress | null>(null);
  const [running, setRunning] = useState<AbortController | null>(null);
  const [stopping, setStopping] = useState(false);
  const last = useRef<PackProgress | null>(null);

  const chosen =
    locations.find(({ deaNumber }) => deaNumber === location) ??
    locations.find(({ isChosen }) => isChosen) ??
    (locations.length === 1 ? locations[0] : undefined);
  const days =
    choice === 'own'
      ? { from: parsePlainDate(own.from), to: parsePlainDate(own.to) }
      : periodOf(choice, legalDay(clock.now(), chosen?.zone ?? 'UTC'));
  const isPeriod = days.from !== null && days.to !== null && days.from <= days.to;

  const make = async ({ personId, pin }: ActBy): Promise<void | false> => {
    const { from, to } = days;
    if (!chosen || from === null || to === null) return false;
    const sink = await chooseFile(`inspection-${chosen.deaNumber}-${from}-to-${to}.zip`);
    // Not chosen is not failed: what was entered stays.
    if (!sink) return false;
    const abort = new AbortController();
    setRunning(abort);
    let pack: PackFile | null = null;
    try {
      pack = await desk.inspectionPack(
        {
          // Each try is a pack of its own, and recorded by its own manifest.
          ...{ commandId: crypto.randomUUID(), personId, pin, registrant: chosen.deaNumber, from, to },
          ...{ withSom, withStaff },
        },
        (now) => {
          last.current = now;
          setProgress(now);
        },
        abort.signal,
      );
      await sink(pack.stream);
    } catch (error) {
      // Where a file becomes a download, the browser tells that reading failed, not why.
      const fault = pack?.fault();
      throw fault ? new CountersignError(fault.code, fault.params, { cause: error }) : error;
    } finally {
      setRunning(null);
      setStopping(false);
      setProgress(null);
    }
  };

  return (
    <ActForm
      label={say('inspection.make')}
      check={() => {
        setChecked(true);
        return chosen !== undefined && isPeriod;
      }}
      onAct={make}
      onDone={() => last.current && onMade(last.current)}
      onCancel={onCancel}
    >
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      <SelectField
        label={say('inspection.location')}
        empty={say('inspection.location-choose')}
        error={checked && !chosen ? say('inspection.location-missing') : null}
        value={chosen?.deaNumber ?? ''}
        options={locations.map(({ deaNumber, name }) => ({
          value: deaNumber,
          label: `${name} · ${deaNumber}`,
        }))}
        onChange={setLocation}
      />
      <SelectField
        label={say('inspection.period')}
        value={choice}
        options={periods.map((one) => ({ value: one, label: say(`inspection.period.${one}`) }))}
        onChange={setChoice}
      />
      {choice === 'own' && (
        <>
          <TextField
            label={say('inspection.from')}
            type="date"
            value={own.from}
            onChange={(from) => setOwn({ ...own, from })}
          />
          <TextField
            label={say('inspection.to')}
            type="date"
            value={own.to}
            error={checked && !isPeriod ? say('inspection.period-wrong') : null}
            onChange={(to) => setOwn({ ...own, to })}
          />
        </>
      )}
      <fieldset>
        <legend className="field-label">{say('inspection.beside')}</legend>
        <Check checked={withSom} onChange={setWithSom}>
          {say('inspection.with-som')}
        </Check>
        <Check checked={withStaff} onChange={setWithStaff}>
          {say('inspection.with-staff')}
        </Check>
      </fieldset>
      {running && (
        <div role="status">
          <Progress
            label={say('inspection.progress')}
            done={progress?.done ?? 0}
            total={progress?.total ?? 0}
          />
          <p className="quiet figures">{say('inspection.so-far', { count: progress?.orders ?? 0 })}</p>
          <Button
            disabled={stopping}
            onClick={() => {
              setStopping(true);
              running.abort();
            }}
          >
            {say(stopping ? 'inspection.stopping' : 'inspection.stop')}
          </Button>
        </div>
      )}
    </ActForm>
  );
}
