import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

import { unlessInterrupted } from '../county/interrupted.js';
import { OwnCounty } from '../county/own-county.js';
import {
  ENVIRONMENT,
  folderOf,
  fullCountyIn,
  hasAllRooms,
  type FullCounty,
} from '../full-county/full-county.js';
import { percentile } from '../load/percentiles.js';
import { ServerLog, tellPlans, type Carried } from './explained.js';
import type { Pick, Question, Who } from './questions/question.js';
import { isNotAsked, questions } from './questions/questions.js';
import { samplesOf, type Samples } from './samples/samples.js';

export type PlansAsked = {
  readonly scale: number;
  readonly folder: string | null;
  /** Asks of each question, warm. */
  readonly times: number;
  /** Only questions whose operation or words hold this. */
  readonly only: string | null;
  readonly cold: boolean;
  readonly out: string | null;
};

type Answered = {
  readonly question: Question;
  readonly cold: number | null;
  readonly p50: number;
  readonly p95: number;
  readonly wasteful: readonly Carried[];
};

const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);
/** A statement that reads so many times what it returns is shown. */
const WASTE = 100;
const named = ({ operation, what, who }: Question): string => `${operation}: ${what} (${who})`;

/** Asks as the people of the county. */
class Asker {
  private readonly tokens = new Map<Who, string>();
  private readonly turns = new Map<string, number>();

  constructor(
    private readonly url: string,
    private readonly full: FullCounty,
    private readonly samples: Samples,
    private readonly adminPassword: string,
  ) {}

  private readonly one = (kind: keyof Samples): string => {
    const turn = this.turns.get(kind) ?? 0;
    this.turns.set(kind, turn + 1);
    return this.samples[kind][turn % this.samples[kind].length] ?? '';
  };

  private async token(who: Who): Promise<string> {
    const known = this.tokens.get(who);
    if (known !== undefined) return known;
    const signIn =
      who === 'admin' ? { username: 'admin', password: this.adminPassword } : this.full.signIns[who];
    const answer = await fetch(`${this.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(signIn),
    });
    const { accessToken } = (await answer.json()) as { accessToken: string };
    this.tokens.set(who, accessToken);
    return accessToken;
  }

  /** Milliseconds from the question to the whole answer. @throws Error unless it is a 200 */
  async ask(question: Question): Promise<number> {
    const pick: Pick = { one: this.one, schoolId: this.full.school.id };
    const authorization = `Bearer ${await this.token(question.who)}`;
    const body = question.body?.(pick);
    const path = `/api/v1${question.path(pick)}`;
    const begun = performance.now();
    const answer = await fetch(`${this.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const ms = performance.now() - begun;
    if (answer.status !== 200) throw new Error(`${named(question)}, ${path}: ${answer.status} ${text}`);
    return ms;
  }
}

/** Operations of the document that read and that nobody asks here. */
const forgotten = async (url: string): Promise<string[]> => {
  const answer = await fetch(`${url}/openapi.json`);
  const { paths } = (await answer.json()) as {
    paths: Record<string, Record<string, { operationId?: string }>>;
  };
  const reading = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId = '' }]) =>
      path.startsWith('/api/v1') && (method === 'get' || path.endsWith('/search')) ? [operationId] : [],
    ),
  );
  const covered = new Set(questions.map(({ operation }) => operation));
  return [...new Set(reading)].filter((operation) => !covered.has(operation) && !isNotAsked(operation));
};

const table = (answered: readonly Answered[]): string[] => [
  '| question | cold ms | p50 ms | p95 ms | aim | |',
  '| --- | ---: | ---: | ---: | ---: | --- |',
  ...answered.map(({ question, cold, p50, p95 }) => {
    const met = p95 < question.within ? '' : '**not met**';
    return `| ${named(question)} | ${cold === null ? '' : cold.toFixed(0)} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${question.within} | ${met} |`;
  }),
];

