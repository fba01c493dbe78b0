import { unlessInterrupted } from '../county/interrupted.js';
import { benchCounty, folderOf } from '../full-county/full-county.js';
import type { Measured } from '../load/desks.js';
import { median } from '../load/percentiles.js';
import { DesksOfCounty } from './desks-of-county.js';

export type SizeAsked = {
  readonly folder: string | null;
  readonly desks: number;
  readonly pairs: number;
  readonly seconds: number;
};

/** One school of three hundred: as many copies, readers and loans as one of the county has. */
const ONE_SCHOOL = 1 / 300;
const SEED = 42;
/** More than can be lent in one run. */
const COPIES = 6_000;
/** Checkouts a second in the county by those in one school. */
const WANTED = 0.9;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const shown = ({ perSecond, p50, p95, p99 }: Measured): string =>
  `${Math.round(perSecond)} a second, p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, p99 ${p99.toFixed(1)} ms`;

/** `npm run bench -- size`. Answers the exit code: 1 when a large county lends more slowly than wanted. */
export const benchSize = async ({ folder, desks, pairs, seconds }: SizeAsked): Promise<number> => {
  const small = {
    scale: ONE_SCHOOL,
    seed: SEED,
    folder: `${folderOf({ folder, scale: 1 })}-one-school`,
    anew: false,
  };
  const large = { scale: 1, seed: SEED, folder, anew: false };
  for (const county of [small, large]) await benchCounty(county);
  const running: DesksOfCounty[] = [];
  try {
    return await unlessInterrupted(async () => {
      for (const county of [small, large]) running.push(await DesksOfCounty.start(folderOf(county), COPIES));
      const [one, many] = running;
      if (one === undefined || many === undefined) throw new Error('two counties are compared');
      for (const county of running) for (let n = 0; n < 3; n += 1) await county.run(desks, seconds);
      const ratios: number[] = [];
      for (let pair = 0; pair < pairs; pair += 1) {
        const order = pair % 2 === 0 ? [one, many] : [many, one];
        const measured = new Map<DesksOfCounty, Measured>();
        for (const county of order) measured.set(county, await county.run(desks, seconds));
        const [inOne, inMany] = [measured.get(one), measured.get(many)];
        if (inOne === undefined || inMany === undefined) throw new Error('both were measured');
        ratios.push(inMany.perSecond / inOne.perSecond);
        say(
          `${one.schools} school: ${shown(inOne)} · ${many.schools} schools: ${shown(inMany)} · ratio ${ratios.at(-1)?.toFixed(2) ?? ''}`,
        );
      }
      const ratio = median(ratios);
      say(
        `Checkouts at ${desks} desks, ${many.schools} schools by ${one.schools}: ${ratio.toFixed(2)} ` +
          `(${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}; wanted: ${WANTED})`,
      );
      return ratio >= WANTED ? 0 : 1;
    });
  } finally {
    for (const county of running) await county.stop();
  }
};
