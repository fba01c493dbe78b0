import { setTimeout as sleep } from 'node:timers/promises';

import { runDesks, type Act, type Measured } from '../load/desks.js';
import { median } from '../load/percentiles.js';
import { bareWays, type Baseline, type BareWay } from './baseline.js';
import type { Lag, Product } from './product.js';

export type Contestant = BareWay | 'ours';
export type Pair = Readonly<Record<Contestant, Measured>> & {
  readonly lag: Lag;
  readonly drainSeconds: number;
};

export type Summary = {
  readonly desks: number;
  readonly of: Readonly<Record<Contestant, Measured>>;
  /** Checkouts a second of ours by those of the bare server in the same pair: median, least, most. */
  readonly ratio: Readonly<Record<BareWay, readonly [median: number, least: number, most: number]>>;
  readonly worstLag: Lag;
  readonly drainSeconds: number;
};

/** What is lent to whom in one run: each copy once, its reader never the same for two copies of a title. */
export class Assignments {
  private at = 0;

  constructor(
    private readonly barcodes: readonly string[],
    private readonly cardNumbers: readonly string[],
  ) {}

  begin(): void {
    this.at = 0;
  }

  next(act: (barcode: string, cardNumber: string) => Act): Act | undefined {
    const { at } = this;
    const barcode = this.barcodes[at];
    const cardNumber = this.cardNumbers[at % this.cardNumbers.length];
    if (barcode === undefined || cardNumber === undefined) return undefined;
    this.at += 1;
    return act(barcode, cardNumber);
  }
}

const worse = (a: Lag, b: Lag): Lag => ({
  unsent: Math.max(a.unsent, b.unsent),
  unread: Math.max(a.unread, b.unread),
});
const LOOK_EVERY_MS = 250;

/** The runs of one pair, one after the other, the other side idle meanwhile. */
export class Pairs {
  constructor(
    private readonly product: Product,
    private readonly baseline: Baseline,
    private readonly assignments: Assignments,
  ) {}

  async ofBaseline(way: BareWay, desks: number, seconds: number): Promise<Measured> {
    const measured = await this.ofBaselineOnly(way, desks, seconds);
    await this.baseline.returnAll(way);
    return measured;
  }

  /** The measured part alone, for those who look at something else meanwhile; `returnAll` belongs to it. */
  ofBaselineOnly(way: BareWay, desks: number, seconds: number): Promise<Measured> {
    this.assignments.begin();
    return runDesks(this.baseline.url, desks, seconds, () =>
      this.assignments.next((barcode, card) => this.baseline.act(way, barcode, card)),
    );
  }

  /** @param url instead of the gateway's: circulation's own, to see what the gateway costs */
  async ofOurs(
    desks: number,
    seconds: number,
    url = this.product.url,
  ): Promise<{ readonly measured: Measured; readonly lag: Lag; readonly drainSeconds: number }> {
    this.assignments.begin();
    let lag: Lag = { unsent: 0, unread: 0 };
    let over = false;
    const looking = (async () => {
      while (!over) {
        lag = worse(lag, await this.product.lag());
        await sleep(LOOK_EVERY_MS);
      }
    })();
    const measured = await runDesks(url, desks, seconds, () =>
      this.assignments.next((barcode, card) => this.product.checkOut(barcode, card)),
    );
    const drainSeconds = await this.product.drained();
    over = true;
    await looking;
    await this.product.returnAll();
    await this.product.drained();
    return { measured, lag, drainSeconds };
  }

  /** Likewise; `afterOursOnly` belongs to it. */
  ofOursOnly(desks: number, seconds: number): Promise<Measured> {
    this.assignments.begin();
    return runDesks(this.product.url, desks, seconds, () =>
      this.assignments.next((barcode, card) => this.product.checkOut(barcode, card)),
    );
  }

  async drained(): Promise<void> {
    await this.product.drained();
  }

  async afterOursOnly(): Promise<void> {
    await this.product.drained();
    await this.product.returnAll();
    await this.product.drained();
  }

  /** One pair; `turned` runs it the other way round, so that neither side always follows the other. */
  async pair(desks: number, seconds: number, turned: boolean): Promise<Pair> {
    const bare = async (): Promise<Pick<Pair, BareWay>> => ({
      seven: await this.ofBaseline('seven', desks, seconds),
      merged: await this.ofBaseline('merged', desks, seconds),
      'same-rows': await this.ofBaseline('same-rows', desks, seconds),
    });
    if (turned) {
      const { measured: ours, ...rest } = await this.ofOurs(desks, seconds);
      return { ours, ...rest, ...(await bare()) };
    }
    const bareOnes = await bare();
    const { measured: ours, ...rest } = await this.ofOurs(desks, seconds);
    return { ...bareOnes, ours, ...rest };
  }
}

const ofEach = <Key extends string, Value>(
  keys: readonly Key[],
  of: (key: Key) => Value,
): Readonly<Record<Key, Value>> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;

const middleOf = (runs: readonly Measured[]): Measured => {
  const of = (value: (run: Measured) => number): number => median(runs.map(value));
  return {
    desks: runs[0]?.desks ?? 0,
    acts: of((run) => run.acts),
    seconds: of((run) => run.seconds),
    perSecond: of((run) => run.perSecond),
    p50: of((run) => run.p50),
    p95: of((run) => run.p95),
    p99: of((run) => run.p99),
  };
};

/** Medians over the pairs; ratios are taken within a pair, because the machine drifts between them. */
export const summarise = (desks: number, pairs: readonly Pair[]): Summary => {
  const ratioTo = (other: BareWay): readonly [number, number, number] => {
    const ratios = pairs.map((pair) => pair.ours.perSecond / pair[other].perSecond);
    return [median(ratios), Math.min(...ratios), Math.max(...ratios)];
  };
  return {
    desks,
    of: ofEach([...bareWays, 'ours'], (who) => middleOf(pairs.map((pair) => pair[who]))),
    ratio: ofEach(bareWays, ratioTo),
    worstLag: pairs.map(({ lag }) => lag).reduce(worse),
    drainSeconds: median(pairs.map(({ drainSeconds }) => drainSeconds)),
  };
};
