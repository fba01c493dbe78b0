import { statement, type Session } from '@shulian/service-kit';
import type { SuggestionId, TitleId } from '@shulian/contracts/ids';
import type { Audience } from './rules/audience.js';

export type MarkedTitle = { readonly titleId: TitleId; readonly title: string; readonly marks: Audience };
export type MarkedChange = {
  readonly titleId: TitleId;
  readonly before: Audience;
  readonly after: Audience;
};

const MARKS = `jsonb_build_object('bands', coalesce(a.bands, '{}'), 'level', a.level, 'themes', coalesce(a.themes, '{}'))`;
const TITLES = statement(
  'audience.titles',
  `select t.id as "titleId", t.title, ${MARKS} as marks
   from title t left join title_audience a on a.title_id = t.id
   where t.id = any($1::uuid[]) and t.merged_into is null order by t.id`,
);
/** A row for each title, so that there is something to lock: two who mark the same titles come one after the other. */
const BEGIN = statement(
  'audience.begin',
  `insert into title_audience (title_id)
   select id from title where id = any($1::uuid[]) and merged_into is null order by id on conflict do nothing`,
);
const LOCK = statement(
  'audience.lock',
  'select from title_audience where title_id = any($1::uuid[]) order by title_id for update',
);
const WRITE = statement(
  'audience.write',
  `update title_audience a set bands = m.bands, level = m.level, themes = m.themes
   from jsonb_to_recordset($1::jsonb) as m(id uuid, bands text[], level int, themes uuid[]) where a.title_id = m.id`,
);
const ADD_CHANGE = statement(
  'audience.addChange',
  `insert into audience_change (id, school_id, titles, changed_at, changed_by) values ($1, $2, $3, $4, $5)`,
);
const ADD_CHANGED = statement(
  'audience.addChanged',
  `insert into audience_changed (change_id, title_id, before, after)
   select $1, c."titleId", c.before, c.after from jsonb_to_recordset($2::jsonb) as c("titleId" uuid, before jsonb, after jsonb)`,
);
const LOCK_CHANGE = statement(
  'audience.lockChange',
  'select school_id as "schoolId", undone_at is not null as undone from audience_change where id = $1 for update',
);
const CHANGED = statement(
  'audience.changed',
  'select title_id as "titleId", before, after from audience_changed where change_id = $1 order by title_id',
);
const UNDONE = statement(
  'audience.undone',
  'update audience_change set undone_at = $2, undone_by = $3 where id = $1',
);
const LOCK_WISH = statement(
  'audience.lockWish',
  'select school_id as "schoolId" from suggestion where id = $1 for update',
);
const MARK_WISH = statement(
  'audience.markWish',
  `insert into wish_audience (suggestion_id, bands, level, themes) values ($1, $2, $3, $4)
   on conflict (suggestion_id) do update set bands = excluded.bands, level = excluded.level, themes = excluded.themes`,
);
const CLEAR_WISH = statement('audience.clearWish', 'delete from wish_audience where suggestion_id = $1');

/** The marks of titles and of wishes, and what was changed of them. */
export class AudienceRepository {
  constructor(private readonly session: Session) {}

  /** Titles that stand, with their marks, by id. */
  titles(ids: readonly TitleId[]): Promise<MarkedTitle[]> {
    return this.session.rows<MarkedTitle>(TITLES, [ids]);
  }

  /** The same, locked against others who mark them. */
  async lockedTitles(ids: readonly TitleId[]): Promise<MarkedTitle[]> {
    await this.session.rows(BEGIN, [ids]);
    await this.session.rows(LOCK, [ids]);
    return this.titles(ids);
  }

  async write(marks: readonly { readonly titleId: TitleId; readonly marks: Audience }[]): Promise<void> {
    await this.session.rows(WRITE, [
      JSON.stringify(marks.map(({ titleId, marks: audience }) => ({ id: titleId, ...audience }))),
    ]);
  }

  async addChange(
    change: { readonly id: string; readonly schoolId: string | null; readonly by: string; readonly at: Date },
    changed: readonly MarkedChange[],
  ): Promise<void> {
    const { id, schoolId, at, by } = change;
    await this.session.rows(ADD_CHANGE, [id, schoolId, changed.length, at, by]);
    await this.session.rows(ADD_CHANGED, [id, JSON.stringify(changed)]);
  }

  async lockedChange(
    id: string,
  ): Promise<{ readonly schoolId: string | null; readonly undone: boolean } | null> {
    const [row] = await this.session.rows<{ schoolId: string | null; undone: boolean }>(LOCK_CHANGE, [id]);
    return row ?? null;
  }

  changedBy(id: string): Promise<MarkedChange[]> {
    return this.session.rows<MarkedChange>(CHANGED, [id]);
  }

  async undo(id: string, at: Date, by: string): Promise<void> {
    await this.session.rows(UNDONE, [id, at, by]);
  }

  /** The school of a wish, which is held until the end; null: there is none. */
  async schoolOfWish(id: SuggestionId): Promise<string | null> {
    const [row] = await this.session.rows<{ schoolId: string }>(LOCK_WISH, [id]);
    return row?.schoolId ?? null;
  }

  /** Null takes the marks away. */
  async markWish(id: SuggestionId, marks: Audience | null): Promise<void> {
    if (marks === null) await this.session.rows(CLEAR_WISH, [id]);
    else await this.session.rows(MARK_WISH, [id, marks.bands, marks.level, marks.themes]);
  }
}
