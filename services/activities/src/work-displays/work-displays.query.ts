import { Injectable } from '@nestjs/common';
import { Clock, Database, idAfter, Lists, pageOf, PublicLists, statement, unknownThing, type Caller, type Page } from '@shulian/service-kit'; // prettier-ignore
import { CallerSchoolQuery } from '../contests/caller-school.query.js';
import { DISPLAY_VIEW, ITEMS } from './work-display.row.js';
import type {
  DisplaysAsked,
  DisplayView,
  ShownItemView,
  ShownWorksAsked,
  WholeDisplayView,
  WorkOnWebsite,
} from './work-displays.http.js';

const BY_ID = statement('workDisplays.byId', `${DISPLAY_VIEW} where d.id = $1`);
const LIST = `${DISPLAY_VIEW}
  where d.school_id = $1 and ($2::text is null or d.place = $2) and ($3::text is null or d.status = $3)
    and ($4::uuid is null or d.contest_id = $4) and ($5::uuid is null or d.id < $5)
  order by d.id desc limit $6`;
const ON_WEBSITE = `select i.id, d.name, d.shows_from::text as "showsFrom", i.grade, e.title, coalesce(e.text, n.text) as text,
    case when c.published_on is not null then e.level end as level
  from work_display d join work_display_item i on i.display_id = d.id left join contest_entry e on e.id = i.entry_id
    left join contest c on c.id = e.contest_id left join reading_note n on n.id = coalesce(i.note_id, e.note_id)
  where d.school_id = $1 and d.place = 'website' and d.status = 'shown' and d.shows_from <= $2::date
    and (d.shows_until is null or d.shows_until >= $2::date) and not i.withdrawn and (e.id is null or e.status = 'handed-in')
    and ($3::uuid is null or i.id < $3)
  order by i.id desc limit $4`;

/** What is shown at a school, to its people, and what of it to everybody. */
@Injectable()
export class WorkDisplaysQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly publicLists: PublicLists,
    private readonly schools: CallerSchoolQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 also for one of another school */
  async byId(caller: Caller, id: string): Promise<WholeDisplayView> {
    const [display] = await this.database.rows<DisplayView>(BY_ID, [id]);
    if (display === undefined) throw unknownThing();
    await this.schools.refuseForeign(caller, display.schoolId);
    return { ...display, items: await this.database.rows<ShownItemView>(ITEMS, [id]) };
  }

  /** The newest first. @throws Problem 403 for another school */
  async list(caller: Caller, input: DisplaysAsked): Promise<Page<DisplayView>> {
    const after = idAfter(input.cursor);
    const rows = await this.lists.rows<DisplayView>(LIST, [
      await this.schools.meant(caller, input.schoolId),
      input.place ?? null,
      input.status ?? null,
      input.contestId ?? null,
      after,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (display) => display,
      ({ id }) => [id],
    );
  }

  async onWebsite(input: ShownWorksAsked): Promise<Page<WorkOnWebsite>> {
    const rows = await this.publicLists.rows<WorkOnWebsite>(ON_WEBSITE, [
      input.schoolId,
      this.clock.today(),
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (work) => work,
      ({ id }) => [id],
    );
  }
}
