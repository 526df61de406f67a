import { useState } from 'react';
import type { Settings } from '@/lib/people';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { Check } from '../../ui/check';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import { ActForm } from '../act/act-form';
import { changedSettings, settingsText, type SettingsText } from './read-settings';

interface SettingsFormProps {
  readonly settings: Settings;
  /** Beside the button, where whoever pressed it looks. */
  readonly saved: boolean;
  readonly onSaved: () => void;
}

/** What the pharmacy decides for itself; saved by PIN, since the rules of the house are a record too. */
export function SettingsForm({ settings, saved, onSaved }: SettingsFormProps) {
  const { desk } = useServices();
  const [text, setText] = useState<SettingsText>(() => settingsText(settings));
  const [asked, setAsked] = useState(false);
  const set = (change: Partial<SettingsText>) => setText((before) => ({ ...before, ...change }));
  return (
    <div className="form">
      <h3>{say('settings.receiving')}</h3>
      <Check
        checked={text.pharmacistMustReceive}
        onChange={(pharmacistMustReceive) => set({ pharmacistMustReceive })}
      >
        {say('settings.pharmacistMustReceive')}
        <span className="quiet"> {say('settings.pharmacistMustReceive-hint')}</span>
      </Check>
      <Check checked={text.separateCii} onChange={(separateCii) => set({ separateCii })}>
        {say('settings.separateCii')}
      </Check>
      <Check checked={text.intercept} onChange={(intercept) => set({ intercept })}>
        {say('settings.intercept')}
        <span className="quiet"> {say('settings.intercept-hint')}</span>
      </Check>
      <TextField
        label={say('settings.deliveryBusinessDays')}
        inputMode="numeric"
        value={text.deliveryBusinessDays}
        onChange={(deliveryBusinessDays) => set({ deliveryBusinessDays })}
      />
      <Field label={say('settings.extraHolidays')} hint={say('settings.extraHolidays-hint')}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={3}
            value={text.extraHolidays}
            onChange={(event) => set({ extraHolidays: event.target.value })}
          />
        )}
      </Field>
      <h3>{say('settings.records')}</h3>
      <TextField
        label={say('settings.retentionYears')}
        hint={say('settings.retentionYears-hint')}
        inputMode="numeric"
        value={text.retentionYears}
        onChange={(retentionYears) => set({ retentionYears })}
      />
      <TextField
        label={say('settings.copyEveryHours')}
        inputMode="numeric"
        value={text.copyEveryHours}
        onChange={(copyEveryHours) => set({ copyEveryHours })}
      />
      <h3>{say('settings.reminders')}</h3>
      <TextField
        label={say('settings.quietFrom')}
        hint={say('settings.quiet-hint')}
        type="time"
        value={text.quietFrom}
        onChange={(quietFrom) => set({ quietFrom })}
      />
      <TextField
        label={say('settings.quietUntil')}
        type="time"
        value={text.quietUntil}
        onChange={(quietUntil) => set({ quietUntil })}
      />
      <div className="actions">
        <Button look="primary" onClick={() => setAsked(true)}>
          {say('settings.save')}
        </Button>
      </div>
      {saved && (
        <Notice tone="good" role="status">
          {say('settings.saved')}
        </Notice>
      )}
      <Dialog open={asked} onClose={() => setAsked(false)} title={say('settings.save')}>
        {asked && (
          <ActForm
            label={say('settings.save')}
            check={() => true}
            onAct={(by) => desk.saveSettings({ ...by, settings: changedSettings(settings, text) })}
            onDone={() => {
              setAsked(false);
              onSaved();
            }}
            onCancel={() => setAsked(false)}
          >
            {null}
          </ActForm>
        )}
      </Dialog>
    </div>
  );
}
