import { useState } from 'react';
import type { PackProgress } from '@/lib/desk';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { Code } from '../../ui/code';
import { Notice } from '../../ui/notice';
import { InspectionForm } from './inspection-form';

/** What an inspector asks for, in one file. */
export function InspectionSection() {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<PackProgress | null>(null);
  return (
    <section className="archive-part" aria-labelledby="inspection-title">
      <h2 id="inspection-title">{say('inspection.title')}</h2>
      <p className="prose">
        {say('inspection.explain')} <span className="rule-ref">{say('inspection.separate')}</span>
      </p>
      {open ? (
        <InspectionForm
          onMade={(pack) => {
            setMade(pack);
            setOpen(false);
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <div className="actions">
          <Button
            onClick={() => {
              setMade(null);
              setOpen(true);
            }}
          >
            {say('inspection.make')}
          </Button>
        </div>
      )}
      {made?.manifestSha256 && !open && (
        <Notice tone="good" role="status">
          <p>{say('inspection.done', { count: made.orders, records: made.records, files: made.files })}</p>
          <p>
            {say('inspection.done-hash')} <Code>{made.manifestSha256}</Code>
          </p>
        </Notice>
      )}
    </section>
  );
}
