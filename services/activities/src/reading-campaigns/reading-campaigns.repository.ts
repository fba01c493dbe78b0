import { sql, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { CampaignView } from './reading-campaigns.http.js';
import { CAMPAIGN_VIEW } from './reading-campaigns.row.js';
import type { CampaignPart, ReadingCampaign } from './rules/participation.js';

/** Campaigns, and who was said to have taken part. */
export class ReadingCampaignsRepository {
  constructor(private readonly session: Session) {}

  async open(campaign: ReadingCampaign, parts: readonly CampaignPart[], by: string): Promise<void> {
    const { id, schoolId, name, startsOn, endsOn, grades } = campaign;
    await this.session.rows(
      ...sql`insert into reading_campaign (id, version, school_id, name, starts_on, ends_on, grades, opened_by)
        values (${id}, 1, ${schoolId}, ${name}, ${startsOn}, ${endsOn}, ${grades}, ${by})`.numbered(),
    );
    await this.session.rows(
      ...sql`insert into campaign_part (campaign_id, code, name, source, goal_percent, place)
        select ${id}, t.code, t.name, t.source, t."goalPercent", t.at
        from rows from (jsonb_to_recordset(${JSON.stringify(parts)}::jsonb)
          as (code text, name text, source text, "goalPercent" int))
          with ordinality as t(code, name, source, "goalPercent", at)`.numbered(),
    );
  }

  async view(id: string): Promise<CampaignView | null> {
    const [view] = await this.session.rows<CampaignView>(
      ...sql`${CAMPAIGN_VIEW} where c.id = ${id}`.numbered(),
    );
    return view ?? null;
  }

  async enter(
    id: string,
    code: string,
    readerIds: readonly string[],
    entered: { readonly on: CalendarDay; readonly by: string },
  ): Promise<void> {
    await this.session.rows(
      ...sql`insert into campaign_participation (campaign_id, code, reader_id, entered_on, entered_by)
        select ${id}, ${code}, reader_id, ${entered.on}, ${entered.by} from unnest(${readerIds}::uuid[]) as t(reader_id)
        on conflict do nothing`.numbered(),
    );
  }

  async takeBack(id: string, code: string, readerIds: readonly string[]): Promise<void> {
    await this.session.rows(
      ...sql`delete from campaign_participation
        where campaign_id = ${id} and code = ${code} and reader_id = any(${readerIds}::uuid[])`.numbered(),
    );
  }
}
