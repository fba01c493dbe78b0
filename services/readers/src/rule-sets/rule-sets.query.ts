import { Injectable } from '@nestjs/common';
import {
  Clock,
  Database,
  idAfter,
  Lists,
  numberAfter,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { nameOn, type PlaceOfClass } from '../classes/rules/school-class.js';
import { schoolsOfCaller } from '../school-of-caller.query.js';
import { POSTING_VIEW, READING_VIEW, RULE_SET_VIEW } from './rule-set.row.js';
import type {
  Paragraph,
  PostingView,
  ReadingView,
  RuleSetsAsked,
  RuleSetView,
  TextAsked,
  VersionView,
} from './rule-sets.http.js';

const LIST = `${RULE_SET_VIEW} where s.school_id = $2 and ($3::text is null or s.kind = $3)
    and ($4::boolean is true or s.ended_on is null) and ($5::uuid is null or s.id > $5) order by s.id limit $6`;
const VERSIONS = `select number, holds_from::text as "holdsFrom", text, written_on::text as "writtenOn", written_by as "writtenBy"
  from rule_version where set_id = $1 and ($2 = 0 or number < $2) order by number desc limit $3`;
const TEXT = `select text from rule_version where set_id = $1
    and case when $2::int is null then holds_from <= $3 else number = $2 end order by number desc limit 1`;
const POSTINGS = `${POSTING_VIEW} where p.set_id = $1 and ($2::uuid is null or p.id < $2) order by p.id desc limit $3`;
const READINGS = `${READING_VIEW} where r.set_id = $1 and ($2::uuid is null or r.id < $2) order by r.id desc limit $3`;

type Asked = { readonly cursor?: string | undefined; readonly limit: number };
type FoundReading = Omit<ReadingView, 'className'> &
  Omit<PlaceOfClass, 'section'> & { readonly section: PlaceOfClass['section'] | null };

/** The rules of a library, for everybody at its school. */
@Injectable()
export class RuleSetsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async page(input: RuleSetsAsked, schoolId: SchoolId): Promise<Page<RuleSetView>> {
    const { kind = null, all = false, cursor, limit } = input;
    const values = [this.clock.today(), schoolId, kind, all, idAfter(cursor), limit + 1];
    const rows = await this.lists.rows<RuleSetView>(LIST, values);
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 for a set of another school */
  async byId(caller: Caller, id: string): Promise<RuleSetView> {
    const [row] = await this.database.rows<RuleSetView>(`${RULE_SET_VIEW} where s.id = $2`, [
      this.clock.today(),
      id,
    ]);
    if (row === undefined) throw unknownThing();
    const schools = await schoolsOfCaller(this.database, caller);
    if (schools !== 'all' && !schools.has(row.schoolId)) throw unknownThing();
    return row;
  }

  async versions({ id }: RuleSetView, { cursor, limit }: Asked): Promise<Page<VersionView>> {
    const rows = await this.lists.rows<VersionView>(VERSIONS, [id, numberAfter(cursor), limit + 1]);
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ number }) => [number],
    );
  }

  /** The paragraphs of a version. @throws Problem 404 for a version that is not there */
  async text({ id }: RuleSetView, input: TextAsked): Promise<Page<Paragraph>> {
    const values = [id, input.version ?? null, this.clock.today()];
    const [row] = await this.lists.rows<{ text: string }>(TEXT, values);
    if (row === undefined) throw unknownThing();
    const after = numberAfter(input.cursor);
    const lines = row.text.split(/\r?\n/).map((text, at) => ({ line: at + 1, text }));
    return pageOf(
      lines.slice(after, after + input.limit + 1),
      input.limit,
      (line) => line,
      ({ line }) => [line],
    );
  }

  async postings({ id }: RuleSetView, { cursor, limit }: Asked): Promise<Page<PostingView>> {
    const rows = await this.lists.rows<PostingView>(POSTINGS, [id, idAfter(cursor), limit + 1]);
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => [row.id],
    );
  }

  async readings({ id }: RuleSetView, { cursor, limit }: Asked): Promise<Page<ReadingView>> {
    const rows = await this.lists.rows<FoundReading>(READINGS, [id, idAfter(cursor), limit + 1]);
    const today = this.clock.today();
    return pageOf(
      rows,
      limit,
      ({ section, entryYear, classNo, ...row }) => ({
        ...row,
        className: section === null ? null : nameOn({ section, entryYear, classNo }, today),
      }),
      (row) => [row.id],
    );
  }
}
