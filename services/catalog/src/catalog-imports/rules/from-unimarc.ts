import { carrierOf } from './carrier.js';
import { firstOfStatement, nameOf, plainCode, priceInFen, yearOf } from './dirty-values.js';
import type {
  ImportedClass,
  ImportedContributor,
  ImportedTitle,
  NotATitle,
  RecordSource,
} from './imported-title.js';
import {
  allValues,
  controlValue,
  fieldsOf,
  firstValue,
  trimmed,
  valueIn,
  valuesIn,
  type DataField,
  type MarcRecord,
  type ReadingNote,
} from './marc-record.js';

/**
 * UNIMARC and CNMARC to our words, by the field map of the domain page (§1.4). The first 690 wins; pinyin in $9 or $A is
 * read over (we make our own); an ISBN in 010$z is kept for search only by being left out here.
 */
export const titleFromUnimarc = (record: MarcRecord): ImportedTitle | NotATitle => {
  if (record.leader[5] === 'd') return { refused: 'record.deleted' };
  const titleField = fieldsOf(record, '200').find((field) => valueIn(field, 'a') !== null);
  if (titleField === undefined) return { refused: 'record.title-missing' };
  const titles = valuesIn(titleField, 'a');
  const title = titles[0];
  if (title === undefined) return { refused: 'record.title-missing' };

  const notes: ReadingNote[] = [];
  const price = priceInFen(firstValue(record, '010', 'd') ?? firstValue(record, '011', 'd'));
  if (price.is === 'unreadable')
    notes.push({ code: `price.${price.why}`, detail: firstValue(record, '010', 'd') ?? '' });
  const publishedText = firstValue(record, '210', 'd') ?? firstValue(record, '214', 'd');
  const statement = valuesIn(titleField, 'f', 'g').join(' ; ') || null;

  return {
    source: sourceOf(record),
    level: levelOf(record.leader[7]),
    carrier: carrierOf(record, 'unimarc'),
    title,
    subtitle: valuesIn(titleField, 'e').join(' : ') || null,
    partNumber: valuesIn(titleField, 'h', 'v').join(' ') || null,
    partTitle: valuesIn(titleField, 'i').join(' ') || null,
    otherTitles: otherTitlesOf(record, titleField),
    statement,
    contributors: contributorsOf(record, statement),
    edition: firstValue(record, '205', 'a'),
    isbns: allValues(record, '010', 'a'),
    issns: allValues(record, '011', 'a'),
    unifiedBookNumber: firstValue(record, '091', 'a'),
    publisher: firstValue(record, '210', 'c') ?? firstValue(record, '214', 'c'),
    publishedIn: firstValue(record, '210', 'a') ?? firstValue(record, '214', 'a'),
    publishedYear: yearOf(publishedText) ?? yearOf(firstValue(record, '100', 'a')?.slice(9, 13) ?? null),
    languages: unique(allValues(record, '101', 'a').map((code) => code.toLowerCase())),
    extent:
      [firstValue(record, '215', 'a'), firstValue(record, '215', 'd')]
        .filter((each) => each !== null)
        .join('; ') || null,
    series: fieldsOf(record, '225', '410', '461', '462')
      .map(seriesOf)
      .filter((each) => each !== null)
      .filter(firstOnly),
    subjects: subjectsOf(record),
    classes: classesOf(record),
    summary: firstValue(record, '330', 'a'),
    audience: firstValue(record, '333', 'a'),
    binding: firstValue(record, '010', 'b'),
    priceFen: price.is === 'price' ? price.fen : null,
    notes,
  };
};

/** 801: indicator 2 = 3 issuing, 0 original cataloguing, else the first; the number is the control number in 001. */
const sourceOf = (record: MarcRecord): RecordSource | null => {
  const number = controlValue(record, '001');
  if (number === null) return null;
  const agencies = fieldsOf(record, '801');
  const chosen =
    agencies.find((field) => field.indicators[1] === '3') ??
    agencies.find((field) => field.indicators[1] === '0') ??
    agencies[0];
  const agency = controlValue(record, '003') ?? (chosen === undefined ? null : valueIn(chosen, 'b'));
  return { agency: agency === null ? null : plainCode(agency), number };
};

const levelOf = (code: string | undefined): ImportedTitle['level'] =>
  code === 's' || code === 'i' ? 'serial' : code === 'a' ? 'part' : code === 'c' ? 'collection' : 'monograph';

const otherTitlesOf = (record: MarcRecord, titleField: DataField): string[] =>
  unique([
    ...valuesIn(titleField, 'a').slice(1),
    ...valuesIn(titleField, 'd'),
    ...allValues(record, '500', 'a'),
    ...allValues(record, '510', 'a'),
    ...allValues(record, '512', 'a'),
    ...allValues(record, '517', 'a'),
    ...allValues(record, '540', 'a'),
    ...allValues(record, '454', 'a', 't'),
  ]);

const KIND_BY_TAG: Readonly<Record<string, ImportedContributor['is']>> = {
  '700': 'person', '701': 'person', '702': 'person', '710': 'body', '711': 'body', '712': 'body',
}; // prettier-ignore

const contributorsOf = (record: MarcRecord, statement: string | null): ImportedContributor[] => {
  const listed = fieldsOf(record, ...Object.keys(KIND_BY_TAG)).flatMap((field): ImportedContributor[] => {
    const is = KIND_BY_TAG[field.tag] ?? 'person';
    const entry = [valueIn(field, 'a'), ...(is === 'person' ? valuesIn(field, 'b') : [])].filter(
      (each) => each !== null,
    );
    const read = nameOf(entry.join(is === 'person' && /[A-Za-z]/.test(entry.join('')) ? ', ' : ''));
    if (read === null) return [];
    const meeting = is === 'body' && field.indicators[0] === '1';
    return [
      {
        name: read.name,
        is: meeting ? 'meeting' : is,
        role: valueIn(field, '4'),
        country: read.country ?? valueIn(field, 'c'),
      },
    ];
  });
  if (listed.length > 0)
    return listed.filter((each, at) => listed.findIndex((other) => other.name === each.name) === at);
  const name = firstOfStatement(statement);
  return name === null ? [] : [{ name, is: 'person', role: null, country: null }];
};

const seriesOf = (field: DataField): string | null => {
  const name = valueIn(field, 'a', 't');
  if (name === null) return null;
  return [name, ...valuesIn(field, 'h', 'i', 'v')].join(' ');
};

const subjectsOf = (record: MarcRecord): string[] =>
  unique([
    ...fieldsOf(record, '600', '601', '605', '606', '607').map((field) =>
      valuesIn(field, 'a', 'x', 'y', 'z', 'j').join('-'),
    ),
    ...allValues(record, '610', 'a'),
  ]).filter((subject) => subject !== '');

const classesOf = (record: MarcRecord): ImportedClass[] => {
  const of = (tag: string, scheme: ImportedClass['scheme']): ImportedClass[] =>
    fieldsOf(record, tag).flatMap((field) => {
      const edition = valueIn(field, 'v');
      return valuesIn(field, 'a').map((notation) => ({ scheme, notation, edition }));
    });
  return [
    ...of('690', 'clc'),
    ...of('692', 'casl'),
    ...of('676', 'ddc'),
    ...of('675', 'udc'),
    ...of('680', 'lcc'),
  ];
};

const firstOnly = <T>(value: T, at: number, all: readonly T[]): boolean => all.indexOf(value) === at;
const unique = (values: readonly string[]): string[] =>
  values
    .map(trimmed)
    .filter((value) => value !== null)
    .filter(firstOnly);
