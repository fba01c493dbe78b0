import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { CopyKind } from '@shulian/contracts/words';
import { statement, type Rows } from '@shulian/service-kit';
import type { CampaignView } from './recalls.http.js';
import { CAMPAIGN_VIEW } from './recalls.row.js';

const ADD = statement(
  'recalls.add',
  `insert into recall_campaign (id, school_id, name, kinds, opened_on, opened_by, last_day) values ($1, $2, $3, $4, $5, $6, $7)`,
);
/** What is out now and is not in it yet. */
const ADD_LOANS = statement(
  'recalls.addLoans',
  `insert into recall_loan (campaign_id, loan_id, class_id, kind)
   select c.id, l.id, coalesce(r.class_id, l.class_id), coalesce(k.kind, 'other')
   from recall_campaign c join loan l on l.lending_school_id = c.school_id and l.closed_how is null
   left join known_reader r on r.reader_id = l.reader_id left join known_copy k on k.copy_id = l.copy_id
   where c.id = $1 and (c.kinds is null or coalesce(k.kind, 'other') = any(c.kinds)) on conflict do nothing`,
);
/** Classes with what their pupils and they have out, and readers who are in none. */
const TO_TELL = statement(
  'recalls.toTell',
  `select r.class_id as "classId", case when r.class_id is null then l.reader_id end as "readerId", count(*)::int as count
   from recall_loan r join loan l on l.id = r.loan_id where r.campaign_id = $1 group by 1, 2 order by 1, 2`,
);
const LOCK = statement(
  'recalls.lock',
  `select school_id as "schoolId", opened_on::text as "openedOn", closed_on::text as "closedOn"
   from recall_campaign where id = $1 for update`,
);
const VIEW = statement('recalls.view', `${CAMPAIGN_VIEW} where c.id = $1`);
const CLOSE = statement(
  'recalls.close',
  `update recall_campaign c set closed_on = $2, closed_by = $3, result_note = $4, version = version + 1, expected = f.expected,
     returned = f.returned, lost = f.lost
   from (select count(*)::int as expected, (count(*) filter (where l.closed_how = 'returned'))::int as returned,
       (count(*) filter (where l.closed_how = 'lost'))::int as lost
     from recall_loan r join loan l on l.id = r.loan_id where r.campaign_id = $1) f
   where c.id = $1`,
);
const REOPEN = statement(
  'recalls.reopen',
  `update recall_campaign set closed_on = null, closed_by = null, result_note = null, expected = null, returned = null, lost = null,
     version = version + 1 where id = $1`,
);
const REMOVE = statement('recalls.remove', 'delete from recall_campaign where id = $1');

export type NewCampaign = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly kinds: readonly CopyKind[] | null;
  readonly openedOn: CalendarDay;
  readonly openedBy: string;
  readonly lastDay: string;
};
export type LockedCampaign = {
  readonly schoolId: SchoolId;
  readonly openedOn: CalendarDay;
  readonly closedOn: CalendarDay | null;
};

export type ToTell = {
  readonly classId: SchoolClassId | null;
  readonly readerId: ReaderId | null;
  readonly count: number;
};

/** One is open at a school: `recall_campaign_open`. */
export const ONE_OPEN = 'recall_campaign_open';

export class RecallsRepository {
  constructor(private readonly rows: Rows) {}

  async add(campaign: NewCampaign): Promise<void> {
    const { id, schoolId, name, kinds, openedOn, openedBy, lastDay } = campaign;
    await this.rows.rows(ADD, [id, schoolId, name, kinds, openedOn, openedBy, lastDay]);
    await this.addLoans(id);
  }

  async addLoans(id: string): Promise<void> {
    await this.rows.rows(ADD_LOANS, [id]);
  }

  toTell(id: string): Promise<ToTell[]> {
    return this.rows.rows<ToTell>(TO_TELL, [id]);
  }

  async locked(id: string): Promise<LockedCampaign | null> {
    const [row] = await this.rows.rows<LockedCampaign>(LOCK, [id]);
    return row ?? null;
  }

  async view(id: string): Promise<CampaignView> {
    const [row] = await this.rows.rows<CampaignView>(VIEW, [id]);
    if (row === undefined) throw new Error('the campaign is gone');
    return row;
  }

  async close(id: string, on: CalendarDay, by: string, note: string | null): Promise<void> {
    await this.rows.rows(CLOSE, [id, on, by, note]);
  }

  async reopen(id: string): Promise<void> {
    await this.rows.rows(REOPEN, [id]);
  }

  async remove(id: string): Promise<void> {
    await this.rows.rows(REMOVE, [id]);
  }
}
