import type { CalendarDay, CopyId, HoldId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { MAY_GO_HOME } from '../desk/lent-copies.repository.js';
import type { HoldOnTheWay } from './holds.http.js';
import type { CopyElsewhere } from './rules/from-other-schools.js';

/** A copy as the look finds it, before its school is asked how it stands there. */
export type FoundElsewhere = Omit<CopyElsewhere, 'neededAtHome' | 'isOpenToday'> & {
  /** Somebody waits for the title at its school. */
  readonly awaitedAtHome: boolean;
};

const IS_ON_THE_WAY = `exists (
     select from copy_transfer t where t.hold_id = h.id and t.status in ('requested', 'packed'))`;

/** A copy that lies free at another school which lends to that of the pickup could be sent for the hold `h`. */
export const COPY_ELSEWHERE = `(not ${IS_ON_THE_WAY}
   and exists (select from lending_share p where p.school_id = h.pickup_school_id and p.open)
   and exists (
     select from known_copy k join lent_copy lc on lc.copy_id = k.copy_id
       join lending_share s on s.school_id = k.school_id and s.open
     where k.title_id = h.title_id and k.school_id <> h.pickup_school_id and lc.state = 'in' and ${MAY_GO_HOME}
       and (h.wanted_copy_id is null or h.wanted_copy_id = k.copy_id)))`;

const SCHOOLS_TO_ASK = statement(
  'other-schools.to-ask',
  `select distinct h.pickup_school_id as id from hold h
   where h.title_id = $1 and h.status = 'waiting' and ${COPY_ELSEWHERE} order by 1`,
);

/** Copies of one school that are looked at, and of all schools: a class set of the nearest one must not hide the others. */
const MOST_OF_A_SCHOOL = 40;
const MOST = 2_000;

/** The order that a school was given, then the place that the county states. One that its school did not send is not asked for again. */
const COPIES = statement(
  'other-schools.copies',
  `select * from (
     select k.copy_id as "copyId", k.title_id as "titleId", k.school_id as "schoolId", k.kind,
       coalesce(array_position(o.school_ids, k.school_id), 100000 + s.place) as distance, w.wanted,
       k.accessioned_on::text as "accessionedOn", s.new_stay_days as "newStayDays",
       exists (select from hold h where h.title_id = k.title_id and h.status = 'waiting'
         and h.pickup_school_id = k.school_id) as "awaitedAtHome",
       row_number() over (partition by k.school_id order by w.wanted desc, k.copy_id) as nth
     from known_copy k join lent_copy lc on lc.copy_id = k.copy_id
       join lending_share s on s.school_id = k.school_id and s.open
       left join lending_order o on o.school_id = $2
       cross join lateral (
         select exists (select from hold h where h.wanted_copy_id = k.copy_id and h.status = 'waiting') as wanted) w
     where k.title_id = $1 and k.school_id <> $2 and lc.state = 'in' and ${MAY_GO_HOME}
       and (k.accessioned_on is null or k.accessioned_on + s.new_stay_days <= $3::date)
       and exists (select from lending_share p where p.school_id = $2 and p.open)
       and not exists (select from copy_transfer t join hold h on h.id = t.hold_id
         where t.copy_id = k.copy_id and t.to_school_id = $2 and t.status = 'refused' and h.status = 'waiting')
   ) found where nth <= $4 order by distance, "schoolId", "copyId" limit $5`,
);

const ON_THE_WAY = statement(
  'other-schools.on-the-way',
  `select h.id from hold h
   where h.title_id = $1 and h.pickup_school_id = $2 and h.status = 'waiting' and ${IS_ON_THE_WAY}`,
);

const WAY_TO = statement(
  'other-schools.way-to',
  `select t.id as "transferId", t.from_school_id as "fromSchoolId", t.status from copy_transfer t
   where t.hold_id = $1 and t.status in ('requested', 'packed')`,
);

const COUNT = statement(
  'other-schools.count',
  `select count(*)::int as n from known_copy k join lent_copy lc on lc.copy_id = k.copy_id
     join lending_share s on s.school_id = k.school_id and s.open
   where k.title_id = $1 and k.school_id <> $2 and ($3::uuid is null or k.copy_id = $3) and lc.state <> 'lost'
     and k.kind <> 'reference' and k.stock_state in ('lendable', 'processing', 'repair')
     and exists (select from lending_share p where p.school_id = $2 and p.open)`,
);

/** What the rule of copies of other schools asks. */
export class OtherSchoolsFacts {
  constructor(private readonly rows: Rows) {}

  /** Schools where somebody waits for the title whom another school may serve. */
  async schoolsToAsk(titleId: TitleId): Promise<SchoolId[]> {
    const rows = await this.rows.rows<{ id: SchoolId }>(SCHOOLS_TO_ASK, [titleId]);
    return rows.map(({ id }) => id);
  }

  /** Copies that lie free at schools which lend to this one, the nearest first. */
  async copies(titleId: TitleId, pickupSchoolId: SchoolId, today: CalendarDay): Promise<FoundElsewhere[]> {
    const values = [titleId, pickupSchoolId, today, MOST_OF_A_SCHOOL, MOST];
    const rows = await this.rows.rows<FoundElsewhere & { readonly nth: string }>(COPIES, values);
    return rows.map(({ nth: _, ...copy }) => copy);
  }

  /** Those who wait at the school and have a copy on its way already. */
  async onTheWay(titleId: TitleId, pickupSchoolId: SchoolId): Promise<Set<HoldId>> {
    const rows = await this.rows.rows<{ id: HoldId }>(ON_THE_WAY, [titleId, pickupSchoolId]);
    return new Set(rows.map(({ id }) => id));
  }

  async wayTo(holdId: HoldId): Promise<HoldOnTheWay | null> {
    return (await this.rows.rows<HoldOnTheWay>(WAY_TO, [holdId]))[0] ?? null;
  }

  /** Copies of other schools that could ever come. */
  async countFor(titleId: TitleId, pickupSchoolId: SchoolId, wanted: CopyId | null): Promise<number> {
    const [row] = await this.rows.rows<{ n: number }>(COUNT, [titleId, pickupSchoolId, wanted]);
    return row?.n ?? 0;
  }
}
