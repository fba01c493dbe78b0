import { setTimeout as pause } from 'node:timers/promises';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { Clock } from '../clock/clock.js';
import type { Rows } from '../database/session.js';
import { newId } from '../ids/new-id.js';
import type { Log } from '../log/logger.js';
import { DailyRuns } from './daily-runs.js';

const LOOK_EVERY_MS = 30_000;
/** Well within the lease. */
const KEEP_EVERY_MS = 15_000;

/**
 * What is done once a day; the facts it returns are logged. It must be repeatable: an instance that dies half-way is
 * followed by another, which begins anew.
 * @param signal aborted when it should stop at its next slice: another instance has it, or the service stops
 */
export type DailyWork = (
  day: CalendarDay,
  signal: AbortSignal,
) => Promise<Readonly<Record<string, unknown>> | void>;

/** Hours of the day in the county's zone, from one up to another. */
export type Hours = { readonly from: number; readonly until: number };

type Registered = { readonly name: string; readonly work: DailyWork; readonly hours: Hours };

/**
 * Does a work once for each calendar day of the county, in one of the instances. A day whose time was missed because
 * nothing ran is made up for as soon as something runs again, within the hours; days before today are not.
 */
export class OncePerDay {
  private readonly registered: Registered[] = [];
  /** Spares the question of a day that is known to be done. */
  private readonly doneFor = new Map<string, CalendarDay>();
  private readonly running = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  private readonly runs: DailyRuns;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    rows: Rows,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly keepEveryMs = KEEP_EVERY_MS,
  ) {
    this.runs = new DailyRuns(rows, newId());
  }

  /** Before the service starts; it has the table `daily_run` (`CreateDailyRuns`). */
  register(name: string, work: DailyWork, hours: Hours = { from: 0, until: 24 }): void {
    this.registered.push({ name, work, hours });
  }

  start(): void {
    if (this.registered.length > 0) this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  async stop(deadlineMs: number): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await Promise.race([Promise.all(this.running.values()), pause(deadlineMs, undefined, { ref: false })]);
  }

  /** Does what is due now. A look that meets the one before at work joins it. */
  async look(): Promise<void> {
    await Promise.all(
      this.registered.map((one) => {
        const running =
          this.running.get(one.name) ?? this.lookAt(one).finally(() => this.running.delete(one.name));
        this.running.set(one.name, running);
        return running;
      }),
    );
  }

  private async lookAt({ name, work, hours }: Registered): Promise<void> {
    const day = this.clock.today();
    const hour = this.clock.hour();
    if (this.doneFor.get(name) === day || hour < hours.from || hour >= hours.until) return;
    if (this.stopping.signal.aborted) return;
    try {
      if (await this.runs.take(name, day)) await this.run(name, day, work);
      else if (await this.runs.isDone(name, day)) this.doneFor.set(name, day);
    } catch (err) {
      this.log.warn({ err, useCase: name }, 'the work of the day cannot be looked at, trying again');
    }
  }

  private async run(name: string, day: CalendarDay, work: DailyWork): Promise<void> {
    const startedAt = performance.now();
    const lost = new AbortController();
    const keeping = setInterval(() => {
      this.runs.keep(name).then(
        (kept) => (kept ? undefined : lost.abort()),
        () => undefined,
      );
    }, this.keepEveryMs);
    const signal = AbortSignal.any([lost.signal, this.stopping.signal]);
    try {
      const facts = await work(day, signal);
      // Whoever was told to stop has perhaps not done all of it.
      if (signal.aborted) return await this.runs.release(name);
      await this.runs.done(name, day);
      this.doneFor.set(name, day);
      const ms = Math.round(performance.now() - startedAt);
      this.log.info({ useCase: name, day, ms, ...facts }, 'done for the day');
    } catch (err) {
      if (signal.aborted) return await this.runs.release(name);
      this.log.warn({ err, useCase: name, day }, 'the work of the day failed, trying again later');
      await this.runs.failed(name);
    } finally {
      clearInterval(keeping);
    }
  }
}
