import type { Clock } from '../clock/clock.js';
import type { HeardWatermarks, SourceStanding } from './heard-watermarks.js';

/** A header between gateway and service: up to when everything is in an answer that other services told this one. */
export const KNOWS_UP_TO = 'x-knows-up-to';

/** Nothing of the source is applied: what is told may be as old as the county. */
const EVER = new Date(0).toISOString();
/** Looked at so often, in milliseconds. */
const LOOK_EVERY = 200;
/** A source says something every three seconds. */
const SILENT_SECONDS = 15;
const OLD_SECONDS = 30;

/** Up to when everything that the sources of a service have told is in its tables. */
export class Freshness {
  private looked: { readonly at: number; readonly standings: Promise<SourceStanding[]> } | undefined;

  constructor(
    private readonly heard: HeardWatermarks,
    private readonly clock: Clock,
  ) {}

  /**
   * RFC 3339: the oldest applied watermark over the sources. To be asked for before what it is about is read: what is
   * applied stays applied.
   */
  async asOf(): Promise<string> {
    const ages = (await this.standings()).map(({ appliedUpTo }) => appliedUpTo?.toISOString() ?? EVER);
    return ages.reduce((oldest, age) => (age < oldest ? age : oldest), this.clock.instant());
  }

  /** What keeps it from being fresh, in sentences; empty when all is well. */
  async why(): Promise<string[]> {
    const now = this.clock.now().getTime();
    return (await this.standings()).flatMap(({ source, appliedUpTo, heardSecondsAgo }) => {
      if (heardSecondsAgo === null) return [`${source} has not been heard yet`];
      if (heardSecondsAgo > SILENT_SECONDS)
        return [`nothing was heard from ${source} for ${Math.round(heardSecondsAgo)} s`];
      if (appliedUpTo === null) return [`nothing of ${source} is applied yet`];
      const seconds = Math.round((now - appliedUpTo.getTime()) / 1_000);
      return seconds > OLD_SECONDS ? [`what is known of ${source} is ${seconds} s old`] : [];
    });
  }

  private standings(): Promise<SourceStanding[]> {
    if (this.looked === undefined || Date.now() - this.looked.at > LOOK_EVERY) {
      const looked = { at: Date.now(), standings: this.heard.standings() };
      this.looked = looked;
      // A failure is told to those who asked, and not kept.
      looked.standings.catch(() => {
        if (this.looked === looked) this.looked = undefined;
      });
    }
    return this.looked.standings;
  }
}
