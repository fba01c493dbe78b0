import { Injectable } from '@nestjs/common';
import {
  allOf,
  Database,
  idAfter,
  Lists,
  pageOf,
  refuseCursor,
  sql,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import type { CampaignsAsked, CampaignView, RatesAsked, RateView } from './reading-campaigns.http.js';
import { CAMPAIGN_VIEW } from './reading-campaigns.row.js';
import { ratesOf } from './rules/participation.js';

type Taken = { readonly code: string; readonly classId: string; readonly participants: number };

/** Campaigns of a school, and the share of its pupils that took part. */
@Injectable()
export class ReadingCampaignsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly schoolLife: SchoolLifeQuery,
  ) {}

  /** @throws Problem 404, also for one of another school */
  async one(caller: Caller, id: string): Promise<CampaignView> {
    const [campaign] = await this.database.rows<CampaignView>(
      ...sql`${CAMPAIGN_VIEW} where c.id = ${id}`.numbered(),
    );
    if (campaign === undefined || !caller.mayWorkAt(campaign.schoolId)) throw unknownThing();
    return campaign;
  }

  async list(caller: Caller, input: CampaignsAsked): Promise<Page<CampaignView>> {
    const after = idAfter(input.cursor);
    const found = allOf([
      sql`c.school_id = ${caller.schoolFor(input.schoolId)}`,
      ...(after === null ? [] : [sql`c.id < ${after}`]),
    ]);
    const rows = await this.lists.rows<CampaignView>(
      ...sql`${CAMPAIGN_VIEW} where ${found} order by c.id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** Each part by class, grade or school, on one page. */
  async rates(caller: Caller, id: string, input: RatesAsked): Promise<Page<RateView>> {
    refuseCursor(input.cursor);
    const campaign = await this.one(caller, id);
    const schoolId = campaign.schoolId as SchoolId;
    const on = campaign.startsOn as CalendarDay;
    const classes = await this.schoolLife.classes(schoolId, on);
    const grades = await this.schoolLife.gradesOf(schoolId, on);
    const heads = await this.schoolLife.heads(schoolId);
    const meant = classes.flatMap(({ classId, name }) => {
      const grade = grades.get(classId);
      if (grade === undefined || (campaign.grades.length > 0 && !campaign.grades.includes(grade))) return [];
      return [{ classId, className: name, grade, heads: heads.get(classId) ?? 0 }];
    });
    const taken = new Map(
      (await this.taken(campaign)).map(({ code, classId, participants }) => [
        `${code} ${classId}`,
        participants,
      ]),
    );
    return { items: ratesOf(campaign.parts, meant, taken, input.by ?? 'class'), nextCursor: null };
  }

  /** Who took part and is still there, in the class of today, as heads are counted. */
  private taken({ id, schoolId, startsOn, endsOn }: CampaignView): Promise<Taken[]> {
    return this.lists.rows<Taken>(
      ...sql`with took as (
          select code, reader_id from campaign_participation where campaign_id = ${id}
          union
          select p.code, n.reader_id from campaign_part p join reading_note n on n.school_id = ${schoolId}
            and n.handed_in_on between ${startsOn} and ${endsOn}
            where p.campaign_id = ${id} and p.source = 'reading-notes'
          union
          select p.code, l.reader_id from campaign_part p join known_loan l on l.school_id = ${schoolId}
            and l.reader_id is not null and l.mode <> 'in-room' and l.loaned_on between ${startsOn} and ${endsOn}
            where p.campaign_id = ${id} and p.source = 'loans')
        select t.code, k.class_id as "classId", count(*)::int as participants
        from took t join known_reader k on k.reader_id = t.reader_id
        where k.school_id = ${schoolId} and k.kind = 'student' and k.active and k.class_id is not null
        group by 1, 2`.numbered(),
    );
  }
}
