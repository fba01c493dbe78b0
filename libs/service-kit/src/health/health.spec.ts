import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import type { Database } from '../database/database.js';
import type { Standing } from '../bus/event-bus.js';
import { Health } from './health.js';

it('a bus that never answered once how it stands is asked again, and counts as away until it answers', async () => {
  const standing: Standing = { joined: true, lag: 0n, reached: 7n, why: [] };
  let calls = 0;
  const health = new Health(
    { rows: () => Promise.resolve([{ oldest: null, aside: 0, parked: 0, odd: 0 }]) } as unknown as Database,
    {
      standing: () => {
        calls += 1;
        return calls === 1 ? new Promise(() => undefined) : Promise.resolve(new Map([['group', standing]]));
      },
    },
    { isPaused: false },
    { why: () => Promise.resolve([]) },
    50,
  );
  health.joined();
  expect(await health.readiness()).toMatchObject({ status: 'degraded', parts: { bus: 'away' } });
  await pause(60);
  expect(await health.readiness()).toMatchObject({ status: 'ready', parts: { bus: 'ready' } });
});
