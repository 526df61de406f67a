import { situation } from '../context';
import type { Desk } from '../desk';
import type { DeskPorts } from '../ports';
import { allowedClocks } from './allowed-clocks';
import { TIME_SERVERS } from './ask-time-servers';
import { compareClock } from './compare-clock';
import { judgeClock } from './judge-clock';
import { keptClock } from './kept-clock';
import type { ClockSource, ClockView } from './views';
import { webClocks } from './web-clocks';

export function clockCases(ports: DeskPorts): Pick<Desk, 'clockView' | 'compareClock'> {
  async function clockView(): Promise<ClockView> {
    const { directory, zone } = await situation(ports);
    const allowed = await allowedClocks(ports);
    const { readings } = await keptClock(ports, allowed);
    const told = (name: string, by: ClockSource['by']) =>
      readings.find((reading) => reading.source === name && reading.by === by) ?? null;
    const web = webClocks(directory).map((origin): ClockSource => {
      const name = new URL(origin).host;
      return { name, by: 'https', allowed: allowed.origins.includes(origin), reading: told(name, 'https') };
    });
    const servers = TIME_SERVERS.map((name): ClockSource => ({
      name,
      by: 'ntp',
      allowed: allowed.servers,
      reading: told(name, 'ntp'),
    }));
    return { standing: judgeClock(readings), sources: [...web, ...servers], zone };
  }

  return {
    clockView,
    async compareClock(options) {
      await compareClock(ports, options);
      return clockView();
    },
  };
}
