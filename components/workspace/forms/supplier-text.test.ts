import { describe, expect, it } from 'vitest';
import { suppliers } from '@/tests/gallery/fixtures';
import { patternsOf } from './patterns-of';
import { profileOf, textOf } from './supplier-text';

describe('a supplier as typed', () => {
  it('comes back as it was', () => {
    for (const supplier of suppliers) expect(profileOf(textOf(supplier), supplier, [])).toEqual(supplier);
  });

  it('takes the host out of a pasted address, and gives a new supplier an id of its own', () => {
    const text = {
      ...textOf(null),
      name: 'Meridian Drug Supply',
      host: 'https://Orders.Meridian.example/cart?x=1, localhost:4001',
    };
    const profile = profileOf(text, null, ['meridian-drug-supply']);
    expect(profile?.hosts).toEqual(['orders.meridian.example', 'localhost:4001']);
    expect(profile?.id).toBe('meridian-drug-supply-2');
    expect(profile?.supplier.deaNumber).toBeNull();
    expect(profile?.verified).toBe(false);
  });

  it('says how it takes orders, and loses nothing that the form doesn’t ask', () => {
    const [supplier] = suppliers;
    if (!supplier) throw new Error('no supplier');
    const edi = { ...textOf(supplier), documentForm: 'x12-850' as const, separateCii: true };
    const changed = profileOf(edi, supplier, []);
    expect(changed).toMatchObject({
      documentForm: 'x12-850',
      separateCii: true,
      verified: supplier.verified,
    });
    expect(changed && profileOf(textOf(changed), changed, [])).toEqual(changed);
    const back = { ...edi, documentForm: 'csos-xml' as const, separateCii: false };
    expect(profileOf(back, changed, [])).toMatchObject({ documentForm: 'csos-xml', separateCii: false });
  });

  it('names a file input, and keeps what the file holds where a profile said so', () => {
    const [supplier] = suppliers;
    if (!supplier) throw new Error('no supplier');
    const text = { ...textOf(supplier), mode: 'integrated', selector: '#upload', encoding: 'file' } as const;
    const chosen = profileOf(text, { ...supplier, deliverTo: { selector: '#a', encoding: 'pem' } }, []);
    expect(chosen?.deliverTo).toEqual({ selector: '#upload', encoding: 'pem', kind: 'file' });
    expect(chosen && textOf(chosen).encoding).toBe('file');
    const field = profileOf({ ...text, encoding: 'base64' }, chosen, []);
    expect(field?.deliverTo).toEqual({ selector: '#upload', encoding: 'base64' });
  });

  it('is none without a name or a host', () => {
    expect(profileOf({ ...textOf(null), name: 'A' }, null, [])).toBeNull();
    expect(profileOf({ ...textOf(null), host: 'a.example' }, null, [])).toBeNull();
  });
});

describe('what to ask permission for', () => {
  it.each([
    ['orders.example.com', ['https://orders.example.com/*']],
    ['orders.example.com:8443', ['https://orders.example.com/*']],
    ['*.example.com', ['https://*.example.com/*']],
    ['localhost:4001', ['http://localhost/*', 'https://localhost/*']],
    ['localhost.example.com', ['https://localhost.example.com/*']],
    ['http://crl.example.com:8080', ['http://crl.example.com/*']],
  ])('%s', (host, patterns) => {
    expect(patternsOf(host)).toEqual(patterns);
  });
});
