import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReleaseRecord } from '../../companion/release/release-record';
import { createApp } from '../../companion/web/app';
import { measureFunnel } from '../../companion/web/panels/funnel';
import { leftAt } from '../../companion/web/panels/left-at';
import type { View } from '../../companion/web/panels/panel';
import { makeDeps, makeRelease } from './web-fixture';

const codes = leftAt.lines.map(({ code }) => code);
const viewOf = (release: ReleaseRecord, earlier: ReleaseRecord[] = []): View => {
  const store = { storeId: 'mill-lane', name: '', isSimulated: true, region: null };
  return {
    stores: [store],
    storeCount: 1,
    store,
    release,
    before: earlier[0],
    earlier,
    releases: [release, ...earlier],
  };
};

describe('the funnel', () => {
  test('begins with every run started and goes through the screens in the order of asking', () => {
    const steps = measureFunnel(viewOf(makeRelease(12)));
    expect(steps.map(({ code }) => code)).toEqual([
      'started',
      ...codes.map((code) => code.replace('left.', 'past.')),
    ]);
    expect(steps[0]?.now).toEqual({
      reading: { state: 'number', low: 150, high: 159 },
      share: { low: 1, high: 1 },
    });
    for (const { before } of steps) expect(before).toEqual({ reading: { state: 'no report' }, share: null });
  });

  test('is never narrower than the truth, whatever runs were left where', () => {
    const left = fc.array(fc.nat(40), { minLength: codes.length, maxLength: codes.length });
    fc.assert(
      fc.property(left, fc.integer({ min: 100, max: 400 }), (counts, finished) => {
        const started = finished + counts.reduce((sum, count) => sum + count, 0);
        const keys = Object.fromEntries(codes.map((code, index) => [code, counts[index] ?? 0]));
        const steps = measureFunnel(viewOf(makeRelease(1, { finished, started, ...keys })));
        let still = started;
        steps.forEach(({ now: { reading, share } }, index) => {
          if (index > 0) still -= counts[index - 1] ?? 0;
          if (reading.state !== 'number' || !share) throw new Error('no number');
          expect(still).toBeGreaterThanOrEqual(reading.low);
          expect(still).toBeLessThanOrEqual(reading.high);
          expect(still / started).toBeGreaterThanOrEqual(share.low - 1e-9);
          expect(still / started).toBeLessThanOrEqual(share.high + 1e-9);
        });
      }),
    );
  });

  test('has no report from the first screen on that none came of', () => {
    const release = { ...makeRelease(12), bands: [] };
    const [started, notice] = measureFunnel(viewOf(release));
    expect(started?.now.reading.state).toBe('number');
    expect(notice?.now.reading.state).toBe('no report');
  });

  test('is on the page as a chart, a table and a file that say the same', async () => {
    const app = createApp(makeDeps());
    const page = await (await app.request('/use')).text();
    const section = page.slice(
      page.indexOf('aria-labelledby="funnel-h"'),
      page.indexOf('aria-labelledby="left-at-h"'),
    );
    expect(section).toContain('id="funnel-d"');
    const shown = [...section.matchAll(/<td class="number">([^<]+)</g)].map((cell) => cell[1]);
    const file = await (await app.request('/csv/funnel.csv')).text();
    const [header = '', ...lines] = file.trim().split('\r\n');
    const at = header.split(',').indexOf('at_least');
    expect(shown).toHaveLength(1 + codes.length);
    expect(
      lines.map((line) =>
        line
          .replace('"', '')
          .split(',')
          .slice(at, at + 2)
          .join(' to '),
      ),
    ).toEqual(shown);
  });
});
