import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import type { ReadingNoteId } from '@shulian/contracts/ids';
import {
  afterCursor,
  Database,
  Lists,
  pageOf,
  queryId,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { ReadingNotesAsked, ReadingNoteView } from './reading-notes.http.js';

const COLUMNS = `id, reader_id as "readerId", school_id as "schoolId", class_id as "classId", title_id as "titleId", kind, text,
  sorted_as as "sortedAs",  state as status, handed_in_on::text as "handedInOn", accepted_on::text as "acceptedOn"`;

const BY_ID = statement('reading-notes.byId', `select ${COLUMNS} from reading_note where id = $1`);

/** Newest first. What the caller may not see is not there: reach is part of the question, not of the answer. */
const LIST = statement(
  'reading-notes.list',
  `select ${COLUMNS} from reading_note
   where ($1::boolean or school_id = any($2::uuid[]) or class_id = any($3::uuid[]) or reader_id = any($4::uuid[]))
     and ($5::uuid is null or school_id = $5) and ($6::uuid is null or class_id = $6)
     and ($7::uuid is null or reader_id = $7) and ($8::text is null or state = $8)
     and ($9::uuid is null or id < $9)
   order by id desc limit $10`,
);

@Injectable()
export class ReadingNotesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for a note out of reach */
  async byId(caller: Caller, id: ReadingNoteId): Promise<ReadingNoteView> {
    const [note] = await this.database.rows<ReadingNoteView>(BY_ID, [id]);
    if (note === undefined || !reachesReader(caller.reach, note)) throw unknownThing();
    return note;
  }

  /** @throws Problem 403 for a foreign school, 400 for a cursor of another list */
  async list(caller: Caller, input: ReadingNotesAsked): Promise<Page<ReadingNoteView>> {
    const schoolId = input.schoolId === undefined ? null : caller.schoolFor(input.schoolId);
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<ReadingNoteView>(LIST, [
      caller.reach.county,
      [...caller.reach.schools],
      [...caller.reach.classes.keys()],
      [...caller.reach.readers],
      schoolId,
      input.classId ?? null,
      input.readerId ?? null,
      input.status ?? null,
      after === null ? null : (queryId('cursor', String(after[0])) ?? null),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (note) => note,
      (note) => [note.id],
    );
  }
}
