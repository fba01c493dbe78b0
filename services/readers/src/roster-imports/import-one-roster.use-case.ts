import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Clock, JobInterrupted, JobNotes, Problem, Transaction, type RunningJob } from '@shulian/service-kit';
import { nameKey } from '../enrolment/rules/person-name.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { ApplyRosterSteps } from './apply-roster-steps.use-case.js';
import { KnownRoster } from './known-roster.query.js';
import { oneRosterFiles } from './one-roster.format.js';
import { RosterUnreadable } from './roster-file.format.js';
import { rulesOfSchool } from './rules-of-school.step.js';
import { readPackage, type PackageProblem } from './rules/one-roster.js';
import { packagePlan, type PackagePlan, type PackageStep } from './rules/package-plan.js';
import { rosterRow } from './rules/roster-row.js';

const BATCH = 200;
type Counts = Record<
  'created' | 'updated' | 'unchanged' | 'rejected' | 'moved' | 'left' | 'classesOpened',
  number
>;
const NOTHING: Counts = {
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  moved: 0,
  left: 0,
  classesOpened: 0,
};

/** Brings the readers of a school in line with a OneRoster package; people are known by their sourcedId, 200 a transaction. */
@Injectable()
export class ImportOneRoster {
  constructor(
    private readonly transaction: Transaction,
    private readonly known: KnownRoster,
    private readonly steps: ApplyRosterSteps,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a package that cannot be read, 409 `roster.too-many-leavers` */
  async execute(job: RunningJob): Promise<Readonly<Record<string, unknown>>> {
    const schoolId = job.schoolId as SchoolId;
    const { plan, problems } = await this.planOf(job, schoolId);
    const total = plan.steps.length + plan.leavers.length;
    const note = (done: number, checkpoint: Counts & { done: number }, told: readonly PackageProblem[]) =>
      this.transaction.run((tx) =>
        tx.use(JobNotes).note(job.id, { attempt: job.attempt, done, total, checkpoint, problems: told }),
      );
    const rejected = problems.filter(({ place }) => place['sheet'] === 'users.csv').length;
    if (plan.tooMany !== null && job.checkpoint === null) {
      const facts = plan.tooMany;
      await this.transaction.run((tx) =>
        tx.use(JobNotes).note(job.id, {
          attempt: job.attempt,
          done: 0,
          total,
          problems: [...problems, { place: {}, code: 'roster.too-many-leavers', facts }],
        }),
      );
      throw new Problem(409, 'roster.too-many-leavers');
    }
    if (job.parameters['dryRun'] === true) {
      await note(0, { done: 0, ...NOTHING }, problems);
      return { ...counted(plan.steps), rejected, left: plan.leavers.length, dryRun: true };
    }
    let { done, ...counts } = {
      done: 0,
      ...NOTHING,
      rejected,
      ...(job.checkpoint as (Counts & { done: number }) | null),
    };
    if (done === 0) await note(0, { done: 0, ...counts }, problems);
    while (done < plan.steps.length) {
      if (job.shouldStop()) throw new JobInterrupted();
      const batch = plan.steps.slice(done, done + BATCH);
      [done, counts] = await this.transaction.run(async (tx) => {
        const opened = await this.steps.takePackage(tx, schoolId, batch);
        const next = added(added(counts, counted(batch)), { classesOpened: opened });
        const checkpoint = { done: done + batch.length, ...next };
        await tx
          .use(JobNotes)
          .note(job.id, { attempt: job.attempt, done: checkpoint.done, total, checkpoint });
        return [checkpoint.done, next];
      });
    }
    for (let at = 0; at < plan.leavers.length; at += BATCH) {
      const left = await this.transaction.run((tx) =>
        this.steps.leave(tx, plan.leavers.slice(at, at + BATCH)),
      );
      counts = added(counts, { left });
    }
    return { ...counts, dryRun: false };
  }

  private async planOf(
    job: RunningJob,
    schoolId: SchoolId,
  ): Promise<{ readonly plan: PackagePlan; readonly problems: PackageProblem[] }> {
    const school = await this.transaction.run((tx) => tx.use(SchoolsRepository).byId(schoolId));
    if (school === null) throw new Problem(422, 'request.unknown-reference');
    const read = readPackage(await filesOf(job), school);
    if (typeof read === 'string') throw new Problem(422, read);
    const rules = rulesOfSchool(school, this.clock.today());
    const problems = [...read.problems];
    const people = read.people.flatMap(({ row, sourcedId, isGone, cells }) => {
      const person = rosterRow({ sheet: 'users.csv', row }, cells, rules);
      if ('code' in person && !isGone)
        problems.push({ place: { sheet: 'users.csv', row, field: person.field }, code: person.code });
      return [{ sourcedId, isGone, person: 'code' in person ? null : person }];
    });
    const most = Number(job.parameters['maxLeavers']);
    const plan = packagePlan(read.mode, people, await this.known.ofSchool(schoolId), most, nameKey);
    return { plan, problems };
  }
}

async function filesOf(job: RunningJob) {
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of job.bytes()) pieces.push(piece);
    return await oneRosterFiles(Buffer.concat(pieces));
  } catch (error) {
    if (error instanceof RosterUnreadable) throw new Problem(422, error.code);
    throw error;
  }
}

const added = (to: Counts, more: Partial<Counts>): Counts =>
  Object.fromEntries(
    (Object.keys(NOTHING) as (keyof Counts)[]).map((name) => [name, to[name] + (more[name] ?? 0)]),
  ) as Counts;

const counted = (steps: readonly PackageStep[]): Counts => ({
  ...NOTHING,
  created: steps.filter(({ is }) => is === 'create').length,
  updated: steps.filter(({ is }) => is === 'update' || is === 'move').length,
  unchanged: steps.filter(({ is }) => is === 'none').length,
  moved: steps.filter(({ is }) => is === 'move').length,
});
