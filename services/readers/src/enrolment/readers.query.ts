import { Injectable } from '@nestjs/common';
import { reachesReader, reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import { afterCursor, Clock, Database, denied, pageOf, unknownThing } from '@shulian/service-kit';
import type { Caller, Rows } from '@shulian/service-kit';
import { idOfCursor } from '../plain-text.http.js';
import { cardNumber } from '../cards/rules/card-number.js';
import { gradeOn, nameOn, type PlaceOfClass } from '../classes/rules/school-class.js';
import type { ReaderPage, ReadersAsked, ReaderView, SearchReadersAsked } from './readers.http.js';
import { suspensionOn, type Suspension } from './rules/reader.js';

type Found = Omit<ReaderView, 'className' | 'grade' | 'status' | 'suspension'> & {
  readonly section: PlaceOfClass['section'] | null;
  readonly entryYear: number;
  readonly classNo: number;
  readonly suspended: Suspension | null;
};

const SELECT = `
  select r.id, r.school_id as "schoolId", r.kind, r.name, r.class_id as "classId",
         r.left_on::text as "leftOn", r.version,
         case when r.suspended_why is not null
           then json_build_object('why', r.suspended_why, 'untilOn', r.suspended_until) end as suspended,
         k.section, k.entry_year as "entryYear", k.class_no as "classNo",
         c.id as "cardId", c.number as "cardNumber", c.status as "cardStatus"
  from reader r
  left join school_class k on k.id = r.class_id
  left join lateral (select id, number, status from card where card.reader_id = r.id
                     order by status = 'active' desc, id desc limit 1) c on true`;

/** One reader as the API shows it; for the answers of use cases too. Null when there is none. */
export async function readerView(rows: Rows, id: ReaderId, today: CalendarDay): Promise<ReaderView | null> {
  const [found] = await rows.rows<Found>(`${SELECT} where r.id = $1`, [id]);
  return found === undefined ? null : toView(found, today);
}

function toView({ section, entryYear, classNo, suspended, ...found }: Found, today: CalendarDay): ReaderView {
  const place = section === null ? null : { section, entryYear, classNo };
  return {
    ...found,
    className: place === null ? null : nameOn(place, today),
    grade: place === null ? null : gradeOn(place, today),
    status: found.leftOn === null ? 'active' : 'left',
    suspension: suspensionOn({ suspension: suspended }, today),
  };
}

/** Readers, as far as the caller may see them; whoever shows them also logs the read. */
@Injectable()
export class Readers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, also for a reader out of reach */
  async byId(caller: Caller, id: ReaderId): Promise<ReaderView> {
    const reader = await readerView(this.database, id, this.clock.today());
    if (reader === null || !reachesReader(caller.reach, { ...reader, readerId: reader.id }))
      throw unknownThing();
    return reader;
  }

  page(caller: Caller, asked: ReadersAsked): Promise<ReaderPage> {
    return this.find(caller, asked, '', []);
  }

  /** By card number, of a blocked card too, or a part of the name. */
  search(caller: Caller, asked: SearchReadersAsked): Promise<ReaderPage> {
    const name =
      asked.q === undefined
        ? null
        : `%${asked.q
            .normalize('NFC')
            .trim()
            .replaceAll(/[\\%_]/g, '\\$&')}%`;
    const number = asked.cardNumber === undefined ? null : (cardNumber(asked.cardNumber) ?? '');
    return this.find(
      caller,
      asked,
      `and ($7::text is null or r.name ilike $7)
       and ($8::text is null or exists (
         select from card where card.reader_id = r.id and card.school_id = $1 and card.number = $8))`,
      [name, number],
    );
  }

  private async find(
    caller: Caller,
    asked: Pick<ReadersAsked, 'schoolId' | 'classId' | 'status' | 'limit' | 'cursor'>,
    further: string,
    values: readonly unknown[],
  ): Promise<ReaderPage> {
    const schoolId = caller.schoolFor(asked.schoolId);
    const rows = await this.database.rows<Found>(
      `${SELECT} where r.school_id = $1 and ($2::uuid[] is null or r.class_id = any($2))
         and ($3::uuid is null or r.class_id = $3) and ($4 = 'all' or (r.left_on is null) = ($4 = 'active'))
         and ($5::uuid is null or r.id > $5) ${further} order by r.id limit $6`,
      [
        schoolId,
        classesInReach(caller, schoolId, asked.classId),
        asked.classId ?? null,
        asked.status,
        afterCursor(asked.cursor, 1)?.map(idOfCursor)[0] ?? null,
        asked.limit + 1,
        ...values,
      ],
    );
    const today = this.clock.today();
    return pageOf(
      rows,
      asked.limit,
      (row) => toView(row, today),
      (row) => [row.id],
    );
  }
}

/** Null: the whole school. @throws Problem 403 for a class that is not the caller's */
function classesInReach(caller: Caller, schoolId: SchoolId, classId: string | undefined): string[] | null {
  if (reachesSchool(caller.reach, schoolId)) return null;
  if (classId !== undefined && !caller.reach.classes.has(classId)) throw denied();
  return [...caller.reach.classes].filter(([, school]) => school === schoolId).map(([id]) => id);
}
