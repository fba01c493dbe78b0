import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  Clock,
  JobInterrupted,
  JobNotes,
  type JobProblem,
  Problem,
  type RunningJob,
  Transaction,
} from '@shulian/service-kit';
import { nameKey, renamed } from '../enrolment/rules/person-name.js';
import { ApplyRosterSteps } from './apply-roster-steps.use-case.js';
import { KnownRoster } from './known-roster.query.js';
import { RosterUnreadable } from './roster-file.format.js';
import { RosterDoubtsRepository } from './roster-doubts.repository.js';
import { RosterMappingsRepository } from './roster-mappings.repository.js';
import { rosterTables, type RosterTable } from './roster-tables.format.js';
import { rulesOfSchool } from './rules-of-school.step.js';
import { headingsOf, type RosterMapping } from './rules/roster-mapping.js';
import { rosterPlan, type RosterPlan } from './rules/roster-plan.js';
import { rosterRow, type RosterFault, type RosterPerson } from './rules/roster-row.js';
import { placeKey, type RosterStep } from './rules/who-is-whom.js';
import { ClassesRepository } from '../classes/classes.repository.js';
import { SchoolsRepository } from '../schools/schools.repository.js';

const BATCH = 200;

/** What the API shows as the result of the job. */
export type RosterResult = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Of those updated, how many changed class. */
  readonly moved: number;
  readonly left: number;
  readonly classesOpened: number;
};
const NOTHING: RosterResult = {
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  moved: 0,
  left: 0,
  classesOpened: 0,
};

/**
 * Brings the readers of a school in line with a roster, 200 rows a transaction. A row that cannot be taken is a problem
 * of the job with its place in the file; it never stops the others.
 */
@Injectable()
export class ImportRoster {
  constructor(
    private readonly transaction: Transaction,
    private readonly known: KnownRoster,
    private readonly steps: ApplyRosterSteps,
    private readonly clock: Clock,
  ) {}

  async execute(job: RunningJob): Promise<Readonly<Record<string, unknown>>> {
    const schoolId = job.schoolId as SchoolId;
    const { tables, unread } = await readRoster(job, await this.mappingsOf(job, schoolId));
    await this.remember(job, schoolId, tables);
    const plan = rosterPlan(
      await this.peopleOf(schoolId, tables),
      await this.known.ofSchool(schoolId),
      Number(job.parameters['maxLeavers']),
      { nameKey, renamed },
    );
    const problems = (steps: readonly RosterStep[]): JobProblem[] => problemsOf(steps, tables);
    const total = plan.steps.length + plan.leavers.length;
    // After a restart some have left already; the file was weighed before the first of them.
    if (plan.tooMany !== null && job.checkpoint === null) await this.stop(job, plan.tooMany, total);
    if (job.parameters['dryRun'] === true)
      return this.foretold(job, schoolId, plan, [...unread, ...problems(plan.steps)]);
    await this.transaction.run((tx) =>
      tx.use(RosterDoubtsRepository).queue(schoolId, plan.doubts, this.clock.now()),
    );
    if (plan.steps.length === 0)
      await this.transaction.run((tx) =>
        tx.use(JobNotes).note(job.id, { attempt: job.attempt, done: 0, total, problems: unread }),
      );

    let { done, ...result } = { done: 0, ...NOTHING, ...(job.checkpoint as Partial<RosterResult> | null) };
    while (done < plan.steps.length) {
      if (job.shouldStop()) throw new JobInterrupted();
      const batch = plan.steps.slice(done, done + BATCH);
      [done, result] = await this.transaction.run(async (tx) => {
        const { taken, classesOpened } = await this.steps.take(tx, schoolId, batch);
        const next = added(result, { ...counted(taken), classesOpened });
        const checkpoint = { done: done + batch.length, ...next };
        await tx.use(JobNotes).note(job.id, {
          attempt: job.attempt,
          done: checkpoint.done,
          total,
          checkpoint,
          // What is not read of the file is told once, with the first rows.
          problems: [...(done === 0 ? unread : []), ...problems(taken)],
        });
        return [checkpoint.done, next];
      });
    }
    for (let at = 0; at < plan.leavers.length; at += BATCH) {
      if (job.shouldStop()) throw new JobInterrupted();
      result = await this.transaction.run(async (tx) => {
        const left = await this.steps.leave(tx, plan.leavers.slice(at, at + BATCH));
        const next = added(result, { left });
        await tx.use(JobNotes).note(job.id, {
          attempt: job.attempt,
          done: Math.min(total, done + at + BATCH),
          total,
          checkpoint: { done, ...next },
        });
        return next;
      });
    }
    return { ...result, dryRun: false };
  }

