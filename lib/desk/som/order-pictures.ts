import { limitStanding, substancePicture } from '@/lib/som';
import { substanceByCode } from '@/lib/drugs';
import { assessDraft } from '../assess';
import { situation } from '../context';
import { applyEdits } from '../edits';
import type { DeskPorts } from '../ports';
import { todayAt } from '../registrants';
import { supplierNamer } from './names';
import { readSubstance } from './read-substance';
import type { OrderPicture, SomCases } from './views';

/** Pictures of an order's substances, with what is ordered of each on top; of a request that isn't known, none. */
export function somPictures(ports: DeskPorts): SomCases['somPictures'] {
  return async (requestId, edits) => {
    const { archive } = ports;
    const stored = await archive.request(requestId);
    if (!stored) return [];
    const here = await situation(ports);
    const { directory } = here;
    const draft = edits ? applyEdits(stored.request.draft, edits) : stored.request.draft;
    const today = todayAt(ports, here, draft.purchaser.deaNumber);
    const nameOf = supplierNamer(directory);
    const pictures: OrderPicture[] = [];
    for (const { substanceCode, ordered } of (await assessDraft(ports, draft, today)).substances) {
      if (substanceCode === null) continue;
      const { months, past } = await readSubstance(archive, directory, { code: substanceCode, today });
      const limit = directory.limits[substanceCode]?.units ?? null;
      const candidate = ordered?.units ?? null;
      const picture = substancePicture({ months, past, today, candidate, limit });
      pictures.push({
        substanceCode,
        name: substanceByCode(substanceCode)?.name ?? substanceCode,
        picture,
        limit: limitStanding({ limit, months, candidate, today }),
        supplierNames: Object.fromEntries(
          picture.suppliers.map(({ supplierId }) => [supplierId, nameOf(supplierId)]),
        ),
      });
    }
    return pictures;
  };
}
