import type { Tx } from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import type { Copy } from '../accession/rules/copy.js';
import { KeptRecordsRepository, type KeptRecord } from '../title-records/kept-records.repository.js';
import type { Title } from '../titles/rules/title.js';
import { ExportedTitlesRepository } from './exported-titles.repository.js';

/** Titles that are read at once; their records, however long, are in memory. */
const AT_ONCE = 200;

export type ExportBlock = {
  /** The last id that was looked at; null when there was none. */
  readonly last: TitleId | null;
  /** Ids that were looked at: merged titles and those of other classes are among them. */
  readonly looked: number;
  readonly titles: readonly {
    readonly title: Title;
    readonly records: readonly KeptRecord[];
    readonly edited: ReadonlySet<string>;
    readonly copies: readonly Copy[];
  }[];
};

/** The next titles of an export with all that goes out of them. */
export const readBlock = async (
  tx: Tx,
  { schoolId, clc }: { readonly schoolId: SchoolId | null; readonly clc: string | null },
  after: TitleId | null,
): Promise<ExportBlock> => {
  const exported = tx.use(ExportedTitlesRepository);
  const looked = await exported.ids(schoolId, after, AT_ONCE);
  const titles = await exported.titles(looked, clc);
  const ids = titles.map(({ id }) => id);
  const records = groupedBy(await tx.use(KeptRecordsRepository).ofTitles(ids));
  const edited = await tx.use(KeptRecordsRepository).editedFields(ids);
  const copies = groupedBy(schoolId === null ? [] : await exported.copies(ids, schoolId));
  return {
    last: looked.at(-1) ?? null,
    looked: looked.length,
    titles: titles.map((title) => ({
      title,
      records: records.get(title.id) ?? [],
      edited: edited.get(title.id) ?? new Set(),
      copies: copies.get(title.id) ?? [],
    })),
  };
};

const groupedBy = <Of extends { readonly titleId: TitleId }>(things: readonly Of[]): Map<TitleId, Of[]> => {
  const groups = new Map<TitleId, Of[]>();
  for (const thing of things) groups.set(thing.titleId, [...(groups.get(thing.titleId) ?? []), thing]);
  return groups;
};
