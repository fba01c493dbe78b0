import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  afterCursor,
  allOf,
  Clock,
  Database,
  Lists,
  pageOf,
  sql,
  unknownThing,
  words,
  type Caller,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import { classesInReach } from '../classes-in-reach.step.js';
import { idOfCursor, textOfCursor } from '../plain-text.http.js';
import { NOTICE_VIEW } from './notice.row.js';
import type { NoticesAsked, NoticeSheetAsked, NoticeSheetLine, NoticeView } from './notices.http.js';

/** A line of a sheet as a cursor finds it again. */
type Line = NoticeSheetLine & { readonly key: string };

/** Notices of a school, and sheets of classes. */
@Injectable()
export class Notices {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async page(input: NoticesAsked, schoolId: SchoolId): Promise<Page<NoticeView>> {
    const { kind, state, recipient, classId, readerId, from, to, limit } = input;
    const [on, id] = afterCursor(input.cursor, 2)?.map(textOfCursor) ?? [];
    const conditions: Sql[] = [
      sql`n.school_id = ${schoolId}`,
      ...(kind === undefined ? [] : [sql`n.kind = ${kind}`]),
      ...(state === undefined ? [] : [sql`n.state = ${state}`]),
      ...(recipient === undefined ? [] : [sql`n.recipient = ${recipient}`]),
      ...(classId === undefined ? [] : [sql`n.class_id = ${classId}`]),
      ...(readerId === undefined ? [] : [sql`n.reader_id = ${readerId}`]),
      ...(from === undefined ? [] : [sql`n.made_on >= ${from}::date`]),
      ...(to === undefined ? [] : [sql`n.made_on <= ${to}::date`]),
      ...(on === undefined || id === undefined ? [] : [sql`(n.made_on, n.id) < (${on}::date, ${id}::uuid)`]),
    ];
    const rows = await this.lists.rows<NoticeView>(
      ...sql`${words(NOTICE_VIEW)} where ${allOf(conditions)} order by n.made_on desc, n.id desc limit ${limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => [row.madeOn, row.id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: string): Promise<NoticeView> {
    const [row] = await this.database.rows<NoticeView>(`${NOTICE_VIEW} where n.id = $1`, [id]);
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return row;
  }

  /** By pupil: what each is to be told, each thing once, of the last thirty days. @throws Problem 403 for a class out of reach */
  async sheet(caller: Caller, input: NoticeSheetAsked, schoolId: SchoolId): Promise<Page<NoticeSheetLine>> {
    const { classId, limit } = input;
    classesInReach(caller, schoolId, classId);
    const [name, reader, key] = afterCursor(input.cursor, 3) ?? [];
    const after =
      name === undefined || reader === undefined || key === undefined
        ? []
        : [
            sql`(l."readerName", l."readerId", l.key) > (${textOfCursor(name)}, ${idOfCursor(reader)}::uuid, ${idOfCursor(key)}::uuid)`,
          ];
    const rows = await this.lists.rows<Line>(
      ...sql`select l.* from (
        select (min(n.id::text))::uuid as key, n.reader_id as "readerId", r.name as "readerName", n.kind, n.cause_on::text as "causeOn", n.count,
          n.days_late as "daysLate", n.due_on::text as "dueOn", n.amount_fen as "amountFen",
          bool_or(n.state = 'sent' and n.recipient in ('reader', 'guardian')) as sent
        from notice n join reader r on r.id = n.reader_id
        where n.class_id = ${classId} and r.class_id = n.class_id and r.school_id = ${schoolId}
          and n.made_on > ${this.clock.today()}::date - 30 and n.state <> 'cancelled'
        group by n.reader_id, r.name, n.kind, n.cause_id, n.cause_on, n.count, n.days_late, n.due_on, n.amount_fen) l
      where ${allOf(after)} order by l."readerName", l."readerId", l.key limit ${limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      limit,
      ({ key: _, ...line }) => line,
      (line) => [line.readerName, line.readerId, line.key],
    );
  }
}