const wasteOf = (answered: readonly Answered[]): string[] =>
  answered.flatMap(({ question, wasteful }) =>
    wasteful.flatMap(({ text, ms, read, returned, tree }) => [
      '',
      `${named(question)} reads ${read} rows to return ${returned}, ${ms.toFixed(1)} ms: ${text.slice(0, 160)}`,
      ...tree.map((line) => `    ${line}`),
    ]),
  );

const restarted = async (county: OwnCounty): Promise<void> => {
  await county.control('kill', 'postgres');
  await county.ready(120_000);
};

const answers = async (
  county: OwnCounty,
  client: () => Promise<Client>,
  asker: Asker,
  input: PlansAsked,
): Promise<Answered[]> => {
  const chosen = questions.filter((question) => input.only === null || named(question).includes(input.only));
  const cold = new Map<Question, number>();
  if (input.cold)
    for (const question of chosen) {
      await restarted(county);
      // The sessions of the service are made anew by a question that is not this one.
      await asker
        .ask(questions.find(({ operation }) => operation === question.operation) ?? question)
        .catch(() => 0);
      cold.set(question, await asker.ask(question));
    }
  const warm = new Map<Question, number[]>();
  const unanswered = new Set<Question>();
  for (const question of chosen) {
    const times: number[] = [];
    try {
      for (let n = 0; n < 5; n += 1) await asker.ask(question);
      for (let n = 0; n < input.times; n += 1) times.push(await asker.ask(question));
    } catch (error) {
      // What is not answered is never in time; the others are asked all the same.
      say(error instanceof Error ? error.message : String(error));
      unanswered.add(question);
    }
    warm.set(
      question,
      times.sort((a, b) => a - b),
    );
  }
  const telling = await client();
  await tellPlans(telling, true);
  await telling.end();
  await restarted(county);
  const log = new ServerLog(join(county.dataDir, 'postgres.log'));
  const answered: Answered[] = [];
  for (const question of chosen) {
    const isAnswered = !unanswered.has(question);
    if (isAnswered) await asker.ask(question);
    log.carried();
    if (isAnswered) await asker.ask(question);
    const wasteful = log.carried().filter(({ read, returned }) => read > WASTE * Math.max(1, returned));
    const times = warm.get(question) ?? [];
    answered.push({
      question,
      cold: cold.get(question) ?? null,
      p50: isAnswered ? percentile(times, 0.5) : Infinity,
      p95: isAnswered ? percentile(times, 0.95) : Infinity,
      wasteful,
    });
  }
  const silent = await client();
  await tellPlans(silent, false);
  await silent.end();
  return answered;
};

/** `npm run bench -- plans`. Answers the exit code: 1 when an aim is not met or a question is missing. */
export const benchPlans = async (input: PlansAsked): Promise<number> => {
  const folder = folderOf(input);
  const full = fullCountyIn(folder);
  if (full === undefined) throw new Error(`there is no county in ${folder}: npm run bench -- county`);
  if (!hasAllRooms(full))
    throw new Error(`the newer rooms of the county in ${folder} are empty: npm run bench -- county`);
  const county = await OwnCounty.start({ dataDir: folder, env: ENVIRONMENT });
  const client = async (): Promise<Client> => {
    const one = new Client({ connectionString: county.ownerUrl, application_name: 'bench' });
    one.on('error', () => undefined);
    await one.connect();
    return one;
  };
  try {
    return await unlessInterrupted(async () => {
      const missing = await forgotten(county.url);
      const first = await client();
      const samples = await samplesOf(first, full.school.id);
      await first.end();
      const asker = new Asker(county.url, full, samples, county.adminPassword);
      const answered = await answers(county, client, asker, input);
      say(...table(answered), ...wasteOf(answered));
      if (missing.length > 0) say('', `Nobody asks ${missing.join(', ')}: add them to the questions`);
      if (input.out !== null) writeFileSync(input.out, JSON.stringify(answered, undefined, 2));
      const late = answered.filter(({ question, p95 }) => p95 >= question.within);
      say('', `${answered.length} questions, ${late.length} later than wanted`);
      return late.length === 0 && missing.length === 0 ? 0 : 1;
    });
  } finally {
    await county.stop();
  }
};
