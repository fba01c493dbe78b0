import { Injectable } from '@nestjs/common';
import { unknownThing, type RequestOfCaller } from '@shulian/service-kit';
import { OnBehalf } from '../front-door/on-behalf.client.js';
import type { ReaderOnDesk } from './desk-views.http.js';
import { readerOnDesk } from './on-desk.js';
import { Parts } from './parts.js';
import type {
  AwardOfRecord,
  BookOfRecord,
  CountsOfRecord,
  NoteOfRecord,
  ReadingRecordAsked,
  ReadingRecordView,
} from './reading-records.http.js';

type ToldBook = Omit<BookOfRecord, 'closedOn'> & { readonly closedOn?: string };

/**
 * What a pupil has read, put together from what each service lets the caller see (RDR-012). Nothing is kept here: the record
 * lasts as long as loans, notes and awards do where they are kept.
 */
@Injectable()
export class ViewReadingRecord {
  constructor(private readonly onBehalf: OnBehalf) {}

  /** @throws Problem 404, also for a reader out of reach */
  async of(request: RequestOfCaller, input: ReadingRecordAsked): Promise<ReadingRecordView> {
    const parts = new Parts(this.onBehalf, request);
    const { readerId, from, to } = input;
    const reader = await parts.of<ReaderOnDesk>('readers', { method: 'GET', path: `readers/${readerId}` });
    if (reader === null && !parts.isAway('readers')) throw unknownThing();
    const days = (first: string, last: string): string =>
      `${from === undefined ? '' : `&${first}=${from}`}${to === undefined ? '' : `&${last}=${to}`}`;
    const [loans, notes, awards] = await Promise.all([
      parts.list<ToldBook>('circulation', `loans?readerId=${readerId}${days('loanedFrom', 'loanedTo')}`),
      parts.list<NoteOfRecord>('activities', `reading-notes?readerId=${readerId}`),
      parts.list<AwardOfRecord>('readers', `reading-awards?readerId=${readerId}${days('from', 'to')}`),
    ]);
    const written = notes?.filter(
      ({ handedInOn }) =>
        (from === undefined || handedInOn >= from) && (to === undefined || handedInOn <= to),
    );
    const record = {
      books: loans?.map(bookOf) ?? null,
      notes: written?.map(noteOf) ?? null,
      awards: awards?.map(awardOf) ?? null,
    };
    return {
      reader: reader === null ? null : readerOnDesk(reader),
      counts: countsOf(record),
      ...record,
      ...parts.missing(),
    };
  }
}

const countsOf = ({
  books,
  notes,
  awards,
}: Pick<ReadingRecordView, 'books' | 'notes' | 'awards'>): CountsOfRecord => ({
  loans: books?.length ?? null,
  titles: books === null ? null : new Set(books.map(({ titleId }) => titleId)).size,
  notes: notes?.length ?? null,
  notesAccepted: notes?.filter(({ acceptedOn }) => acceptedOn !== null).length ?? null,
  awards: awards?.length ?? null,
});

const bookOf = ({ titleId, title, callNumber, loanedOn, closedOn }: ToldBook): BookOfRecord => ({
  titleId,
  title,
  callNumber,
  loanedOn,
  closedOn: closedOn ?? null,
});

const noteOf = ({ id, titleId, kind, text, handedInOn, acceptedOn }: NoteOfRecord): NoteOfRecord => ({
  id,
  titleId,
  kind,
  text,
  handedInOn,
  acceptedOn,
});

const awardOf = ({ id, name, level, givenOn, words }: AwardOfRecord): AwardOfRecord => ({
  id,
  name,
  level,
  givenOn,
  words,
});
