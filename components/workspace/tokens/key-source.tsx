import { useState } from 'react';
import type { CertificateChoice } from '@/lib/desk';
import { say } from '@/lib/words';
import { PfxForm } from '../forms/pfx-form';
import { TokenForm } from './token-form';

const SOURCES = ['file', 'token'] as const;

/** Set-up: a certificate comes from a file with its key, or stays in its token. */
export function KeySource({ onAdded }: { readonly onAdded: (certificate: CertificateChoice) => void }) {
  const [source, setSource] = useState<(typeof SOURCES)[number]>('file');
  return (
    <div className="key-source">
      <fieldset className="drivers">
        <legend className="field-label">{say('tokens.source')}</legend>
        {SOURCES.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name="source" checked={source === one} onChange={() => setSource(one)} />
            <span>{say(`tokens.source.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {source === 'file' ? <PfxForm onImported={onAdded} /> : <TokenForm onAdded={onAdded} />}
    </div>
  );
}
