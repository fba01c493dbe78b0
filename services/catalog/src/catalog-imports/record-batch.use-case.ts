import type { Clock, JobProblem } from '@shulian/service-kit';
import { newId } from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import { accessionCopies, type NewCopy } from '../accession/accession-copies.use-case.js';
import type { CatalogStore } from '../catalog.store.js';
import { isSameDescription, mergedDescription, redescribed, type Title } from '../titles/rules/title.js';
import { writeTitles } from '../titles/write-titles.use-case.js';
import type { DescribedRecord } from './describe-record.use-case.js';
import { CandidateIndex } from './rules/candidate-index.js';
import { matchFor } from './rules/record-match.js';

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
  /** Null for a real run. */
  readonly imagined: ImaginedTitles | null;
};

type TitleRecord = Extract<DescribedRecord, { readonly is: 'title' }>;

/** The records of one batch: gathers what is known, decides record by record, then writes all at once. */
export class RecordBatch {
  readonly counts: ImportCounts;
  readonly problems: JobProblem[] = [];
  private readonly titles: TitleRecord[];
  private readonly candidates = new CandidateIndex();
  private readonly known = new Map<string, Title>();
  private readonly added = new Map<string, Title>();
  private readonly changed = new Map<string, Title>();
  private readonly hashes = new Map<string, string>();
  private readonly sources = new Map<
    string,
    { agency: string; number: string; titleId: TitleId; contentHash: string }
  >();
  private readonly copyMarks = new Map<string, TitleId>();
  private readonly newCopies: { readonly copy: NewCopy; readonly record: TitleRecord }[] = [];
  private readonly newMarks = new Map<string, TitleId>();

  constructor(
    private readonly store: CatalogStore,
    private readonly asked: BatchAsked,
    private readonly clock: Clock,
  ) {
    this.counts = { ...asked.before };
    this.titles = asked.records.filter((record): record is TitleRecord => record.is === 'title');
  }

  /** Everything the decisions need, in a handful of reads; the fingerprints stay ours until the commit. */
  async gather(): Promise<void> {
    if (this.titles.length === 0) return;
    const { store, asked, titles } = this;
    const fingerprints = [...new Set(titles.map(({ fingerprint }) => fingerprint))];
    const sources = titles.flatMap(({ source }) => source ?? []);
    if (asked.imagined === null) await store.titles.reserve(fingerprints);
    for (const row of await store.titles.likely(fingerprints, sources))
      this.candidates.put({
        titleId: row.id,
        sourceKey: null,
        sourceKeys: row.sources,
        isbns: row.isbns,
        fingerprint: row.fingerprint,
        titleKey: row.title_key,
        publishedYear: row.published_year,
        carrier: row.carrier,
      });
    const ids = this.candidates.ids() as TitleId[];
    for (const title of await store.titles.locked(ids)) this.known.set(title.id, title);
    for (const row of await store.titles.sourcesOf(sources))
      this.hashes.set(`${row.agency}|${row.number}|${row.titleId}`, row.contentHash);

    const copies = titles.flatMap((title) => title.copies);
    const marks = copies.map(({ foundAs }) => foundAs);
    const barcodes = copies.flatMap(({ barcode }) => barcode ?? []);
    for (const copy of await store.copies.knownBy(asked.school.id, barcodes, marks)) {
      this.copyMarks.set(`barcode ${copy.barcode}`, copy.titleId);
      if (copy.foundAs !== null) this.copyMarks.set(`found ${copy.foundAs}`, copy.titleId);
    }
  }

  take(record: DescribedRecord): void {
    this.counts.total += 1;
    if (record.is === 'rejected') {
      this.counts.rejected += 1;
      this.problem(record, record.code, 'rejected', record.detail);
      return;
    }
    for (const note of record.notes) this.problem(record, note.code, 'warning', note.detail);
    const titleId = this.titleFor(record);
    for (const copy of record.copies) this.takeCopy(record, copy, titleId);
  }

  /** Writes what was decided: titles, their sources, then copies, whose counters so stay locked only for the end. */
  async write(): Promise<void> {
    const { store, asked, clock } = this;
    const now = clock.now();
    await writeTitles(store, { added: [...this.added.values()], changed: [...this.changed.values()] }, now);
    await store.titles.rememberSources([...this.sources.values()]);
    const entered = await accessionCopies(
      store,
      asked.school,
      clock.today(),
      this.newCopies.map(({ copy }) => copy),
    );
    const told = new Set<TitleRecord>();
    for (const copy of entered.repeatedBookNumbers) {
      const record = this.newCopies[entered.copies.indexOf(copy)]?.record;
      if (record === undefined || told.has(record)) continue;
      told.add(record);
      this.problem(record, 'copy.book-number-repeats', 'warning', copy.callNumber ?? undefined);
    }
  }

  /** What a dry run has to remember of this batch. */
  imagineOn(imagined: ImaginedTitles): void {
    for (const title of [...this.added.values(), ...this.changed.values()]) {
      const candidate = this.candidates.get(title.id);
      if (candidate !== undefined) imagined.candidates.put(candidate);
      imagined.titles.set(title.id, title);
    }
    for (const [mark, titleId] of this.newMarks) imagined.copies.set(mark, titleId);
  }

