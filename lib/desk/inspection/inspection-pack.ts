import { CountersignError, faultOf, legalDay, parsePlainDate, type Fault } from '@/lib/base';
import { makeZip } from 'client-zip';
import { actAs } from '../act-as';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { registrantNamed } from '../registrants';
import type { PackEntry } from './pack-log';
import { packFiles } from './pack-files';
import type { InspectionCases } from './views';

interface Zipped {
  readonly madeAt: number;
  readonly signal: AbortSignal;
  readonly onFault: (fault: Fault) => void;
}

/** As files of a ZIP, until somebody has enough of it. */
async function* zipped(files: AsyncIterable<PackEntry>, { madeAt, signal, onFault }: Zipped) {
  try {
    for await (const { name, input } of files) {
      if (signal.aborted) throw new CountersignError('pack/cancelled');
      yield { name, input, lastModified: new Date(madeAt) };
    }
  } catch (error) {
    onFault(faultOf(error));
    throw error;
  }
}

/** Two years of one location in one file, schedule II apart, for somebody who has nothing of ours. */
export function inspectionCases(ports: DeskPorts): InspectionCases {
  const { archive, clock } = ports;
  return {
    async inspectionPack(
      { commandId, registrant: number, from, to, withSom, withStaff, ...actor },
      onProgress,
      signal,
    ) {
      const { directory } = await situation(ports);
      const { id: who, name: madeBy } = await actAs(ports, actor, 'make-inspection-pack');
      const registrant = registrantNamed(directory, number);
      if (!registrant) throw new CountersignError('registrant/unknown', { number });
      // Its days, not those of the location that this computer works for.
      const today = legalDay(clock.now(), registrant.zone);
      if (parsePlainDate(from) === null || parsePlainDate(to) === null || from > to || from > today)
        throw new CountersignError('pack/period', { from, to });
      const madeAt = clock.now();
      const files = packFiles(archive, {
        ...{ directory, registrant, from, to, madeAt, madeBy, withSom, withStaff, onProgress },
        async onWhole(pack) {
          if (signal.aborted) throw new CountersignError('pack/cancelled');
          const payload = { registrant: registrant.deaNumber, from, to, ...pack };
          await archive.append({ commandId, who, orderId: null, events: [{ type: 'pack.made', payload }] });
        },
      });
      let fault: Fault | null = null;
      const onFault = (found: Fault) => {
        fault = found;
      };
      return {
        fault: () => fault,
        name: `inspection-${registrant.deaNumber}-${from}-to-${to}.zip`,
        // It makes its pieces itself, so none of them lies in shared memory.
        stream: makeZip(zipped(files, { madeAt, signal, onFault })) as ReadableStream<
          Uint8Array<ArrayBuffer>
        >,
      };
    },
  };
}
