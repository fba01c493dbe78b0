import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Clock, clockFrom, StandingClock } from './clock.js';

describe('the clock', () => {
  it.each([
    ['2026-10-11T15:59:59.999Z', '2026-10-11'],
    ['2026-10-11T16:00:00.000Z', '2026-10-12'],
    ['2026-10-12T15:59:59.999Z', '2026-10-12'],
  ])('knows that %s is the day %s in Shanghai', (instant, day) => {
    const clock = new StandingClock();
    clock.set(instant);
    expect(clock.today()).toBe(day);
  });

  it.each([
    ['2026-10-11T15:59:59Z', 23],
    ['2026-10-11T16:00:00Z', 0],
    ['2026-10-12T04:59:59Z', 12],
  ])('knows that at %s it is hour %d in Shanghai', (instant, hour) => {
    const clock = new StandingClock();
    clock.set(instant);
    expect(clock.hour()).toBe(hour);
  });

  it('gives the same day with and without its memory, forwards and backwards', () => {
    const at = { ms: 0 };
    const clock = new Clock('Asia/Shanghai', () => at.ms);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 }), { minLength: 2 }), (instants) => {
        for (const ms of instants) {
          at.ms = ms;
          expect(clock.today()).toBe(clock.dayOf(new Date(ms)));
        }
      }),
    );
  });

  it('runs on from the instant it was set to', async () => {
    const clock = clockFrom('2026-09-01T08:00:00+08:00', 'Asia/Shanghai');
    const first = clock.now().getTime();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(clock.today()).toBe('2026-09-01');
    expect(clock.now().getTime()).toBeGreaterThan(first);
  });

  it('reads its file again when it changes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clock-'));
    const file = join(folder, 'now');
    writeFileSync(file, '2026-09-01T08:00:00+08:00\n');
    const clock = clockFrom(`@${file}`, 'Asia/Shanghai');
    expect(clock.today()).toBe('2026-09-01');
    writeFileSync(file, '2027-01-15T08:00:00+08:00\n');
    utimesSync(file, new Date(), new Date(Date.now() + 2_000));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(clock.today()).toBe('2027-01-15');
    rmSync(folder, { recursive: true });
  });

  it('refuses to start at what is no instant', () => {
    expect(() => clockFrom('tomorrow', 'Asia/Shanghai')).toThrow('RFC 3339');
  });
});