  /** What the request names, else what the school remembers. */
  private mappingsOf(job: RunningJob, schoolId: SchoolId): Promise<RosterMapping[]> {
    const wished = job.parameters['mapping'];
    return this.transaction.run((tx) =>
      tx.use(RosterMappingsRepository).forFile(schoolId, typeof wished === 'string' ? wished : null),
    );
  }

  /** Next time a list with these headings is read like this by itself; a dry run teaches nothing. */
  private async remember(job: RunningJob, schoolId: SchoolId, tables: readonly RosterTable[]): Promise<void> {
    if (job.parameters['dryRun'] === true) return;
    await this.transaction.run((tx) =>
      tx.use(RosterMappingsRepository).remember(
        schoolId,
        tables.flatMap(({ headings, mapping }) =>
          mapping === null ? [] : [{ headings: headingsOf(headings), mappingId: mapping.id }],
        ),
        this.clock.now(),
      ),
    );
  }

  private async peopleOf(
    schoolId: SchoolId,
    tables: readonly RosterTable[],
  ): Promise<(RosterPerson | RosterFault)[]> {
    const school = await this.transaction.run((tx) => tx.use(SchoolsRepository).byId(schoolId));
    if (school === null) throw new Problem(422, 'request.unknown-reference');
    const rules = rulesOfSchool(school, this.clock.today());
    return tables.flatMap(({ sheet, rows }) =>
      rows.map(({ row, cells }) => rosterRow({ sheet, row }, cells, rules)),
    );
  }

  /** What would be done, and nothing of it. */
  private async foretold(
    { id, attempt }: RunningJob,
    schoolId: SchoolId,
    plan: RosterPlan,
    problems: readonly JobProblem[],
  ): Promise<Readonly<Record<string, unknown>>> {
    const done = plan.steps.length;
    const classesOpened = await this.transaction.run(async (tx) => {
      await tx.use(JobNotes).note(id, { attempt, done, total: done, problems });
      const there = new Set((await tx.use(ClassesRepository).ofSchool(schoolId)).map(placeKey));
      const places = plan.steps.flatMap((step) => (step.is === 'reject' ? [] : (step.person.place ?? [])));
      return new Set(places.map(placeKey).filter((key) => !there.has(key))).size;
    });
    return {
      ...added(NOTHING, { ...counted(plan.steps), left: plan.leavers.length, classesOpened }),
      dryRun: true,
    };
  }

  private async stop(
    { id, attempt }: RunningJob,
    tooMany: NonNullable<RosterPlan['tooMany']>,
    total: number,
  ): Promise<never> {
    const problem = { place: {}, code: 'roster.too-many-leavers', facts: tooMany };
    await this.transaction.run((tx) =>
      tx.use(JobNotes).note(id, { attempt, done: 0, total, problems: [problem] }),
    );
    throw new Problem(409, 'roster.too-many-leavers');
  }
}

async function readRoster(
  job: RunningJob,
  mappings: readonly RosterMapping[],
): Promise<Awaited<ReturnType<typeof rosterTables>>> {
  try {
    const kind = job.parameters['kind'] === 'excel' ? 'excel' : 'text';
    const roster = await rosterTables(job.bytes(), kind, mappings);
    if (roster.tables.length === 0) throw new Problem(422, 'roster.no-header');
    return roster;
  } catch (error) {
    if (error instanceof RosterUnreadable) throw new Problem(422, error.code);
    throw error;
  }
}

/** Sheet, row and column as a person counts them; never what stands there. */
const problemsOf = (steps: readonly RosterStep[], tables: readonly RosterTable[]): JobProblem[] =>
  steps.flatMap((step): JobProblem[] => {
    if (step.is !== 'reject') return [];
    const { sheet, row, field, code } = step.fault;
    const column = tables.find((table) => table.sheet === sheet)?.columns[field];
    const place = {
      ...(sheet === null ? {} : { sheet }),
      row,
      ...(column === undefined ? {} : { column: column + 1 }),
      field,
    };
    return [{ place, code }];
  });

function counted(steps: readonly RosterStep[]): Partial<RosterResult> {
  const count = (is: (step: RosterStep) => boolean): number => steps.filter(is).length;
  return {
    created: count((step) => step.is === 'create'),
    updated: count((step) => step.is === 'keep' && step.change !== 'none'),
    unchanged: count((step) => step.is === 'keep' && step.change === 'none'),
    rejected: count((step) => step.is === 'reject'),
    moved: count((step) => step.is === 'keep' && step.change === 'move'),
  };
}

const added = (to: RosterResult, more: Partial<RosterResult>): RosterResult => {
  const names = Object.keys(NOTHING) as (keyof RosterResult)[];
  return Object.fromEntries(names.map((name) => [name, to[name] + (more[name] ?? 0)])) as RosterResult;
};
