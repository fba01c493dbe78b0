import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  Clock,
  JobInterrupted,
  Problem,
  Transaction,
  type JobProblem,
  type RunningJob,
} from '@shulian/service-kit';
import { cardNumber, isIdentityNumber } from '../cards/rules/card-number.js';
import { gradeOn, placeOfGrade, sectionsOf } from '../classes/rules/school-class.js';
import { personName } from '../enrolment/rules/reader.js';
import type { ReadersStore } from '../readers.store.js';
import { ApplyRosterSteps } from './apply-roster-steps.use-case.js';
import { KnownRoster } from './known-roster.query.js';
import { csvRows, excelRows, RosterUnreadable, rosterText, type FileRow } from './roster-file.format.js';
import { rosterHeader, type RosterHeader } from './rules/roster-columns.js';
import { placeKey, rosterPlan, type RosterPlan, type RosterStep } from './rules/roster-plan.js';
import { rosterRow, type RosterCells, type RosterFault, type RosterPerson } from './rules/roster-row.js';

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
    private readonly transaction: Transaction<ReadersStore>,
    private readonly known: KnownRoster,
    private readonly steps: ApplyRosterSteps,
    private readonly clock: Clock,
  ) {}

  async execute(job: RunningJob): Promise<Readonly<Record<string, unknown>>> {
    const schoolId = job.schoolId as SchoolId;
    const { header, rows } = await readRoster(job);
    const people = await this.peopleOf(schoolId, header, rows);
    const plan = rosterPlan(
      people,
      await this.known.ofSchool(schoolId),
      Number(job.parameters['maxLeavers']),
    );
    const total = plan.steps.length + plan.leavers.length;
    // After a restart some have left already; the file was weighed before the first of them.
    if (plan.tooMany !== null && job.checkpoint === null) await this.stop(job.id, plan.tooMany, total);
    if (job.parameters['dryRun'] === true) return this.foretold(job.id, schoolId, header, plan);

    let { done, ...result } = { done: 0, ...NOTHING, ...(job.checkpoint as Partial<RosterResult> | null) };
    while (done < plan.steps.length) {
      if (job.shouldStop()) throw new JobInterrupted();
      const batch = plan.steps.slice(done, done + BATCH);
      [done, result] = await this.transaction.run(async (store) => {
        const { taken, classesOpened } = await this.steps.take(store, schoolId, batch);
        const next = added(result, { ...counted(taken), classesOpened });
        const checkpoint = { done: done + batch.length, ...next };
        await store.jobNotes.note(job.id, {
          attempt: job.attempt,
          done: checkpoint.done,
          total,
          checkpoint,
          problems: problemsOf(taken, header),
        });
        return [checkpoint.done, next];
      });
    }
    for (let at = 0; at < plan.leavers.length; at += BATCH) {
      if (job.shouldStop()) throw new JobInterrupted();
      result = await this.transaction.run(async (store) => {
        const left = await this.steps.leave(store, plan.leavers.slice(at, at + BATCH));
        const next = added(result, { left });
        await store.jobNotes.note(job.id, {
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

  private async peopleOf(
    schoolId: SchoolId,
    header: RosterHeader,
    rows: readonly FileRow[],
  ): Promise<(RosterPerson | RosterFault)[]> {
    const school = await this.transaction.run((store) => store.schools.byId(schoolId));
    if (school === null) throw new Problem(422, 'request.unknown-reference');
    const today = this.clock.today();
    const rosterSchool = {
      sections: sectionsOf(school.kind),
      placeOfGrade: (grade: number) => placeOfGrade(grade, today),
      gradeOf: (place: Parameters<typeof gradeOn>[0]) => gradeOn(place, today),
      personName,
      cardNumber,
      isIdentityNumber,
    };
    return rows.map(({ row, cells }) => rosterRow(row, cellsOf(header, cells), rosterSchool));
  }

  /** What would be done, and nothing of it. */
  private async foretold(
    id: string,
    schoolId: SchoolId,
    header: RosterHeader,
    plan: RosterPlan,
  ): Promise<Readonly<Record<string, unknown>>> {
    const [done, problems] = [plan.steps.length, problemsOf(plan.steps, header)];
    const classesOpened = await this.transaction.run(async (store) => {
      await store.jobNotes.note(id, { done, total: done, problems });
      const there = new Set((await store.classes.ofSchool(schoolId)).map(placeKey));
      const places = plan.steps.flatMap((step) => (step.is === 'reject' ? [] : (step.person.place ?? [])));
      return new Set(places.map(placeKey).filter((key) => !there.has(key))).size;
    });
    return {
      ...added(NOTHING, { ...counted(plan.steps), left: plan.leavers.length, classesOpened }),
      dryRun: true,
    };
  }

  private async stop(id: string, tooMany: NonNullable<RosterPlan['tooMany']>, total: number): Promise<never> {
    const problem = { place: {}, code: 'roster.too-many-leavers', facts: tooMany };
    await this.transaction.run((store) => store.jobNotes.note(id, { done: 0, total, problems: [problem] }));
    throw new Problem(409, 'roster.too-many-leavers');
  }
}

async function readRoster(job: RunningJob): Promise<{ header: RosterHeader; rows: FileRow[] }> {
  const chunks: Buffer[] = [];
  for await (const bytes of job.bytes()) chunks.push(bytes);
  try {
    const bytes = Buffer.concat(chunks);
    const rows = job.parameters['kind'] === 'excel' ? await excelRows(bytes) : csvRows(rosterText(bytes));
    const header = rosterHeader(rows.map(({ cells }) => cells));
    if (header === null) throw new Problem(422, 'roster.no-header');
    return { header, rows: rows.slice(header.at + 1) };
  } catch (error) {
    if (error instanceof RosterUnreadable) throw new Problem(422, error.code);
    throw error;
  }
}

const cellsOf = ({ columns }: RosterHeader, cells: readonly string[]): RosterCells =>
  Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, cells[column] ?? '']));

/** Row and column as a person counts them; never what stands there. */
const problemsOf = (steps: readonly RosterStep[], { columns }: RosterHeader): JobProblem[] =>
  steps.flatMap((step): JobProblem[] => {
    if (step.is !== 'reject') return [];
    const { row, field, code } = step.fault;
    const column = columns[field];
    return [{ place: { row, ...(column === undefined ? {} : { column: column + 1 }), field }, code }];
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
