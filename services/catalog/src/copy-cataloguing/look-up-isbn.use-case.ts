import { Injectable } from '@nestjs/common';
import { invalid, Transaction } from '@shulian/service-kit';
import { describedRecord, type DescribedRecord } from '../catalog-imports/describe-record.use-case.js';
import type { MarcRecord } from '../catalog-imports/rules/marc-record.js';
import { readIsbn } from '../titles/isbn.adapter.js';
import { titleView } from '../titles/titles.query.js';
import { TitlesRepository } from '../titles/titles.repository.js';
import type { IsbnLookupView, OutsideRecord } from './copy-cataloguing.http.js';
import { SruSource } from './sru.adapter.js';

/** Titles of the county with one ISBN that are shown; a set has one for each of its volumes. */
const MOST_TITLES = 10;

/** Who describes a book that is there already describes it twice: the county's own record first, then another library's. */
@Injectable()
export class LookUpIsbn {
  constructor(
    private readonly transaction: Transaction,
    private readonly source: SruSource,
  ) {}

  /** @throws Problem 400 for a number that is none */
  async execute(text: string): Promise<IsbnLookupView> {
    const isbn = isbnOf(text, '?isbn');
    const titles = await this.transaction.run(async (tx) => {
      const ids = await tx.use(TitlesRepository).withIsbn(isbn, MOST_TITLES);
      const views = [];
      for (const id of ids) views.push(await titleView(tx.session, id));
      return views;
    });
    if (titles.length > 0 || !this.source.isConfigured)
      return { isbn, titles, source: titles.length > 0 ? 'not-asked' : 'off', records: [] };
    const answer = await this.source.byIsbn(isbn);
    return {
      isbn,
      titles,
      source: answer.is,
      records: answer.is === 'answered' ? answer.records.flatMap((record, at) => shown(record, at + 1)) : [],
    };
  }
}

/** @throws Problem 400 */
export const isbnOf = (text: string, pointer: string): string => {
  const read = readIsbn(text);
  if (read === null) throw invalid({ pointer, code: 'isbn-invalid' });
  return read.isbn13;
};

/** A record of another library by the rules of an import: what its copies are there is nothing to us. */
export const describedOutside = (record: MarcRecord, position: number, schoolId: string): DescribedRecord =>
  describedRecord(
    { is: 'record', place: { record: position, offset: 0 }, record, notes: [] },
    { dialect: null, profile: null, schoolId },
  );

const shown = (record: MarcRecord, position: number): OutsideRecord[] => {
  const described = describedOutside(record, position, '');
  if (described.is !== 'title') return [];
  const { title, subtitle, contributors, publisher, publishedYear, isbns, clc } = described.description;
  const problems = [...new Set(described.notes.map(({ code }) => code))];
  return [{ position, title, subtitle, contributors, publisher, publishedYear, isbns, clc, problems }];
};