  private titleFor(record: TitleRecord): TitleId {
    const sourceKey = record.source === null ? null : `${record.source.agency}|${record.source.number}`;
    const facts = {
      sourceKey,
      isbns: record.description.isbns,
      fingerprint: record.fingerprint,
      titleKey: record.titleKey,
      publishedYear: record.description.publishedYear,
      carrier: record.description.carrier,
    };
    const near = [this.asked.imagined?.candidates, this.candidates].flatMap(
      (index) => index?.near(record.fingerprint, sourceKey) ?? [],
    );
    const match = matchFor(facts, near);
    if (match.sourceConflict)
      this.problem(record, 'record.source-number-of-another-title', 'warning', record.source?.number);
    if (match.is === 'same') return this.merge(record, match.titleId as TitleId, sourceKey, match.by);

    const title: Title = { ...record.description, id: newId<TitleId>(), version: 1 };
    this.counts.created += 1;
    this.known.set(title.id, title);
    this.added.set(title.id, title);
    this.candidates.put({ ...facts, titleId: title.id, sourceKeys: sourceKey === null ? [] : [sourceKey] });
    this.remember(record, title.id);
    return title.id;
  }

  private merge(
    record: TitleRecord,
    titleId: TitleId,
    sourceKey: string | null,
    by: 'source' | 'isbn' | 'fingerprint',
  ): TitleId {
    const present =
      this.changed.get(titleId) ?? this.asked.imagined?.titles.get(titleId) ?? this.known.get(titleId);
    if (present === undefined) throw new Error('a matched title was not gathered');
    // The same words from the same source: whatever a cataloguer changed since then stays as it is.
    if (sourceKey !== null && this.hashes.get(`${sourceKey}|${titleId}`) === record.contentHash) {
      this.counts.unchanged += 1;
      return titleId;
    }
    const merged = mergedDescription(present, record.description, by === 'source' ? 'newer' : 'other');
    const isNewSource =
      sourceKey !== null && !(this.candidates.get(titleId)?.sourceKeys.includes(sourceKey) ?? false);
    this.remember(record, titleId);
    if (isSameDescription(present, merged)) {
      this.counts[isNewSource ? 'updated' : 'unchanged'] += 1;
      return titleId;
    }
    this.counts.updated += 1;
    const isOurs = this.added.has(titleId);
    // A title made in this batch is still version 1 when it is written; a known one goes up by one, however often it is merged.
    const next = isOurs
      ? { ...merged, id: titleId, version: present.version }
      : this.changed.has(titleId)
        ? { ...merged, id: titleId, version: present.version }
        : redescribed(present, merged);
    this.known.set(titleId, next);
    (isOurs ? this.added : this.changed).set(titleId, next);
    const candidate = this.candidates.get(titleId);
    if (candidate !== undefined) this.candidates.put({ ...candidate, isbns: next.isbns });
    return titleId;
  }

  private remember(record: TitleRecord, titleId: TitleId): void {
    if (record.source === null) return;
    const key = `${record.source.agency}|${record.source.number}`;
    this.sources.set(`${key}|${titleId}`, { ...record.source, titleId, contentHash: record.contentHash });
    this.hashes.set(`${key}|${titleId}`, record.contentHash);
    const candidate = this.candidates.get(titleId);
    if (candidate !== undefined && !candidate.sourceKeys.includes(key))
      this.candidates.put({ ...candidate, sourceKeys: [...candidate.sourceKeys, key] });
  }

  private takeCopy(record: TitleRecord, copy: TitleRecord['copies'][number], titleId: TitleId): void {
    const foundMark = `found ${copy.foundAs}`;
    const barcodeMark = copy.barcode === null ? null : `barcode ${copy.barcode}`;
    const holder =
      this.holderOf(foundMark) ?? (barcodeMark === null ? undefined : this.holderOf(barcodeMark));
    if (holder === titleId) {
      this.counts.copiesUnchanged += 1;
      return;
    }
    if (holder !== undefined) {
      this.counts.copiesRejected += 1;
      this.problem(record, 'copy.barcode-taken', 'warning', copy.barcode ?? undefined);
      return;
    }
    this.counts.copiesCreated += 1;
    for (const mark of barcodeMark === null ? [foundMark] : [foundMark, barcodeMark]) {
      this.copyMarks.set(mark, titleId);
      this.newMarks.set(mark, titleId);
    }
    this.newCopies.push({ record, copy: { ...copy, titleId } });
  }

  private holderOf(mark: string): TitleId | undefined {
    return this.copyMarks.get(mark) ?? this.asked.imagined?.copies.get(mark);
  }

  private problem(
    record: DescribedRecord,
    code: string,
    severity: 'rejected' | 'warning',
    detail?: string,
  ): void {
    this.problems.push({
      place: record.place,
      code,
      facts: { severity, ...(detail === undefined || detail === '' ? {} : { detail: detail.slice(0, 200) }) },
    });
  }
}
