import { writeFileSync } from 'node:fs';
import { Client } from 'pg';

import { fillCounty } from '../county/filled-county.js';
import { unlessInterrupted } from '../county/interrupted.js';
import { OwnCounty } from '../county/own-county.js';
import { runOpenLoop, type Measured } from '../load/desks.js';
import { Baseline, bareWays, type BareWay } from './baseline.js';
import { withCpuByPart } from './cpu-by-part.js';
import { profiled, type ProfileSummary } from './cpu-profile.js';
import { machineLines } from './machine.js';
import { Assignments, Pairs, summarise, type Pair, type Summary } from './pairs.js';
import { Product } from './product.js';
import { comparisonTable, cpuTable, lagTable, profileTable, singleTable, type CpuOfRun } from './tables.js';

export type CheckoutBenchAsked = {
  readonly desks: readonly number[];
  readonly pairs: number;
  readonly seconds: number;
  readonly copies: number;
  readonly readers: number;
  /** A file for everything measured, as JSON. */
  readonly out: string | undefined;
};

const PROFILED_DESKS = 8;
const WARM_UP_DESKS = [8, 32, 32, 8];
/** Design §11: the noon peak of a county. */
const NOON_PEAK = 100;

const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

/**
 * As autovacuum does within a minute, for both sides: after the import, and again when there are loans. Plans made of
 * empty tables are no county's, and would slow down whoever has no other way to find a row.
 */
const analysed = async (client: Client): Promise<void> => {
  await client.query('vacuum analyze');
};

/** What the machinery of the county needs to be looked at while it runs. */
type Bench = {
  readonly county: OwnCounty;
  readonly client: Client;
  readonly product: Product;
  readonly pairs: Pairs;
  readonly baseline: Baseline;
  readonly assignments: Assignments;
};

const comparePairs = async ({ pairs, client }: Bench, input: CheckoutBenchAsked): Promise<Summary[]> => {
  const summaries: Summary[] = [];
  // A school's server runs for weeks: what V8 compiles in the first thousands of calls is no part of a checkout.
  for (const [number, desks] of WARM_UP_DESKS.entries()) {
    await pairs.pair(desks, input.seconds, number % 2 === 1);
    await analysed(client);
  }
  for (const desks of input.desks) {
    await pairs.pair(desks, Math.min(2, input.seconds), false); // warms connections and pools; not counted
    await analysed(client);
    const measured: Pair[] = [];
    for (let number = 0; number < input.pairs; number += 1) {
      const pair = await pairs.pair(desks, input.seconds, number % 2 === 1);
      measured.push(pair);
      const rates = [...bareWays, 'ours' as const].map((who) => `${who} ${Math.round(pair[who].perSecond)}`);
      say(`  ${desks} desks, pair ${number + 1}: ${rates.join(', ')} a second`);
    }
    summaries.push(summarise(desks, measured));
  }
  return summaries;
};

/** What the gap is made of at 8 desks: the gateway, CPU by part, and profiles of the two services in the way. */
const explain = async (
  { county, client, pairs, baseline }: Bench,
  seconds: number,
): Promise<{
  readonly runs: readonly (readonly [string, Measured])[];
  readonly cpu: Readonly<Record<'ours' | 'seven' | 'same-rows', CpuOfRun>>;
  readonly profiles: ReadonlyMap<string, ProfileSummary>;
}> => {
  const direct = `http://127.0.0.1:${county.process('circulation')?.port ?? 0}`;
  const { measured: withoutGateway } = await pairs.ofOurs(PROFILED_DESKS, seconds, direct);
  const bare = async (way: BareWay): Promise<CpuOfRun> => {
    const run = await withCpuByPart(county, client, baseline.pid, () =>
      pairs.ofBaselineOnly(way, PROFILED_DESKS, seconds),
    );
    await baseline.returnAll(way);
    return { acts: run.result.acts, seconds: run.seconds };
  };
  const [seven, sameRows] = [await bare('seven'), await bare('same-rows')];
  // Until all is read: what consumers still have to do for these checkouts is theirs, too.
  const ours = await withCpuByPart(county, client, baseline.pid, async () => {
    const measured = await pairs.ofOursOnly(PROFILED_DESKS, seconds);
    await pairs.drained();
    return measured;
  });
  await pairs.afterOursOnly();
  const processes = (['gateway', 'circulation'] as const).map((name) => ({
    name,
    pid: county.process(name)?.pid ?? 0,
    logFile: county.logFile(name),
  }));
  const profiles = await profiled(processes, () => pairs.ofOursOnly(PROFILED_DESKS, seconds));
  await pairs.afterOursOnly();
  return {
    runs: [
      ['through the gateway', ours.result],
      ['straight to circulation', withoutGateway],
    ],
    cpu: {
      ours: { acts: ours.result.acts, seconds: ours.seconds },
      seven,
      'same-rows': sameRows,
    },
    profiles,
  };
};

