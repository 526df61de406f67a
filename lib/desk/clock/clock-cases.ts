import { situation } from '../context';
import type { Desk } from '../desk';
import type { DeskPorts } from '../ports';
import { TIME_SERVERS } from './ask-time-servers';
import { compareClock } from './compare-clock';
import { judgeClock } from './judge-clock';
import { validReadings } from './valid-readings';
import type { ClockSource, ClockView } from './views';
import { webClocks } from './web-clocks';

export function clockCases(ports: DeskPorts): Pick<Desk, 'clockView' | 'compareClock'> {
  const { clock, clockReadings, listHosts, nativeHost } = ports;

  async function clockView(): Promise<ClockView> {
    const { directory, zone } = await situation(ports);
    const readings = validReadings(await clockReadings.read(), clock);
    const told = (name: string, by: ClockSource['by']) =>
      readings.find((reading) => reading.source === name && reading.by === by) ?? null;
    const web = webClocks(directory).map(async (origin): Promise<ClockSource> => {
      const name = new URL(origin).host;
      return { name, by: 'https', allowed: await listHosts.mayFetch(origin), reading: told(name, 'https') };
    });
    const mayConnect = await nativeHost.mayConnect();
    const servers = TIME_SERVERS.map((name): ClockSource => ({
      name,
      by: 'ntp',
      allowed: mayConnect,
      reading: told(name, 'ntp'),
    }));
    return { standing: judgeClock(readings), sources: [...(await Promise.all(web)), ...servers], zone };
  }

  return {
    clockView,
    async compareClock(options) {
      await compareClock(ports, options);
      return clockView();
    },
  };
}
