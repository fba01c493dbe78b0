import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import pino from 'pino';
import { ConsumerWatch } from './consumer-watch.js';
import type { Standing } from './event-bus.js';

it('the watch goes on looking after a question for the standing that was never answered', async () => {
  const standing: Standing = { joined: true, lag: 1n, reached: 7n, why: [] };
  let calls = 0;
  const renewed: string[] = [];
  const watch = new ConsumerWatch(
    {
      standing: () => {
        calls += 1;
        return calls === 1 ? new Promise(() => undefined) : Promise.resolve(new Map([['group', standing]]));
      },
      renew: (group) => {
        renewed.push(group);
        return Promise.resolve();
      },
    },
    pino({ level: 'silent' }),
    { lookEvery: 10, standstill: 60 },
  );
  watch.start();
  for (let looks = 0; looks < 200 && renewed.length === 0; looks += 1) await pause(10);
  watch.stop();
  expect(renewed[0]).toBe('group');
});
