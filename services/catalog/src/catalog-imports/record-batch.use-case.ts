import type { Clock, JobProblem, Tx } from '@shulian/service-kit';
import { newId } from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import { isHandedOutLine } from '../catalog-exports/handed-out-record.use-case.js';
import { accessionCopies, type NewCopy } from '../accession/accession-copies.use-case.js';
import { reclassifyCopies } from '../accession/reclassify-copies.step.js';
import type { Entry } from '../registers/record-movements.step.js';
import { isSameDescription, mergedDescription, redescribed, type Title } from '../titles/rules/title.js';
import type { withFinding } from '../titles/title-finding.use-case.js';
import { writeTitles } from '../titles/write-titles.use-case.js';
import { ownAgencyOf, type DescribedRecord } from './describe-record.use-case.js';
import { marksOf, type KnownToBatch, type TitleRecord } from './known-to-batch.use-case.js';
import { CandidateIndex } from './rules/candidate-index.js';
import type { ReadingNote } from './rules/marc-record.js';
import { matchFor, type RecordMatch } from './rules/record-match.js';
import { CopiesRepository } from '../accession/copies.repository.js';
import { KeptRecordsRepository } from '../title-records/kept-records.repository.js';
import { TitlesRepository } from '../titles/titles.repository.js';

/** What became of the records so far: created + updated + unchanged + rejected = total. Merged are the middle two. */
export type ImportCounts = {
  total: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  copiesCreated: number;
  copiesUnchanged: number;
  copiesRejected: number;
};

export const NOTHING_YET: ImportCounts = {
  total: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, copiesCreated: 0, copiesUnchanged: 0, copiesRejected: 0,
}; // prettier-ignore

/** What a dry run would have made: later records must find it, though nothing is written. */
export type ImaginedTitles = {
  readonly candidates: CandidateIndex;
  readonly titles: Map<string, Title>;
  readonly copies: Map<string, TitleId>;
};

export const nothingImagined = (): ImaginedTitles => ({
  candidates: new CandidateIndex(),
  titles: new Map(),
  copies: new Map(),
});

export type BatchAsked = {
  readonly jobId: string;
  readonly attempt: number;
  readonly school: { readonly id: SchoolId; readonly code: string };
  readonly records: readonly DescribedRecord[];
  readonly before: ImportCounts;
  readonly total: number | null;
  /** What the registers say of its copies beside the day. */
  readonly entry: Pick<Entry, 'source' | 'documentNumber' | 'withoutDelivery' | 'by'>;
  /** Null for a real run. */
  readonly imagined: ImaginedTitles | null;
};

/** The records of one batch: gathers what is known, decides record by record, then writes all at once. */
export class RecordBatch {
  readonly counts: ImportCounts;
  readonly problems: JobProblem[] = [];
  private readonly added = new Map<string, Title>();
  private readonly changed = new Map<string, Title>();
  private readonly sources = new Map<
    string,
    { agency: string; number: string; titleId: TitleId; contentHash: string }
  >();
  /** The class that each changed title had before the batch. */
  private readonly classesBefore = new Map<string, { readonly clc: string | null }>();
  private readonly originals = new Map<string, { readonly record: TitleRecord; readonly titleId: TitleId }>();
  private readonly newCopies: { readonly copy: NewCopy; readonly record: TitleRecord }[] = [];
  private readonly newMarks = new Map<string, TitleId>();

  constructor(
    private readonly known: KnownToBatch,
    private readonly input: BatchAsked,
    private readonly clock: Clock,
  ) {
    this.counts = { ...input.before };
  }

  /** @returns the title that the record describes; null for what is none */
  take(record: DescribedRecord): TitleId | null {
    if (record.is === 'noted') {
      for (const note of record.notes) this.problem(record, note, 'warning');
      return null;
    }
    this.counts.total += 1;
    if (record.is === 'rejected') {
      this.counts.rejected += 1;
      this.problem(record, record, 'rejected');
      return null;
    }
    for (const note of record.notes) this.problem(record, note, 'warning');
    this.counts.copiesRejected += record.notes.filter(({ code }) => NO_COPY.has(code)).length;
    const titleId = this.titleFor(record);
    for (const copy of record.copies) this.takeCopy(record, copy, titleId);
    return titleId;
  }