const noonPeak = async ({ product, assignments }: Bench, seconds: number): Promise<Measured> => {
  assignments.begin();
  const measured = await runOpenLoop(product.url, NOON_PEAK, seconds, () =>
    assignments.next((barcode, card) => product.checkOut(barcode, card)),
  );
  await product.drained();
  await product.returnAll();
  return measured;
};

const measure = async (bench: Bench, input: CheckoutBenchAsked): Promise<void> => {
  const machine = await machineLines(bench.client);
  say(...machine, `${input.pairs} interleaved pairs of ${input.seconds} s, medians`);
  const summaries = await comparePairs(bench, input);
  const noon = await noonPeak(bench, input.seconds * 3);
  const { runs, cpu, profiles } = await explain(bench, input.seconds);
  say('', ...comparisonTable(summaries), '', ...lagTable(summaries), '');
  say(...singleTable([[`open loop, ${NOON_PEAK} a second`, noon]]), '');
  say(`What the gap is made of, at ${PROFILED_DESKS} desks`, '', ...singleTable(runs), '');
  say(...cpuTable(cpu), '');
  for (const [name, summary] of profiles) say(...profileTable(name, summary), '');
  if (input.out === undefined) return;
  const plain = (run: CpuOfRun): object => ({ ...run, seconds: Object.fromEntries(run.seconds) });
  const costs = Object.fromEntries(Object.entries(cpu).map(([who, run]) => [who, plain(run)]));
  const all = { machine, input, summaries, noon, runs, cpu: costs };
  writeFileSync(input.out, JSON.stringify({ ...all, profiles: Object.fromEntries(profiles) }, undefined, 2));
};

/** `npm run bench -- checkout`. Answers the exit code. */
export const benchCheckout = async (input: CheckoutBenchAsked): Promise<number> => {
  say('Starting a county of its own');
  const county = await OwnCounty.start({
    env: {
      // One librarian sits at all desks: the limiter counts, and never says no.
      SHULIAN_RATE_BURST: '10000000',
      // Any free port for the inspector, which sleeps until it is woken for the profile.
      NODE_OPTIONS: '--inspect-port=127.0.0.1:0',
    },
  });
  const client = new Client({ connectionString: county.ownerUrl, application_name: 'bench' });
  client.on('error', () => undefined);
  let baseline: Baseline | undefined;
  try {
    await unlessInterrupted(async () => {
      await client.connect();
      say(`Filling it through the public API: ${input.copies} copies, ${input.readers} readers`);
      const filled = await fillCounty(county, input);
      const { barcodes, cardNumbers } = filled;
      const product = new Product(county.url, filled, await filled.librarian.accessToken(), client);
      const sample = await product.sample(barcodes[0] ?? '', cardNumbers[0] ?? '');
      baseline = await Baseline.start(client, county.ownerUrl, barcodes, cardNumbers, sample);
      const assignments = new Assignments(barcodes, cardNumbers);
      const pairs = new Pairs(product, baseline, assignments);
      await product.drained();
      await analysed(client);
      await measure({ county, client, product, assignments, pairs, baseline }, input);
    });
    return 0;
  } finally {
    await baseline?.stop();
    await client.end().catch(() => undefined);
    await county.stop();
    county.forget();
  }
};
