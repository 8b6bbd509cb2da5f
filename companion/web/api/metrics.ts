import type { ReleaseRecord } from '../../release/release-record';
import type { KioskHealth } from '../../store/kiosk-health';
import { sampledVitals } from '../../store/needs-look';
import type { Deps } from '../deps';
import type { Metric } from './metrics-text';

/** More stores than any chain has. */
const ALL = 1_000_000;

/** Gauges over kiosks: nothing where a kiosk says nothing. */
const kioskGauges: readonly {
  readonly name: string;
  readonly help: string;
  read(kiosk: KioskHealth, nowMs: number): number | null;
}[] = [
  {
    name: 'data_age_seconds',
    help: 'Time since the kiosk last gave a genuine answer.',
    read: ({ lastHeardAtMs }, nowMs) =>
      lastHeardAtMs === null ? null : Math.max(0, Math.round((nowMs - lastHeardAtMs) / 1000)),
  },
  {
    name: 'battery_percent',
    help: 'Battery as sampled once a day.',
    read: (kiosk) => sampledVitals(kiosk)?.batteryPercent ?? null,
  },
  {
    name: 'sheets_waiting',
    help: 'Closed sheets that the kiosk holds and the companion does not have.',
    read: ({ sheetsWaiting }) => sheetsWaiting,
  },
  {
    name: 'sheets_not_received',
    help: 'Closed sheets that never came here.',
    read: ({ sheetsNotReceived }) => sheetsNotReceived,
  },
  {
    name: 'sheets_quarantined',
    help: 'Sheets set aside: not what the kiosk sent before, or not what it can have counted.',
    read: ({ sheetsQuarantined }) => sheetsQuarantined,
  },
  {
    name: 'sync_failed',
    help: '1 when the last try to sync failed.',
    read: ({ lastSyncError }) => (lastSyncError === null ? 0 : 1),
  },
];

const releaseGauges: readonly {
  readonly name: string;
  readonly help: string;
  read(release: ReleaseRecord): number | null;
}[] = [
  { name: 'span', help: 'Number of the newest released span.', read: ({ spanNo }) => spanNo },
  {
    name: 'published_timestamp_seconds',
    help: 'The day on which it was published.',
    read: ({ publishedOn }) => Date.parse(publishedOn) / 1000,
  },
  {
    name: 'finished_at_least',
    help: 'Finished checks in it as published, rounded down to tens; missing when held back.',
    read: ({ finished }) => finished,
  },
];

/** Operational and released values only: how the process and the kiosks do, and what was published when. */
export async function readMetrics({ readModel, nowMs, version }: Deps): Promise<Metric[]> {
  const now = nowMs();
  const kiosks = await readModel.listKiosks();
  const newest: ReleaseRecord[] = [];
  for (const { release } of (await readModel.pageStores({}, 0, ALL)).stores)
    if (release) newest.push(release);
  return [
    { name: 'counterstep_info', help: 'The running version.', samples: [{ labels: { version }, value: 1 }] },
    {
      name: 'process_resident_memory_bytes',
      help: 'Memory of the process.',
      samples: [{ labels: {}, value: process.memoryUsage.rss() }],
    },
    {
      name: 'process_uptime_seconds',
      help: 'Time since the process started.',
      samples: [{ labels: {}, value: Math.round(process.uptime()) }],
    },
    ...kioskGauges.map(({ name, help, read }) => ({
      name: `counterstep_kiosk_${name}`,
      help,
      samples: kiosks.flatMap((kiosk) => {
        const value = read(kiosk, now);
        const labels = { store: kiosk.storeId, kiosk: kiosk.kioskId, name: kiosk.name };
        return value === null ? [] : [{ labels, value }];
      }),
    })),
    ...releaseGauges.map(({ name, help, read }) => ({
      name: `counterstep_release_${name}`,
      help,
      samples: newest.flatMap((release) => {
        const value = read(release);
        return value === null ? [] : [{ labels: { store: release.storeId }, value }];
      }),
    })),
  ];
}
