import { useCallback, useEffect } from 'react';
import { useLocation } from 'wouter';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { FaultNotice } from '../../ui/fault-notice';
import { SelectField } from '../../ui/select-field';
import { useLoaded } from '../../ui/use-loaded';
import { useChooseLocation } from './use-choose-location';

/** For which location this computer works, on every page, where there are several. */
export function LocationSwitch() {
  const { desk } = useServices();
  const [place] = useLocation();
  const { reload, ...found } = useLoaded(useCallback(() => desk.registrants(), [desk]));
  const { fault, choose } = useChooseLocation();
  // One may have been added on the page that was just left.
  useEffect(reload, [place, reload]);
  if (found.phase !== 'ready' || found.value.length < 2) return null;
  return (
    <div className="location-switch">
      <SelectField
        label={say('location.works-for')}
        value={found.value.find(({ isChosen }) => isChosen)?.deaNumber ?? ''}
        options={found.value.map(({ deaNumber, name }) => ({ value: deaNumber, label: name }))}
        onChange={(deaNumber) => void choose(deaNumber)}
      />
      {fault && <FaultNotice fault={fault} />}
    </div>
  );
}
