import type { MaterialKind } from '@shulian/contracts/words';
import type { ReadingNote } from './marc-record.js';

/** What kind of thing carries the work; two carriers of one work are two titles. */
export type Carrier =
  | 'print'
  | 'manuscript'
  | 'electronic'
  | 'audio'
  | 'video'
  | 'microform'
  | 'braille'
  | 'music'
  | 'map'
  | 'graphic'
  | 'object'
  | 'kit';

export type ImportedContributor = {
  readonly name: string;
  readonly is: 'person' | 'body' | 'meeting';
  readonly role: string | null;
  readonly country: string | null;
};

export type ImportedClass = {
  readonly scheme: 'clc' | 'casl' | 'ddc' | 'lcc' | 'udc';
  readonly notation: string;
  readonly edition: string | null;
};

/** The place a record came from: the agency's code (003 or 801$b) and its number for the record (001). */
export type RecordSource = { readonly agency: string | null; readonly number: string };

/** A bibliographic record in our words, still as written: ISBNs and class numbers are checked by their own rules. */
export type ImportedTitle = {
  readonly source: RecordSource | null;
  readonly level: 'monograph' | 'serial' | 'part' | 'collection';
  readonly carrier: Carrier;
  /** Null where the record does not say it surely. */
  readonly kind: MaterialKind | null;
  readonly title: string;
  readonly subtitle: string | null;
  readonly partNumber: string | null;
  readonly partTitle: string | null;
  readonly otherTitles: readonly string[];
  readonly statement: string | null;
  readonly contributors: readonly ImportedContributor[];
  readonly edition: string | null;
  readonly isbns: readonly string[];
  readonly issns: readonly string[];
  readonly unifiedBookNumber: string | null;
  readonly publisher: string | null;
  readonly publishedIn: string | null;
  readonly publishedYear: number | null;
  readonly languages: readonly string[];
  readonly extent: string | null;
  readonly series: readonly string[];
  readonly subjects: readonly string[];
  readonly classes: readonly ImportedClass[];
  readonly summary: string | null;
  readonly audience: string | null;
  readonly binding: string | null;
  readonly priceFen: number | null;
  readonly notes: readonly ReadingNote[];
};

/** A copy as the file has it; what is null is given by us at accession. */
export type ImportedCopy = {
  readonly barcode: string | null;
  readonly formerNumber: string | null;
  readonly location: string | null;
  readonly clc: string | null;
  readonly bookNumber: string | null;
  /** The call number in one piece, as written. */
  readonly callNumber: string | null;
  /** Whether the file says that its call numbers are of another scheme than CLC: nothing to wonder about then. */
  readonly isOtherScheme: boolean;
  readonly priceFen: number | null;
  readonly volume: string | null;
  readonly use: 'lendable' | 'reading-room' | 'processing' | 'repair' | 'missing' | 'withdrawn';
};

/** Why a record that could be read cannot become a title. */
export type NotATitle = {
  readonly refused: 'record.deleted' | 'record.title-missing' | 'record.authority' | 'copy.withdrawn-in-file';
};

/** A name that stands in several fields is one contributor. */
export const firstOfEachName = (listed: readonly ImportedContributor[]): ImportedContributor[] => {
  const byName = new Map<string, ImportedContributor>();
  for (const each of listed) if (!byName.has(each.name)) byName.set(each.name, each);
  return [...byName.values()];
};
