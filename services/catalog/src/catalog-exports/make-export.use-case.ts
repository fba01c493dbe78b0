import { Injectable } from '@nestjs/common';
import {
  JobInterrupted,
  JobNotes,
  JobOutputs,
  TimeSlices,
  Transaction,
  type JobProblem,
  type RunningJob,
} from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import { HOLDINGS_PROFILES } from '../catalog-imports/rules/holdings-profiles.js';
import type { CatalogExport } from './catalog-exports.http.js';
import { ExportedTitlesRepository } from './exported-titles.repository.js';
import { MARCXML_END, MARCXML_HEAD, iso2709Written, marcXmlWritten } from './marc-writer.format.js';
import { readBlock, type ExportBlock } from './read-block.step.js';
import { recordsOf, type RecordToWrite } from './records-of-block.use-case.js';
import { linesOf, LIST_COLUMNS } from './rules/list-lines.js';

/** Problems that are noted; more of them tell nobody more, and are counted. */
const MOST_PROBLEMS = 1_000;

type Counts = { titles: number; records: number; copies: number; problems: number };
type Run = { readonly job: RunningJob; readonly asked: CatalogExport; readonly counts: Counts };

/** Writes the file of an export, block by block: never more than a block in memory. A try that was stopped begins anew. */
@Injectable()
export class MakeExport {
  constructor(
    private readonly transaction: Transaction,
    private readonly outputs: JobOutputs,
  ) {}

  /** @throws JobInterrupted when it was cancelled, or the service stops */
  async execute(job: RunningJob): Promise<Readonly<Record<string, unknown>>> {
    const asked = job.parameters as CatalogExport;
    const counts: Counts = { titles: 0, records: 0, copies: 0, problems: 0 };
    const run = { job, asked, counts };
    if (asked.form === 'list')
      await this.outputs.write(job, {
        name: 'catalogue',
        title: asked.language === 'zh' ? '书目清单' : 'Titles and copies',
        notes: [],
        language: asked.language,
        signatures: [],
        columns: LIST_COLUMNS.map((title) => ({ key: title, title, type: 'text' as const })),
        rows: this.lines(run),
      });
    else if (asked.form === 'marcxml')
      await this.outputs.writeFile(job, {
        name: 'catalogue.xml',
        mediaType: 'application/marcxml+xml',
        bytes: this.xml(run),
      });
    else
      await this.outputs.writeFile(job, {
        name: 'catalogue.mrc',
        mediaType: 'application/marc',
        bytes: this.iso2709(run),
      });
    return { ...counts, form: asked.form, coding: asked.form === 'iso2709' ? asked.coding : 'utf-8' };
  }

  private async *iso2709(run: Run): AsyncGenerator<Uint8Array> {
    for await (const record of this.records(run)) {
      const { bytes, isSame, isTooLong } = iso2709Written(record.record, record.dialect, run.asked.coding);
      if (isTooLong) record.problem({ code: 'export.record-too-long' });
      if (!isSame) record.problem({ code: 'export.record-differs' });
      yield bytes;
    }
  }

  private async *xml(run: Run): AsyncGenerator<Uint8Array> {
    yield Buffer.from(MARCXML_HEAD);
    for await (const { record, dialect } of this.records(run))
      yield Buffer.from(marcXmlWritten(record, dialect));
    yield Buffer.from(MARCXML_END);
  }

  private async *lines(run: Run): AsyncGenerator<Readonly<Record<string, string>>> {
    for await (const { titles } of this.blocks(run, []))
      for (const { title, copies } of titles) {
        run.counts.titles += 1;
        run.counts.copies += copies.length;
        yield* linesOf(title, copies);
      }
  }

  private async *records(
    run: Run,
  ): AsyncGenerator<RecordToWrite & { readonly problem: (problem: Omit<JobProblem, 'place'>) => void }> {
    const { asked, counts } = run;
    const profile = HOLDINGS_PROFILES.find(({ name }) => name === asked.copies) ?? null;
    const problems: JobProblem[] = [];
    const slices = new TimeSlices();
    for await (const { titles } of this.blocks(run, problems))
      for (const each of titles) {
        counts.titles += 1;
        for (const record of recordsOf(each, asked, profile)) {
          counts.records += 1;
          counts.copies += record.copies;
          const place = { record: counts.records, titleId: record.titleId };
          const problem = (found: Omit<JobProblem, 'place'>): void => {
            counts.problems += 1;
            if (counts.problems <= MOST_PROBLEMS) problems.push({ place, ...found });
          };
          for (const field of record.notCarried)
            problem({ code: 'export.field-not-carried', facts: { field } });
          yield { ...record, problem };
          await slices.pause();
        }
      }
  }

  /** Progress and problems are written after each block, which also finds that the job was cancelled. */
  private async *blocks({ job, asked }: Run, problems: JobProblem[]): AsyncGenerator<ExportBlock> {
    const selection = { schoolId: asked.schoolId as SchoolId | null, clc: asked.clc };
    const total = await this.transaction.run((tx) =>
      tx.use(ExportedTitlesRepository).count(selection.schoolId),
    );
    let done = 0;
    for (let after: TitleId | null = null; ;) {
      if (job.shouldStop()) throw new JobInterrupted('stopped between two blocks');
      const block: ExportBlock = await this.transaction.run(async (tx) => {
        const { id, attempt } = job;
        await tx
          .use(JobNotes)
          .note(id, { attempt, done, total: Math.max(total, done), problems: problems.splice(0) });
        return readBlock(tx, selection, after);
      });
      if (block.last === null) return;
      yield block;
      done += block.looked;
      after = block.last;
    }
  }
}
