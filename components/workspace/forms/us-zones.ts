import { say } from '@/lib/words';

/** Zones in which DEA registers locations, east to west. Values are IANA names. */
export const usZones: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'America/Puerto_Rico', label: say('zone.atlantic') },
  { value: 'America/New_York', label: say('zone.eastern') },
  { value: 'America/Chicago', label: say('zone.central') },
  { value: 'America/Denver', label: say('zone.mountain') },
  { value: 'America/Phoenix', label: say('zone.arizona') },
  { value: 'America/Los_Angeles', label: say('zone.pacific') },
  { value: 'America/Anchorage', label: say('zone.alaska') },
  { value: 'Pacific/Honolulu', label: say('zone.hawaii') },
  { value: 'Pacific/Guam', label: say('zone.guam') },
];
