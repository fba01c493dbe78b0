import { Injectable } from '@nestjs/common';
import { reachesReader, reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import {
  afterCursor,
  Clock,
  Database,
  denied,
  Lists,
  pageOf,
  refuseWithUpdatedSince,
  syncedPage,
  unknownThing,
} from '@shulian/service-kit';
import type { Caller, Rows, SyncedList } from '@shulian/service-kit';
import { idOfCursor } from '../plain-text.http.js';
import { cardNumber } from '../cards/rules/card-number.js';
import {
  gradeOn,
  lastDayOf,
  nameOn,
  schoolYearOf,
  type PlaceOfClass,
} from '../classes/rules/school-class.js';
import type { ReaderPage, ReadersAsked, ReaderView, SearchReadersAsked } from './readers.http.js';
import { searchKey } from './rules/name-words.js';
import { suspensionOn, type Suspension } from './rules/reader.js';

type Found = Omit<ReaderView, 'className' | 'grade' | 'status' | 'suspension'> & {
  readonly section: PlaceOfClass['section'] | null;
  readonly entryYear: number;
  readonly classNo: number;
  readonly suspended: Suspension | null;
};

const SELECT = `
  select r.id, r.school_id as "schoolId", r.kind, r.name, r.class_id as "classId",
         r.left_on::text as "leftOn", r.external_id as "externalId", r.version,
         case when r.suspended_why is not null
           then json_build_object('why', r.suspended_why, 'untilOn', r.suspended_until) end as suspended,
         case when r.temporary then json_build_object('untilOn', r.temporary_until) end as temporary,
         k.section, k.entry_year as "entryYear", k.class_no as "classNo",
         c.id as "cardId", c.number as "cardNumber", c.status as "cardStatus"
  from reader r
  left join school_class k on k.id = r.class_id
  left join lateral (select id, number, status from card where card.reader_id = r.id
                     order by status = 'active' desc, id desc limit 1) c on true`;

const pageWhere = (further: string): string => `${SELECT}
  where r.school_id = $1 and ($2::uuid[] is null or r.class_id = any($2)) and ($3::uuid is null or r.class_id = $3)
    and ($4 = 'all' or ($4 = 'left') = (r.left_on is not null or (r.kind = 'student' and k.id is not null
      and k.entry_year + case k.section when 'primary' then 6 else 3 end <= $7::int)))
    and ($5::uuid is null or r.id > $5) ${further}
  order by r.id limit $6`;

/** School, classes in reach, class, status, id after which, how many, school year; for those who look at its plan, too. */
export const READERS_PAGE = pageWhere('');
/** The same, then whether they are here for a while only. */
export const TEMPORARY_READERS_PAGE = pageWhere(' and r.temporary = $8');
/**
 * The same, then the range of words that begin with what was typed, then the card number, each where it is asked: a question
 * with both for all cases would be read from end to end of the school.
 */
export const searchOf = (byName: boolean, byNumber: boolean): string =>
  pageWhere(
    (byName
      ? ' and r.id in (select reader_id from reader_word where school_id = $1 and word >= $8 and word < $9)'
      : '') +
      (byNumber
        ? ` and r.id in (select reader_id from card where school_id = $1 and number = $${byName ? 10 : 8})`
        : ''),
  );

/** Readers by their ids, as far as a caller reaches: the county, schools, classes, single readers. */
export const READERS_BY_IDS = `${SELECT}
  where r.id = any($1::uuid[])
    and ($2::boolean or r.school_id = any($3::uuid[]) or r.class_id = any($4::uuid[]) or r.id = any($5::uuid[]))
  order by r.id`;

/** What a school system keeps a copy of. */
export const FOLLOWED_READERS: SyncedList = {
  name: 'readers',
  table: 'reader',
  schools: ['school_id'],
  select: SELECT,
  key: 'r.id',
};

/** One reader as the API shows it; for the answers of use cases too. Null when there is none. */
export async function readerView(rows: Rows, id: ReaderId, today: CalendarDay): Promise<ReaderView | null> {
  const [found] = await rows.rows<Found>(`${SELECT} where r.id = $1`, [id]);
  return found === undefined ? null : toView(found, today);
}

function toView({ section, entryYear, classNo, suspended, ...found }: Found, today: CalendarDay): ReaderView {
  const place = section === null ? null : { section, entryYear, classNo };
  const graduatedOn = place === null || found.kind !== 'student' ? null : lastDayOf(place);
  const leftOn = found.leftOn ?? (graduatedOn !== null && graduatedOn < today ? graduatedOn : null);
  return {
    ...found,
    leftOn,
    className: place === null ? null : nameOn(place, today),
    grade: place === null ? null : gradeOn(place, today),
    status: leftOn === null ? 'active' : 'left',
    suspension: suspensionOn({ suspension: suspended }, today),
  };
}

/** Readers, as far as the caller may see them; whoever shows them also logs the read. */
@Injectable()
export class Readers {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, also for a reader out of reach */
  async byId(caller: Caller, id: ReaderId): Promise<ReaderView> {
    const reader = await readerView(this.database, id, this.clock.today());
    if (reader === null || !reachesReader(caller.reach, { ...reader, readerId: reader.id }))
      throw unknownThing();
    return reader;
  }

  /** All of them, or what changed since; with a token to ask for what changes from now on, for who sees the whole school. */
  async page(caller: Caller, input: ReadersAsked): Promise<ReaderPage> {
    const { classId, updatedSince } = input;
    const schoolId = caller.schoolFor(input.schoolId);
    if (!reachesSchool(caller.reach, schoolId)) {
      if (updatedSince !== undefined) throw denied();
      return this.find(READERS_PAGE, caller, input, []);
    }
    refuseWithUpdatedSince(input, { classId, temporary: input.temporary });
    if (input.temporary !== undefined)
      return this.find(TEMPORARY_READERS_PAGE, caller, input, [input.temporary]);
    if (classId !== undefined) return this.find(READERS_PAGE, caller, input, []);
    const today = this.clock.today();
    return syncedPage<Found, ReaderView>(
      this.lists,
      FOLLOWED_READERS,
      input,
      schoolId,
      (row) => toView(row, today),
      (cursor) => this.find(READERS_PAGE, caller, { ...input, cursor }, []),
    );
  }

  /** By ids; or by card number, of a blocked card too, or a part of the name, its pinyin or its initials. */
  search(caller: Caller, input: SearchReadersAsked): Promise<ReaderPage> {
    if (input.readerIds !== undefined) return this.byIds(caller, input.readerIds);
    const name = input.q === undefined ? null : searchKey(input.q);
    // A question without a letter or digit (a dot, a percent sign) is the beginning of no name.
    const within = name === null ? [] : name === '' ? ['', ''] : [name, `${name}\u{10ffff}`];
    const number = input.cardNumber === undefined ? [] : [cardNumber(input.cardNumber) ?? ''];
    const statement = searchOf(within.length > 0, number.length > 0);
    return this.find(statement, caller, input, [...within, ...number]);
  }

  private async byIds({ reach }: Caller, ids: readonly string[]): Promise<ReaderPage> {
    const today = this.clock.today();
    const rows = await this.lists.rows<Found>(READERS_BY_IDS, [
      ids,
      reach.county,
      [...reach.schools],
      [...reach.classes.keys()],
      [...reach.readers],
    ]);
    return { items: rows.map((row) => toView(row, today)), nextCursor: null };
  }

  private async find(
    statement: string,
    caller: Caller,
    input: Pick<ReadersAsked, 'schoolId' | 'classId' | 'status' | 'limit'> & { cursor?: string | undefined },
    further: readonly unknown[],
  ): Promise<ReaderPage> {
    const schoolId = caller.schoolFor(input.schoolId);
    const today = this.clock.today();
    const rows = await this.lists.rows<Found>(statement, [
      schoolId,
      classesInReach(caller, schoolId, input.classId),
      input.classId ?? null,
      input.status,
      afterCursor(input.cursor, 1)?.map(idOfCursor)[0] ?? null,
      input.limit + 1,
      schoolYearOf(today),
      ...further,
    ]);
    return pageOf(
      rows,
      input.limit,
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
