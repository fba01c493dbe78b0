import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { ClassStream, Need } from './rules/textbook.js';
import type { Holder } from './rules/textbook-line.js';
import { textbookColumns } from './textbook.row.js';
import type { TextbookAsked, TextbookView } from './textbooks.http.js';

const ADD = statement(
  'textbooks.add',
  `insert into textbook (id, school_id, kind, name, subject, publisher, isbn, price_fen)
   select t.id, $1, t.kind, t.name, t.subject, t.publisher, t.isbn, t."priceFen"
   from jsonb_to_recordset($2::jsonb) as t(id uuid, kind text, name text, subject text, publisher text, isbn text, "priceFen" int)`,
);
const LOCK = statement(
  'textbooks.lock',
  `select ${textbookColumns} from textbook b where b.id = $1 for update`,
);
const CHANGE = statement(
  'textbooks.change',
  `update textbook set name = $2, subject = $3, publisher = $4, isbn = $5, price_fen = $6, status = $7, version = $8 where id = $1`,
);
const MANY = statement(
  'textbooks.many',
  `select ${textbookColumns} from textbook b where b.school_id = $1 and b.id = any($2::uuid[])`,
);
const TERM = statement(
  'textbooks.term',
  'select starts_on::text as "startsOn" from known_term where term_id = $2 and school_id = $1',
);
/** One after the other for one term, so that the count that is answered is that of the list. */
const REMOVE_NEEDS = statement(
  'textbooks.removeNeeds',
  `delete from textbook_need n using jsonb_to_recordset($3::jsonb) as t("textbookId" uuid, grade int, stream text)
   where n.school_id = $1 and n.term_id = $2 and n.textbook_id = t."textbookId" and n.grade = t.grade and n.stream = t.stream`,
);
const SET_NEEDS = statement(
  'textbooks.setNeeds',
  `insert into textbook_need (id, school_id, term_id, textbook_id, grade, stream, per_pupil)
   select t.id, $1, $2, t."textbookId", t.grade, t.stream, t."perPupil"
   from jsonb_to_recordset($3::jsonb) as t(id uuid, "textbookId" uuid, grade int, stream text, "perPupil" int)
   order by t."textbookId", t.grade, t.stream
   on conflict (school_id, term_id, textbook_id, grade, stream) do update set per_pupil = excluded.per_pupil`,
);
const COUNT_NEEDS = statement(
  'textbooks.countNeeds',
  'select count(*)::int as n from textbook_need where school_id = $1 and term_id = $2',
);
const NEEDS = statement(
  'textbooks.needs',
  `select n.textbook_id as "textbookId", n.grade, n.stream, n.per_pupil as "perPupil"
   from textbook_need n join textbook b on b.id = n.textbook_id
   where n.school_id = $1 and n.term_id = $2 and b.status = 'in-use'
     and ($3::text[] is null or b.kind = any($3)) and ($4::uuid[] is null or b.id = any($4))`,
);
const KNOWN_CLASSES = statement(
  'textbooks.knownClasses',
  'select class_id as id from known_class where school_id = $1 and class_id = any($2::uuid[])',
);
const KNOWN_READERS = statement(
  'textbooks.knownReaders',
  'select reader_id as id from known_reader where school_id = $1 and reader_id = any($2::uuid[])',
);
const SET_STREAMS = statement(
  'textbooks.setStreams',
  `insert into textbook_class_stream (class_id, school_id, stream)
   select t."classId", $1, t.stream from jsonb_to_recordset($2::jsonb) as t("classId" uuid, stream text) order by 1
   on conflict (class_id) do update set stream = excluded.stream`,
);
const DROP_STREAMS = statement(
  'textbooks.dropStreams',
  'delete from textbook_class_stream where school_id = $1 and class_id = any($2::uuid[])',
);

export type NewTextbook = TextbookAsked & { readonly id: string };

/** Textbooks of a school, what a term needs of them, and whom they may be for. */
export class TextbooksRepository {
  constructor(private readonly session: Session) {}

  async add(schoolId: SchoolId, items: readonly NewTextbook[]): Promise<void> {
    await this.session.rows(ADD, [schoolId, JSON.stringify(items)]);
  }

  async locked(id: string): Promise<TextbookView | null> {
    const [row] = await this.session.rows<TextbookView>(LOCK, [id]);
    return row ?? null;
  }

  async change({ id, ...to }: TextbookView): Promise<void> {
    await this.session.rows(CHANGE, [
      id,
      to.name,
      to.subject,
      to.publisher,
      to.isbn,
      to.priceFen,
      to.status,
      to.version,
    ]);
  }

  /** Those of them that the school has, by id. */
  async many(schoolId: SchoolId, ids: readonly string[]): Promise<ReadonlyMap<string, TextbookView>> {
    const rows = await this.session.rows<TextbookView>(MANY, [schoolId, [...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The day a term of the school begins; null for any other term. */
  async termBegins(schoolId: SchoolId, termId: string): Promise<CalendarDay | null> {
    const [row] = await this.session.rows<{ startsOn: CalendarDay }>(TERM, [schoolId, termId]);
    return row?.startsOn ?? null;
  }

  /** @returns how many lines the term has then */
  async setNeeds(
    schoolId: SchoolId,
    termId: string,
    needs: readonly (Need & { readonly id: string })[],
  ): Promise<number> {
    const given = (which: (need: Need) => boolean): string => JSON.stringify(needs.filter(which));
    await this.session.rows(REMOVE_NEEDS, [schoolId, termId, given(({ perPupil }) => perPupil === 0)]);
    await this.session.rows(SET_NEEDS, [schoolId, termId, given(({ perPupil }) => perPupil > 0)]);
    const [row] = await this.session.rows<{ n: number }>(COUNT_NEEDS, [schoolId, termId]);
    return row?.n ?? 0;
  }

  /** What a term needs; of some kinds or textbooks only, where they are named. */
  needs(
    schoolId: SchoolId,
    termId: string,
    only: { readonly kinds: readonly string[] | null; readonly textbookIds: readonly string[] | null },
  ): Promise<Need[]> {
    return this.session.rows<Need>(NEEDS, [schoolId, termId, only.kinds, only.textbookIds]);
  }

  /** Which of the holders the school does not know; groups are known by being named. */
  async strangers(schoolId: SchoolId, holders: readonly Holder[]): Promise<readonly Holder[]> {
    const refs = (kind: Holder['kind']): string[] =>
      holders.filter((holder) => holder.kind === kind).map(({ ref }) => ref);
    const known = new Set<string>();
    for (const [text, ids] of [
      [KNOWN_CLASSES, refs('class')],
      [KNOWN_READERS, refs('reader')],
    ] as const)
      if (ids.length > 0)
        for (const { id } of await this.session.rows<{ id: string }>(text, [schoolId, ids])) known.add(id);
    return holders.filter(({ kind, ref }) => kind !== 'group' && !known.has(ref));
  }

  async setStreams(
    schoolId: SchoolId,
    items: readonly { readonly classId: string; readonly stream: ClassStream | 'none' }[],
  ): Promise<void> {
    const [none, some] = [
      items.filter(({ stream }) => stream === 'none'),
      items.filter(({ stream }) => stream !== 'none'),
    ];
    await this.session.rows(DROP_STREAMS, [schoolId, none.map(({ classId }) => classId)]);
    await this.session.rows(SET_STREAMS, [schoolId, JSON.stringify(some)]);
  }
}
