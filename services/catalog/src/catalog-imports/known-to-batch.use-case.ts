import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import type { Title } from '../titles/rules/title.js';
import type { DescribedRecord } from './describe-record.use-case.js';
import { CandidateIndex } from './rules/candidate-index.js';
import { CopiesRepository } from '../accession/copies.repository.js';
import { TitlesRepository } from '../titles/titles.repository.js';
import type { Tx } from '@shulian/service-kit';

export type TitleRecord = Extract<DescribedRecord, { readonly is: 'title' }>;

/** What the catalogue has already of the titles and copies of one batch. */
export class KnownToBatch {
  readonly candidates = new CandidateIndex();
  readonly titles = new Map<string, Title>();
  /** Hash of a source's words, by source and title. */
  readonly hashes = new Map<string, string>();
  /** Title of a copy, by its marks. */
  readonly copyMarks = new Map<string, TitleId>();

  /**
   * Everything the decisions need, in a handful of reads. Locked, the fingerprints and titles stay ours until the commit;
   * unlocked is enough to foresee what will be written.
   */
  async gather(
    tx: Tx,
    {
      school,
      records,
    }: { readonly school: { readonly id: SchoolId }; readonly records: readonly DescribedRecord[] },
    isLocked: boolean,
  ): Promise<void> {
    const titles = records.filter((record): record is TitleRecord => record.is === 'title');
    if (titles.length === 0) return;
    const fingerprints = [...new Set(titles.map(({ fingerprint }) => fingerprint))];
    const sources = titles.map(({ source }) => source);
    if (isLocked) await tx.use(TitlesRepository).reserve(fingerprints);

    const copies = titles.flatMap((title) => title.copies);
    const marks = copies.map(({ foundAs }) => foundAs);
    const barcodes = copies.flatMap(({ barcode }) => barcode ?? []);
    for (const copy of await tx.use(CopiesRepository).knownBy(school.id, barcodes, marks)) {
      this.copyMarks.set(`barcode ${copy.barcode}`, copy.titleId);
      if (copy.foundAs !== null) this.copyMarks.set(`found ${copy.foundAs}`, copy.titleId);
    }
    const holders = [...new Set(this.copyMarks.values())];
    for (const row of await tx.use(TitlesRepository).likely(fingerprints, sources, holders))
      this.candidates.put({
        titleId: row.id,
        sourceKey: null,
        sourceKeys: row.sources,
        isbns: row.isbns,
        fingerprint: row.fingerprint,
        titleKey: row.title_key,
        publishedYear: row.published_year,
        carrier: row.carrier,
        series: row.series,
      });
    const ids = this.candidates.ids() as TitleId[];
    for (const title of await (isLocked
      ? tx.use(TitlesRepository).locked(ids)
      : tx.use(TitlesRepository).many(ids)))
      this.titles.set(title.id, title);
    for (const row of await tx.use(TitlesRepository).sourcesOf(sources))
      this.hashes.set(`${row.agency}|${row.number}|${row.titleId}`, row.contentHash);
  }
}

/** What a copy is known again by: its place in its record, then its barcode. */
export const marksOf = ({ foundAs, barcode }: TitleRecord['copies'][number]): string[] => [
  `found ${foundAs}`,
  ...(barcode === null ? [] : [`barcode ${barcode}`]),
];
