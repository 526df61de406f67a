import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { limits } from '@/lib/base';
import { say } from '@/lib/words';
import { judgeReason } from './judge-reason';
import { somReasonKinds } from './som-reason';

describe('judgeReason', () => {
  it.each([
    ['pharmacy-closed', 'Main Street Pharmacy closed on 1 November'],
    ['pharmacy-closed', 'CVS on 5th closed for good'],
    ['new-patients', 'Dr. Chen’s pain clinic moved in next door'],
    ['hospice-ltc', 'New hospice contract'],
    ['hospice-ltc', 'Sunrise Manor, 40 beds since June'],
    ['shortage', 'Backorder from October came at once'],
    ['seasonal', 'School starts on 12 August'],
    ['strength-shortage', '10 mg is short, so 5 mg twice'],
    ['other', 'Хоспис «Надежда» с июня'],
    ['other', '22 patients'],
    ['hospice-ltc', 'Oak Hill, 111 residents'],
    ['other', '希望之家临终关怀医院自六月起'],
    ['other', 'ホスピス希望の家が六月から'],
  ] as const)('%s: “%s” says something', (kind, detail) => {
    expect(judgeReason({ kind, detail })).toBeNull();
  });

  it.each([
    ['other', 'needed', 'short'],
    ['other', '         x         ', 'short'],
    ['other', 'asdf asdf asdf', 'filler'],
    ['other', 'asdfasdf qwer', 'filler'],
    ['other', 'xxxxxxxxxxxx', 'filler'],
    ['other', 'needed needed needed', 'filler'],
    ['other', 'hospice hospice hospice', 'filler'],
    ['other', 'it is needed, please order', 'filler'],
    ['other', '...........', 'filler'],
    ['other', '1111111111 22222222', 'filler'],
    ['other', '医院医院医院医院医院医院', 'filler'],
    ['other', '要要要要要要要要要要要', 'filler'],
    ['pharmacy-closed', 'a pharmacy nearby closed', 'label'],
    ['hospice-ltc', 'hospice and long-term care', 'label'],
    ['shortage', 'catching up after a shortage', 'label'],
  ] as const)('%s: “%s” is %s', (kind, detail, lack) => {
    expect(judgeReason({ kind, detail })).toBe(lack);
  });

  it('never takes the label or the question itself for an answer', () => {
    for (const kind of somReasonKinds)
      for (const key of [`som-reason.${kind}`, `som-reason.${kind}.ask`] as const)
        expect(judgeReason({ kind, detail: say(key) })).not.toBeNull();
  });

  it('takes no single word for a reason, however often it is written', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,12}$/),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(...somReasonKinds),
        (word, times, kind) => {
          expect(judgeReason({ kind, detail: Array(times).fill(word).join(' ') })).not.toBeNull();
        },
      ),
    );
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (detail) => {
        const lack = judgeReason({ kind: 'other', detail });
        if (detail.trim().length < limits.reasonMinLength) expect(lack).toBe('short');
      }),
    );
  });
});
