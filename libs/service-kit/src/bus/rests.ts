import { laneOf, type Held, type Lane } from './event-bus.js';

const LONGEST = 30_000;
/** Nobody has tried a partition here for this long after its rest: another instance reads it, in milliseconds. */
const ELSEWHERE = 60_000;

/** Partitions that could not go on: each rests by itself, longer with every failure, while the others flow. */
export class Rests {
  private readonly resting = new Map<string, { failures: number; until: number; held: Held }>();

  /** @returns how long it is to rest, in milliseconds */
  failed(held: Held): number {
    this.forgetWhatIsElsewhere();
    const failures = (this.resting.get(laneOf(held))?.failures ?? 0) + 1;
    const ms = Math.min(200 * 2 ** failures, LONGEST);
    this.resting.set(laneOf(held), { failures, until: Date.now() + ms, held });
    return ms;
  }

  wentOn(lane: Lane): void {
    if (this.resting.size > 0) this.resting.delete(laneOf(lane));
  }

  /** Those that rest now. */
  lanes(): Lane[] {
    return [...this.resting.values()].filter(({ until }) => until > Date.now()).map(({ held }) => held);
  }

  /** What keeps those that failed more than a few times. */
  why(): string[] {
    this.forgetWhatIsElsewhere();
    return [...this.resting.values()]
      .filter(({ failures }) => failures > 3)
      .map(
        ({ held }) => `${laneOf(held)} waits: ${held.why instanceof Error ? held.why.message : 'unknown'}`,
      );
  }
  private forgetWhatIsElsewhere(): void {
    for (const [lane, { until }] of this.resting)
      if (Date.now() - until > ELSEWHERE) this.resting.delete(lane);
  }
}
