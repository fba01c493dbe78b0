import type { TitleDescription } from '../../titles/rules/title.js';
import type { MarcDialect } from '../../catalog-imports/rules/marc-record.js';

/** Notes are read out of no record: those that were written here are added to it. */
export type DescribedField = Exclude<keyof TitleDescription, 'notes'>;

/**
 * Where a field of the description stands in a record. `part`: subfields of one field, which may stand in another one, too;
 * `list`: a field for each entry, of which `codes` hold it where they hold more; `leader`: a place of the leader.
 */
export type FieldPlace =
  | {
      readonly is: 'part';
      readonly tags: readonly string[];
      readonly codes: string;
      readonly onlyFirst?: true;
      /** It may stand beside another value in its subfield: where nothing else does, the fields are written anew. */
      readonly besideOthers?: true;
      /** A field names its scheme in $2: one of another scheme is none. */
      readonly scheme?: RegExp;
    }
  | { readonly is: 'list'; readonly tags: readonly string[]; readonly codes?: string }
  | { readonly is: 'leader'; readonly at: number; readonly tags: readonly string[] };

const part = (codes: string, ...tags: readonly string[]): FieldPlace => ({ is: 'part', tags, codes });
const first = (codes: string, ...tags: readonly string[]): FieldPlace => ({
  is: 'part',
  tags,
  codes,
  onlyFirst: true,
});
const beside = (codes: string, ...tags: readonly string[]): FieldPlace => ({
  is: 'part',
  tags,
  codes,
  besideOthers: true,
});
const list = (...tags: readonly string[]): FieldPlace => ({ is: 'list', tags });
const inList = (codes: string, ...tags: readonly string[]): FieldPlace => ({ is: 'list', tags, codes });

type Places = Readonly<Record<DescribedField, FieldPlace>>;

const UNIMARC: Places = {
  title: first('a', '200'),
  subtitle: part('e', '200'),
  partNumber: part('hv', '200'),
  partTitle: part('i', '200'),
  statement: part('fg', '200'),
  otherTitles: list('517', '500', '510', '512', '540', '454'),
  contributors: list('700', '701', '702', '710', '711', '712'),
  edition: part('a', '205'),
  isbns: inList('a', '010'),
  otherNumbers: inList('a', '011', '091', '010'),
  publisher: part('c', '210', '214'),
  publishedIn: part('a', '210', '214'),
  publishedYear: part('d', '210', '214'),
  languages: list('101'),
  extent: part('ad', '215'),
  series: list('225', '410', '461', '462'),
  subjects: list('610', '600', '601', '605', '606', '607'),
  clc: first('a', '690'),
  otherClasses: list('692', '676', '675', '680'),
  summary: part('a', '330'),
  audience: part('a', '333'),
  binding: beside('b', '010'),
  priceFen: beside('d', '010', '011'),
  kind: part('b', '200'),
  level: { is: 'leader', at: 7, tags: [] },
  carrier: { is: 'leader', at: 6, tags: ['337', '230'] },
};

const MARC21: Places = {
  title: first('akp', '245'),
  subtitle: part('b', '245'),
  partNumber: part('n', '245'),
  partTitle: part('p', '245'),
  statement: part('c', '245'),
  otherTitles: list('246', '240', '740'),
  contributors: list('100', '110', '111', '700', '710', '711'),
  edition: part('a', '250'),
  isbns: inList('a', '020'),
  otherNumbers: inList('a', '022', '020'),
  publisher: part('b', '264', '260'),
  publishedIn: part('a', '264', '260'),
  publishedYear: part('c', '264', '260'),
  languages: list('041'),
  extent: part('a', '300'),
  series: list('490', '440', '830'),
  subjects: list('653', '600', '610', '611', '630', '650', '651'),
  clc: { is: 'part', tags: ['084', '093'], codes: 'a', onlyFirst: true, scheme: /clc/i },
  otherClasses: list('082', '050', '080'),
  summary: part('a', '520'),
  audience: part('a', '521'),
  binding: beside('q', '020'),
  priceFen: beside('c', '020'),
  kind: part('h', '245'),
  level: { is: 'leader', at: 7, tags: [] },
  carrier: { is: 'leader', at: 6, tags: ['007'] },
};

export const placesIn = (dialect: MarcDialect): Places => (dialect === 'unimarc' ? UNIMARC : MARC21);