  /** Writes what was decided: titles, their sources, then copies, whose counters so stay locked only for the end. */
  async write(
    tx: Tx,
    found: (title: Title) => ReturnType<typeof withFinding>,
    bodies: ReadonlyMap<TitleRecord, Uint8Array>,
  ): Promise<void> {
    const { input, clock } = this;
    const now = clock.now();
    const written = { added: [...this.added.values()], changed: [...this.changed.values()] };
    await writeTitles(tx, written, now, found);
    await tx.use(TitlesRepository).rememberSources([...this.sources.values()]);
    await tx.use(KeptRecordsRepository).keep(
      [...this.originals.values()].flatMap(({ record, titleId }) => {
        const body = bodies.get(record);
        return body === undefined || record.original === null
          ? []
          : [
              {
                titleId,
                ...record.source,
                dialect: record.original.dialect,
                hash: record.original.hash,
                body,
              },
            ];
      }),
      now,
    );
    const entered = await accessionCopies(
      tx,
      input.school,
      {
        ...input.entry,
        day: clock.today(),
        importId: input.jobId,
      },
      this.newCopies.map(({ copy }) => copy),
    );
    await tx.use(CopiesRepository).rememberImport(
      input.jobId,
      entered.copies.map(({ id }) => id),
    );
    // Copies that stood without a class follow a title that got one. Where it had another their spines say it: nobody moves them by a file.
    const { by } = input.entry;
    for (const title of this.changed.values())
      if (by !== null && title.clc !== null && this.classesBefore.get(title.id)?.clc === null)
        await reclassifyCopies(tx, { id: title.id, clc: null }, title.clc, { day: clock.today(), by });
    const told = new Set<TitleRecord>();
    for (const copy of entered.repeatedBookNumbers) {
      const record = this.newCopies[entered.copies.indexOf(copy)]?.record;
      if (record === undefined || told.has(record)) continue;
      told.add(record);
      this.problem(record, { code: 'copy.book-number-repeats', detail: copy.callNumber ?? '' }, 'warning');
    }
  }

  /** The titles that will be written, as far as can be foreseen. */
  get titlesToWrite(): Title[] {
    return [...this.added.values(), ...this.changed.values()];
  }

  /** What a dry run has to remember of this batch. */
  recordDryRun(imagined: ImaginedTitles): void {
    for (const title of [...this.added.values(), ...this.changed.values()]) {
      const candidate = this.known.candidates.get(title.id);
      if (candidate !== undefined) imagined.candidates.put(candidate);
      imagined.titles.set(title.id, title);
    }
    for (const [mark, titleId] of this.newMarks) imagined.copies.set(mark, titleId);
  }

  private titleFor(record: TitleRecord): TitleId {
    const sourceKey = `${record.source.agency}|${record.source.number}`;
    const facts = {
      sourceKey,
      isbns: record.description.isbns,
      fingerprint: record.fingerprint,
      titleKey: record.titleKey,
      publishedYear: record.description.publishedYear,
      carrier: record.description.carrier,
      series: record.description.series,
    };
    const heldBy = new Set(
      record.copies.flatMap((copy) => marksOf(copy).flatMap((mark) => this.holderOf(mark) ?? [])),
    );
    const near = [this.input.imagined?.candidates, this.known.candidates].flatMap((index) => [
      ...(index?.near(record.fingerprint, sourceKey) ?? []),
      ...[...heldBy].flatMap((titleId) => index?.get(titleId) ?? []),
    ]);
    const ownSources = `${ownAgencyOf(this.input.school.id)}|`;
    const match = matchFor(facts, near, { heldBy, ownSources, hasLost: record.hasLost });
    if (match.sourceConflict)
      this.problem(
        record,
        { code: 'record.source-number-of-another-title', detail: record.source.number },
        'warning',
      );
    if (match.is === 'same') return this.merge(record, match.titleId as TitleId, sourceKey, match.by);

    const title: Title = { ...record.description, id: newId<TitleId>(), version: 1 };
    this.counts.created += 1;
    this.known.titles.set(title.id, title);
    this.added.set(title.id, title);
    this.known.candidates.put({ ...facts, titleId: title.id, sourceKeys: [sourceKey] });
    this.remember(record, title.id);
    this.keep(record, title.id);
    return title.id;
  }

