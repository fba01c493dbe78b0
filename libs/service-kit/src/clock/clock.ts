import { readFileSync, statSync } from 'node:fs';
import type { CalendarDay, Instant } from '@shulian/contracts/ids';

/**
 * Domain time. Tokens, leases, relay and inbox use real time; everything a librarian would call a date asks this clock.
 * The zone is the county's: a day is a day of the wall calendar there.
 */
export class Clock {
  private readonly dayFormat: Intl.DateTimeFormat;
  private readonly hourFormat: Intl.DateTimeFormat;
  private cachedDay: { readonly until: number; readonly day: CalendarDay } | undefined;

  /** @param nowMs milliseconds of the epoch, real or set */
  constructor(
    readonly zone: string,
    private readonly nowMs: () => number = Date.now,
    /** How far domain time is ahead of real time, in milliseconds; exact, unlike a difference of two looks. */
    readonly aheadMs: () => number = () => 0,
  ) {
    this.dayFormat = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    this.hourFormat = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: 'numeric',
      hourCycle: 'h23',
    });
  }

  now(): Date {
    return new Date(this.nowMs());
  }

  /** The instant in RFC 3339, UTC. */
  instant(): Instant {
    return this.now().toISOString();
  }

  /** The calendar day in the county's zone. */
  today(): CalendarDay {
    const ms = this.nowMs();
    // Zones change their offset on full quarter hours only, so a day's name holds at least that long.
    if (this.cachedDay === undefined || ms >= this.cachedDay.until || ms < this.cachedDay.until - 900_000) {
      const until = Math.floor(ms / 900_000) * 900_000 + 900_000;
      this.cachedDay = { until, day: this.dayOf(new Date(ms)) };
    }
    return this.cachedDay.day;
  }

  /** The hour of the day in the county's zone, 0 to 23. */
  hour(): number {
    return Number(this.hourFormat.format(this.now()));
  }

  dayOf(instant: Date): CalendarDay {
    return this.dayFormat.format(instant) as CalendarDay;
  }
}

/**
 * The clock a process runs on. `setting` empty: real time; an RFC 3339 instant: a running clock that starts there;
 * `@file`: the same, read from the file and again whenever it changes.
 */
export function clockFrom(setting: string, zone: string): Clock {
  if (setting === '') return new Clock(zone);
  if (!setting.startsWith('@')) {
    const offset = instantMs(setting) - Date.now();
    return new Clock(
      zone,
      () => Date.now() + offset,
      () => offset,
    );
  }
  const file = setting.slice(1);
  let readAt = 0;
  let changedAt = -1;
  let offset = 0;
  const aheadMs = (): number => {
    const real = Date.now();
    if (real - readAt > 100) {
      readAt = real;
      const modified = statSync(file).mtimeMs;
      if (modified !== changedAt) {
        changedAt = modified;
        offset = instantMs(readFileSync(file, 'utf8').trim()) - modified;
      }
    }
    return offset;
  };
  return new Clock(zone, () => Date.now() + aheadMs(), aheadMs);
}

function instantMs(text: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new Error('SHULIAN_CLOCK is not an RFC 3339 instant');
  return ms;
}

/** For tests: stands still until it is set. */
export class StandingClock extends Clock {
  constructor(
    private at: { ms: number } = { ms: Date.parse('2026-10-12T04:00:00Z') },
    zone = 'Asia/Shanghai',
  ) {
    super(
      zone,
      () => at.ms,
      () => at.ms - Date.now(),
    );
  }
  set(instant: string): void {
    this.at.ms = instantMs(instant);
  }
}
