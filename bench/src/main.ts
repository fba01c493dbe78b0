import { parseArgs } from 'node:util';

import { benchCheckout } from './checkout/bench-checkout.js';
import { crash, type Edition } from './crash/crash.js';
import { benchCounty } from './full-county/full-county.js';
import { benchPlans } from './plans/bench-plans.js';
import { benchSize } from './size-of-county/bench-size.js';
import { benchRest } from './rest/bench-rest.js';

const BENCH_HELP = `npm run bench -- checkout [options]
  Checkouts a second and p50/p95/p99 through the gateway of a county of its own, beside a bare Fastify + pg server on
  the same PostgreSQL, in interleaved pairs; then a profile of what the gap is made of.
  --desks 1,8,32    closed-loop desks, one table row each
  --pairs 5         pairs a number of desks; ratios are taken within a pair, medians over them
  --seconds 3       of each measured run
  --copies 6000     copies in the county and in the bare server's table
  --readers 2000    readers likewise
  --out FILE        everything measured, as JSON (nothing is written otherwise)

npm run bench -- county [options]
  Makes a county of the design's size (300 schools, 300,000 readers, 1 million titles, 8 million copies, 12 million loans) in
  a folder that later benchmarks ask. Minutes, and gigabytes of disk. In a county that is there already it fills the newer
  rooms of the product that are empty, and leaves the rest as it is.
  --scale 1         0.1: a tenth of everything
  --seed 42         decides everything but the ids of schools, terms and classes, which the product gives
  --folder DIR      default: below the folder for temporary files
  --anew            also when it is there

npm run bench -- plans [options]
  Asks that county every list, search, figure and report of the OpenAPI document, as those who may: milliseconds cold
  (PostgreSQL restarted) and warm, and how each statement was carried out that reads a hundred times what it returns.
  --scale 1 --folder DIR   which county; as for county
  --times 40        asks of each question, warm
  --only TEXT       questions with this in their name
  --warm            without the cold ones, for which PostgreSQL is restarted each time
  --out FILE        everything, as JSON

npm run bench -- size [options]
  Checkouts a second in the county of the design's size by those in a county of one such school, in interleaved pairs.
  --folder DIR      of the large one; as for county
  --desks 8 --pairs 5 --seconds 3   as for checkout; the first number of desks counts

npm run bench -- rest [options]
  Seconds of a warm npm start, and the memory of the embedded edition at rest (sum of PSS; Linux).
  --empty           without the sample county
  --starts 3        warm starts
  --rest-seconds 60 how long after ready the memory is read
`;

const CRASH_HELP = `npm run crash -- [options]
  Starts a county of its own; 8 desks lend, renew and take back while its parts are killed; then heals it, lets it come
  to rest and checks the invariants. Exit code 1 when one is violated, and when nothing was killed or delivered twice.
  --edition embedded|kafka1|kafka3   event bus: log in PostgreSQL, one Kafka broker, three (default embedded)
  --replicas 1      2: two processes of every service, two gateways asked in turn
  --seconds 60      of load and killing
  --seed 42         decides what is struck and what is asked; timing is the machine's
  --keep            keep the data folder with logs and history.ndjson also when all is well
`;

class WrongArguments extends Error {}

const whole = (text: string, name: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new WrongArguments(`--${name} is a whole number from 1 on`);
  return value;
};

const part = (text: string, name: string): number => {
  const value = Number(text);
  if (!(value > 0 && value <= 1)) throw new WrongArguments(`--${name} is above 0, at most 1`);
  return value;
};

const bench = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      desks: { type: 'string', default: '1,8,32' },
      pairs: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      copies: { type: 'string', default: '6000' },
      readers: { type: 'string', default: '2000' },
      out: { type: 'string' },
      empty: { type: 'boolean', default: false },
      starts: { type: 'string', default: '3' },
      'rest-seconds': { type: 'string', default: '60' },
      scale: { type: 'string', default: '1' },
      seed: { type: 'string', default: '42' },
      folder: { type: 'string' },
      anew: { type: 'boolean', default: false },
      times: { type: 'string', default: '40' },
      only: { type: 'string' },
      warm: { type: 'boolean', default: false },
    },
  });
  const [what = 'checkout'] = positionals;
  if (values.help) {
    process.stdout.write(BENCH_HELP);
    return 0;
  }
  if (what === 'rest')
    return benchRest({
      sample: !values.empty,
      starts: whole(values.starts, 'starts'),
      restSeconds: whole(values['rest-seconds'], 'rest-seconds'),
    });
  if (what === 'county')
    return benchCounty({
      scale: part(values.scale, 'scale'),
      seed: whole(values.seed, 'seed'),
      folder: values.folder ?? null,
      anew: values.anew,
    });
  if (what === 'plans')
    return benchPlans({
      scale: part(values.scale, 'scale'),
      folder: values.folder ?? null,
      times: whole(values.times, 'times'),
      only: values.only ?? null,
      cold: !values.warm,
      out: values.out ?? null,
    });
  if (what === 'size')
    return benchSize({
      folder: values.folder ?? null,
      desks: whole(values.desks === '1,8,32' ? '8' : values.desks, 'desks'),
      pairs: whole(values.pairs, 'pairs'),
      seconds: whole(values.seconds, 'seconds'),
    });
  if (what !== 'checkout')
    throw new WrongArguments(
      `there is no benchmark ${what}; there are checkout, county, plans, size and rest`,
    );
  return benchCheckout({
    desks: values.desks.split(',').map((each) => whole(each, 'desks')),
    pairs: whole(values.pairs, 'pairs'),
    seconds: whole(values.seconds, 'seconds'),
    copies: whole(values.copies, 'copies'),
    readers: whole(values.readers, 'readers'),
    out: values.out,
  });
};

const isEdition = (name: string): name is Edition => ['embedded', 'kafka1', 'kafka3'].includes(name);

const runCrash = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      edition: { type: 'string', default: 'embedded' },
      replicas: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '42' },
      keep: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(CRASH_HELP);
    return 0;
  }
  const { edition } = values;
  if (!isEdition(edition)) throw new WrongArguments(`--edition is embedded, kafka1 or kafka3`);
  const replicas = whole(values.replicas, 'replicas');
  if (replicas !== 1 && replicas !== 2) throw new WrongArguments('--replicas is 1 or 2');
  return crash({
    edition,
    replicas,
    seconds: whole(values.seconds, 'seconds'),
    seed: whole(values.seed, 'seed'),
    keep: values.keep,
  });
};

const [command = 'bench', ...args] = process.argv.slice(2);
try {
  process.exit(await (command === 'crash' ? runCrash(args) : bench(args)));
} catch (error) {
  const isMistake =
    error instanceof WrongArguments || String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
  console.error(isMistake ? `${(error as Error).message}\nSee --help` : error);
  process.exit(isMistake ? 2 : 1);
}
