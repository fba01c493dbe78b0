import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import { handedOutRecord } from '../catalog-exports/handed-out-record.use-case.js';
import { isOurNumber, OUR_AGENCY, recordOfTitle } from '../catalog-exports/rules/made-record.js';
import { KeptRecordsRepository } from '../title-records/kept-records.repository.js';
import type { Title, TitleDescription } from '../titles/rules/title.js';
import { contentHashOf, type DescribedRecord } from './describe-record.use-case.js';
import { descriptionOfRecord } from './described-title.use-case.js';
import { CandidateIndex } from './rules/candidate-index.js';
import { CopiesRepository } from '../accession/copies.repository.js';
import { TitlesRepository, type LikelyTitle } from '../titles/titles.repository.js';
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
  /** Hashes of the words that we would give out of a title now, by source and title. */
  private readonly handedOut = new Set<string>();

  /** Whether this is what we gave out of a title that stands as it stood then. */
  isHandedOut(sourceKey: string, titleId: string, contentHash: string): boolean {
    return this.handedOut.has(`${sourceKey}|${titleId}|${contentHash}`);
  }

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
    const ours = sources.flatMap(({ agency, number }) =>
      agency === OUR_AGENCY && isOurNumber(number) ? [number as TitleId] : [],
    );
    const lost = new Map(
      (await tx.use(KeptRecordsRepository).ofLost(titles.flatMap(({ lostBefore }) => lostBefore ?? []))).map(
        ({ hash, titleId }) => [hash, titleId],
      ),
    );
    const holders = [...new Set([...this.copyMarks.values(), ...ours, ...lost.values()])];
    const { rows, titles: found } = await this.standing(tx, fingerprints, sources, holders, isLocked);
    for (const title of found) this.titles.set(title.id, title);
    for (const row of rows) {
      // What was said of titles that were merged into it comes first.
      const before = this.candidates.get(row.id);
      this.candidates.put({
        titleId: row.id,
        sourceKey: null,
        sourceKeys: [...(before?.sourceKeys ?? []), ...row.sources, `${OUR_AGENCY}|${row.id}`],
        isbns: [...(before?.isbns ?? []), ...row.isbns],
        fingerprint: row.fingerprint,
        titleKey: row.title_key,
        publishedYear: row.published_year,
        carrier: row.carrier,
        series: row.series,
      });
    }
    for (const row of await tx.use(TitlesRepository).sourcesOf(sources))
      this.hashes.set(`${row.agency}|${row.number}|${row.titleId}`, row.contentHash);
    for (const { lostBefore, source, contentHash } of titles) {
      const titleId = lostBefore === null ? undefined : lost.get(lostBefore);
      const known = titleId === undefined ? undefined : this.candidates.get(titleId);
      if (known === undefined) continue;
      const key = `${source.agency}|${source.number}`;
      this.candidates.put({ ...known, sourceKeys: [...known.sourceKeys, key] });
      this.handedOut.add(`${key}|${known.titleId}|${contentHash}`);
    }
    await this.gatherHandedOut(tx, ours);
  }

  /** Records of titles that were edited since go out with the edits, and titles without any record go out in our own words. */
  private async gatherHandedOut(tx: Tx, ours: readonly TitleId[]): Promise<void> {
    const kept = tx.use(KeptRecordsRepository);
    const edited = await kept.editedFields([...this.titles.values()].map(({ id }) => id));
    const note = (source: string, titleId: TitleId, description: TitleDescription | null): void => {
      if (description !== null) this.handedOut.add(`${source}|${titleId}|${contentHashOf(description)}`);
    };
    for (const record of await kept.ofTitles([...edited.keys()])) {
      const title = this.titles.get(record.titleId);
      if (title === undefined) continue;
      const { record: out } = handedOutRecord(title, record, edited.get(title.id) ?? new Set());
      note(`${record.agency}|${record.number}`, title.id, descriptionOfRecord(out, record.dialect));
    }
    for (const title of ours.flatMap((id) => this.titles.get(id) ?? []))
      for (const dialect of ['unimarc', 'marc21'] as const)
        note(
          `${OUR_AGENCY}|${title.id}`,
          title.id,
          descriptionOfRecord(recordOfTitle({ id: title.id, description: title }, dialect), dialect),
        );
  }

  /** One that was merged into another before it was locked is looked for again, and found there. */
  private async standing(
    tx: Tx,
    ...[fingerprints, sources, holders, isLocked]: readonly [
      fingerprints: readonly string[],
      sources: readonly TitleRecord['source'][],
      holders: readonly TitleId[],
      isLocked: boolean,
    ]
  ): Promise<{ readonly rows: readonly LikelyTitle[]; readonly titles: readonly Title[] }> {
    const repository = tx.use(TitlesRepository);
    for (;;) {
      const rows = await repository.likely(fingerprints, sources, holders);
      const ids = [...new Set(rows.map(({ id }) => id))];
      const titles = await (isLocked ? repository.locked(ids) : repository.many(ids));
      if (titles.length === ids.length) return { rows, titles };
    }
  }
}

/** What a copy is known again by: its place in its record, then its barcode. */
export const marksOf = ({ foundAs, barcode }: TitleRecord['copies'][number]): string[] => [
  `found ${foundAs}`,
  ...(barcode === null ? [] : [`barcode ${barcode}`]),
];
