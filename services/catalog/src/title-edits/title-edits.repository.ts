import { allOf, sql, statement, type Session, type Sql } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import type { EditedTitle, TitleEditChange } from './rules/title-edit.js';

const ADD = statement(
  'title-edits.add',
  `insert into title_edit (id, edited_at, edited_by, selection, change, remark) values ($1, $2, $3, $4, $5, $6)`,
);
const ADD_LINES = statement(
  'title-edits.addLines',
  `insert into title_edit_line (edit_id, title_id, before, after)
   select $1, * from unnest($2::uuid[], $3::jsonb[], $4::jsonb[])`,
);
const LOCK = statement(
  'title-edits.lock',
  'select undone_at is not null as "isUndone" from title_edit where id = $1 for update',
);
const LINES = statement(
  'title-edits.lines',
  'select title_id as "titleId", before, after from title_edit_line where edit_id = $1 order by title_id',
);
const UNDONE = statement(
  'title-edits.undone',
  'update title_edit set undone_at = $2, undone_by = $3 where id = $1',
);
const STATES = statement(
  'title-edits.states',
  `update title_edit_line set state = case when title_id = any($2::uuid[]) then 'restored' else 'kept' end where edit_id = $1`,
);
/** Copies that follow their title into another class: those that stand in its own. */
const COPIES = statement(
  'title-edits.copies',
  `select count(*)::int as copies from title t join copy c on c.title_id = t.id and c.clc is not distinct from t.clc
   where t.id = any($1::uuid[]) and c.stock_state <> 'withdrawn'`,
);

export type TitleSelection = {
  readonly titleIds: readonly string[] | null;
  readonly clc: string | null;
  readonly publisher: string | null;
  readonly audience: string | null;
};

export type EditLine = {
  readonly titleId: TitleId;
  readonly before: TitleEditChange;
  readonly after: TitleEditChange;
};

/** Changes of many titles, and what each title was before. */
export class TitleEditsRepository {
  constructor(private readonly session: Session) {}

  /** Titles that stand and are meant, so many at most, in the order of their ids. */
  async meant({ titleIds, clc, publisher, audience }: TitleSelection, most: number): Promise<TitleId[]> {
    const conditions: Sql[] = [
      ...(titleIds === null ? [] : [sql`id = any(${titleIds}::uuid[])`]),
      ...(clc === null ? [] : [sql`clc like ${`${clc.replace(/[%_\\]/g, '\\$&')}%`}`]),
      ...(publisher === null ? [] : [sql`publisher = ${publisher}`]),
      ...(audience === null ? [] : [sql`audience = ${audience}`]),
    ];
    const rows = await this.session.rows<{ id: TitleId }>(
      ...sql`select id from title where merged_into is null and ${allOf(conditions)} order by id limit ${most}`.numbered(),
    );
    return rows.map(({ id }) => id);
  }

  async copiesInClassOf(ids: readonly TitleId[]): Promise<number> {
    return (await this.session.rows<{ copies: number }>(COPIES, [ids]))[0]?.copies ?? 0;
  }

  async add(
    edit: {
      readonly id: string;
      readonly at: Date;
      readonly by: string;
      readonly selection: Readonly<Record<string, unknown>>;
      readonly change: TitleEditChange;
      readonly remark: string | null;
    },
    lines: readonly EditedTitle[],
  ): Promise<void> {
    const { id, at, by, selection, change, remark } = edit;
    await this.session.rows(ADD, [id, at, by, JSON.stringify(selection), JSON.stringify(change), remark]);
    await this.session.rows(ADD_LINES, [
      id,
      lines.map(({ title }) => title.id),
      lines.map((line) => JSON.stringify(line.before)),
      lines.map((line) => JSON.stringify(line.change)),
    ]);
  }

  async locked(id: string): Promise<{ readonly isUndone: boolean } | null> {
    return (await this.session.rows<{ isUndone: boolean }>(LOCK, [id]))[0] ?? null;
  }

  lines(id: string): Promise<EditLine[]> {
    return this.session.rows<EditLine>(LINES, [id]);
  }

  async undone(
    id: string,
    restored: readonly TitleId[],
    how: { readonly at: Date; readonly by: string },
  ): Promise<void> {
    await this.session.rows(UNDONE, [id, how.at, how.by]);
    await this.session.rows(STATES, [id, restored]);
  }
}
