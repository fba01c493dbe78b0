import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { StandingClock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { openLog } from '../log/logger.js';
import { countingDefinition } from '../testing/a-counting-service.builder.js';
import { eventually, startForTests, type ServiceForTests } from '../testing/service-for-tests.builder.js';
import { OncePerDay, type DailyWork, type Hours } from './once-per-day.js';

let fresh: FreshDatabase;
let counting: ServiceForTests;
let clock: StandingClock;
beforeAll(async () => {
  fresh = await freshDatabase('kit_once_per_day');
  counting = await startForTests(countingDefinition, { ownerUrl: fresh.ownerUrl });
});
beforeEach(async () => {
  clock = new StandingClock();
  await counting.sql('delete from daily_run');
});
afterAll(async () => {
  await counting.stop();
  await fresh.drop();
});

const instance = (work: DailyWork, hours?: Hours, keepEveryMs?: number): OncePerDay => {
  const database = counting.app.get(Database);
  const instance = new OncePerDay(database, clock, openLog('counting', 'silent'), keepEveryMs);
  instance.register('sweep', work, hours);
  return instance;
};
/** So many instances of a service, and the days their works were done for. */
const instances = (n: number, hours?: Hours): { readonly all: OncePerDay[]; readonly days: string[] } => {
  const days: string[] = [];
  const all = Array.from({ length: n }, () =>
    instance(async (day) => {
      days.push(day);
      await pause(20);
    }, hours),
  );
  return { all, days };
};
const lookAll = (all: readonly OncePerDay[]): Promise<unknown> => Promise.all(all.map((one) => one.look()));
const leaseEnds = (): Promise<unknown[]> =>
  counting.sql(`update daily_run set held_until = clock_timestamp() - interval '1 second'`);

describe('work that is done once a day', () => {
  it('is done by one of five instances that look together, and by none that looks later on the day', async () => {
    const { all, days } = instances(5);
    await lookAll(all);
    await lookAll([...all, ...instances(2).all]);
    expect(days).toEqual(['2026-10-12']);
  });

  it('is due again with the midnight of the county, not of UTC', async () => {
    const { all, days } = instances(2);
    for (const now of ['2026-10-11T16:00:00Z', '2026-10-12T15:59:59Z', '2026-10-12T16:00:00Z']) {
      clock.set(now);
      await lookAll(all);
    }
    expect(days).toEqual(['2026-10-12', '2026-10-13']);
  });

  it('is made up for once after days on which nothing ran', async () => {
    const before = instances(1);
    await lookAll(before.all);
    clock.set('2026-10-17T02:00:00Z');
    const after = instances(3);
    await lookAll(after.all);
    expect([before.days, after.days]).toEqual([['2026-10-12'], ['2026-10-17']]);
  });

  it.each([
    ['01:59:59', 0],
    ['02:00:00', 1],
    ['05:59:59', 1],
    ['06:00:00', 0],
  ])('is done at %s %d times when its hours are from two up to six', async (time, times) => {
    clock.set(`2026-10-12T${time}+08:00`);
    const { all, days } = instances(1, { from: 2, until: 6 });
    await lookAll(all);
    expect(days).toHaveLength(times);
  });

  it('that failed is tried again after a pause that grows', async () => {
    let tries = 0;
    const failing = instance(() => {
      tries += 1;
      if (tries < 3) throw new Error('not today');
      return Promise.resolve();
    });
    const pauseOf = async (): Promise<unknown> =>
      (
        await counting.sql<{ s: number }>(
          'select round(extract(epoch from held_until - clock_timestamp()))::int as s from daily_run',
        )
      )[0]?.s;
    await failing.look();
    await failing.look();
    expect([tries, await pauseOf()]).toEqual([1, 30]);
    await leaseEnds();
    await failing.look();
    expect([tries, await pauseOf()]).toEqual([2, 60]);
    await leaseEnds();
    await failing.look();
    await failing.look();
    expect(tries).toBe(3);
    expect(await counting.sql('select done_for::text, held_by, failures from daily_run')).toEqual([
      { done_for: '2026-10-12', held_by: null, failures: 0 },
    ]);
  });

  it('of an instance that died is done by another, and what was taken over is told to stop', async () => {
    let told: AbortSignal | undefined;
    const silent = instance(
      async (_day, signal) => {
        told = signal;
        while (!signal.aborted) await pause(5);
      },
      undefined,
      30,
    );
    const stalled = silent.look();
    await eventually(() => expect(told).toBeDefined());
    const other = instances(1);
    await lookAll(other.all);
    expect(other.days).toEqual([]);
    // Between two signs of life it is taken for dead.
    await eventually(async () => {
      await leaseEnds();
      await lookAll(other.all);
      expect(other.days).toEqual(['2026-10-12']);
    });
    await stalled;
    expect(told?.aborted).toBe(true);
    expect(await counting.sql('select done_for::text, held_by from daily_run')).toEqual([
      { done_for: '2026-10-12', held_by: null },
    ]);
  });

  it('that a stop interrupted is begun anew by another at once', async () => {
    let begun = false;
    const stopping = instance(async (_day, signal) => {
      begun = true;
      while (!signal.aborted) await pause(5);
    });
    void stopping.look();
    await eventually(() => expect(begun).toBe(true));
    await stopping.stop(1_000);
    const other = instances(1);
    await lookAll(other.all);
    expect(other.days).toEqual(['2026-10-12']);
  });

  it.each([
    ['a day behind', '2026-10-11', 0],
    ['two days behind, as if the other clock had been wrong', '2026-10-10', 1],
  ])('is done by an instance whose clock is %s: %s, %d times', async (_how, day, times) => {
    await lookAll(instances(1).all);
    clock.set(`${day}T12:00:00+08:00`);
    const behind = instances(1);
    await lookAll(behind.all);
    expect(behind.days).toHaveLength(times);
  });
});
