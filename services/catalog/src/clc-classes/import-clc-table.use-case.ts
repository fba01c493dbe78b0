import { Injectable } from '@nestjs/common';
import { JobInterrupted, JobNotes, Problem, Transaction, type RunningJob } from '@shulian/service-kit';
import { limits } from '@shulian/contracts/limits';
import { LONGEST_WORDS } from './clc-classes.http.js';
import { ClcClassesRepository } from './clc-classes.repository.js';
import { readClcTable, type ClcTableLine } from './clc-table.format.js';
import { classesIn, MOST_CLASSES } from './rules/clc-table.js';

/** Problems that are noted; more of them tell nobody more. */
const MOST_PROBLEMS = 1_000;

/** Puts the schedules of a file in place of those before, all at once; lines that are no class are told. */
@Injectable()
export class ImportClcTable {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 400 `import.nothing-to-read`, 413 `clc-table.too-large`, JobInterrupted */
  async execute(job: RunningJob): Promise<Readonly<Record<string, unknown>>> {
    const lines: ClcTableLine[] = [];
    for await (const line of readClcTable(job.bytes())) {
      if (job.shouldStop()) throw new JobInterrupted();
      if (lines.length === MOST_CLASSES) throw new Problem(413, 'clc-table.too-large');
      lines.push({
        ...line,
        notation: line.notation.slice(0, limits.clc),
        words: line.words.slice(0, LONGEST_WORDS),
      });
    }
    const { classes, problems } = classesIn(lines);
    if (classes.length === 0) throw new Problem(400, 'import.nothing-to-read');
    await this.transaction.run(async (tx) => {
      await tx.use(ClcClassesRepository).replace(classes);
      await tx.use(JobNotes).note(job.id, {
        attempt: job.attempt,
        done: lines.length,
        total: lines.length,
        problems: problems.slice(0, MOST_PROBLEMS).map(({ line, code, detail }) => ({
          place: { line },
          code,
          facts: { severity: 'rejected', detail },
        })),
      });
    });
    return { total: lines.length, created: classes.length, rejected: problems.length };
  }
}