  private merge(
    record: TitleRecord,
    titleId: TitleId,
    sourceKey: string,
    by: Extract<RecordMatch, { readonly is: 'same' }>['by'],
  ): TitleId {
    const present =
      this.changed.get(titleId) ?? this.input.imagined?.titles.get(titleId) ?? this.known.titles.get(titleId);
    if (present === undefined) throw new Error('a matched title was not gathered');
    // What we gave out ourselves says nothing new, and is no original.
    const isOurs =
      record.original === null
        ? isHandedOutLine(present, record.description)
        : this.known.isHandedOut(sourceKey, titleId, record.contentHash);
    if (isOurs) {
      this.counts.unchanged += 1;
      return titleId;
    }
    this.keep(record, titleId);
    // The same words from the same source: whatever a cataloguer changed since then stays as it is.
    if (this.known.hashes.get(`${sourceKey}|${titleId}`) === record.contentHash) {
      this.counts.unchanged += 1;
      return titleId;
    }
    const merged = mergedDescription(present, record.description, by === 'source' ? 'newer' : 'other');
    const isNewSource = !(this.known.candidates.get(titleId)?.sourceKeys.includes(sourceKey) ?? false);
    this.remember(record, titleId);
    if (isSameDescription(present, merged)) {
      this.counts[isNewSource ? 'updated' : 'unchanged'] += 1;
      return titleId;
    }
    this.counts.updated += 1;
    const isAdded = this.added.has(titleId);
    // A title made in this batch is still version 1 when it is written; a known one goes up by one, however often it is merged.
    const next = isAdded
      ? { ...merged, id: titleId, version: present.version }
      : this.changed.has(titleId)
        ? { ...merged, id: titleId, version: present.version }
        : redescribed(present, merged);
    this.known.titles.set(titleId, next);
    (isAdded ? this.added : this.changed).set(titleId, next);
    if (!isAdded && !this.classesBefore.has(titleId)) this.classesBefore.set(titleId, { clc: present.clc });
    const candidate = this.known.candidates.get(titleId);
    if (candidate !== undefined) this.known.candidates.put({ ...candidate, isbns: next.isbns });
    return titleId;
  }

  private remember(record: TitleRecord, titleId: TitleId): void {
    const key = `${record.source.agency}|${record.source.number}`;
    this.sources.set(`${key}|${titleId}`, { ...record.source, titleId, contentHash: record.contentHash });
    this.known.hashes.set(`${key}|${titleId}`, record.contentHash);
    const candidate = this.known.candidates.get(titleId);
    if (candidate !== undefined && !candidate.sourceKeys.includes(key))
      this.known.candidates.put({ ...candidate, sourceKeys: [...candidate.sourceKeys, key] });
  }

  private keep(record: TitleRecord, titleId: TitleId): void {
    this.originals.set(`${record.source.agency}|${record.source.number}|${titleId}`, { record, titleId });
  }

  private takeCopy(record: TitleRecord, copy: TitleRecord['copies'][number], titleId: TitleId): void {
    const marks = marksOf(copy);
    const holder = marks.map((mark) => this.holderOf(mark)).find((each) => each !== undefined);
    if (holder === titleId) {
      this.counts.copiesUnchanged += 1;
      return;
    }
    if (holder !== undefined) {
      this.counts.copiesRejected += 1;
      this.problem(record, { code: 'copy.barcode-taken', detail: copy.barcode ?? '' }, 'warning');
      return;
    }
    this.counts.copiesCreated += 1;
    for (const mark of marks) {
      this.known.copyMarks.set(mark, titleId);
      this.newMarks.set(mark, titleId);
    }
    this.newCopies.push({ record, copy: { ...copy, titleId } });
  }

  private holderOf(mark: string): TitleId | undefined {
    return this.known.copyMarks.get(mark) ?? this.input.imagined?.copies.get(mark);
  }

  private problem(
    { place }: DescribedRecord,
    { code, field, detail = '' }: ReadingNote,
    severity: 'rejected' | 'warning',
  ): void {
    this.problems.push({
      place: field === undefined ? place : { ...place, field },
      code,
      facts: { severity, ...(detail === '' ? {} : { detail: detail.slice(0, 200) }) },
    });
  }
}

/** Notes of a copy of the file that was not entered. */
const NO_COPY: ReadonlySet<string> = new Set(['copy.withdrawn-in-file', 'copy.barcode-invalid']);
