import { statement, type Session } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { keyOfQuestion } from '../titles/title-finding.use-case.js';
import { formsOf, type Authority } from './rules/authority.js';

const COLUMNS = 'id, version, kind, preferred, variants, dates, note';
const ADD = statement(
  'authorities.add',
  `insert into authority (id, version, kind, preferred, variants, dates, note, filing) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const CHANGE = statement(
  'authorities.change',
  `update authority set version = $2, preferred = $3, variants = $4, dates = $5, note = $6, filing = $7 where id = $1`,
);
const CLEAR_FORMS = statement('authorities.clearForms', 'delete from authority_form where authority_id = $1');
const ADD_FORMS = statement(
  'authorities.addForms',
  `insert into authority_form (authority_id, kind, form, folded) select $1, $2, * from unnest($3::text[], $4::text[])`,
);
/** In one order for everybody: two who merge must not lock each other out. */
const LOCK = statement(
  'authorities.lock',
  `select ${COLUMNS} from authority where id = any($1::uuid[]) and merged_into is null order by id for update`,
);
const INTO = statement('authorities.into', 'select merged_into as "into" from authority where id = $1');
const POINT_NAMES = statement(
  'authorities.pointNames',
  `insert into title_authority (title_id, authority_id)
   select t.id, $1 from title t where t.merged_into is null and t.contributors && $2::text[] on conflict do nothing`,
);
const POINT_SUBJECTS = statement(
  'authorities.pointSubjects',
  `insert into title_authority (title_id, authority_id)
   select t.id, $1 from title t where t.merged_into is null and t.subjects && $2::text[] on conflict do nothing`,
);
/** A name that two authorities have points to none by itself: a person says which is meant. */
const POINT_TITLES = statement(
  'authorities.pointTitles',
  `insert into title_authority (title_id, authority_id)
   select n.title_id, min(f.authority_id::text)::uuid
   from unnest($1::uuid[], $2::text[], $3::boolean[]) as n (title_id, form, is_subject)
   join authority_form f on f.form = n.form and (f.kind = 'subject') = n.is_subject
   group by n.title_id, n.form, n.is_subject having count(*) = 1
   on conflict do nothing`,
);
const MOVE = statement(
  'authorities.moveTitles',
  `with moved as (
     delete from title_authority where authority_id = $1 returning title_id
   ), added as (
     insert into title_authority (title_id, authority_id) select title_id, $2 from moved on conflict do nothing returning title_id
   ) select m.title_id as "titleId", a.title_id is not null as gained from moved m left join added a using (title_id)`,
);
const ABSORB = statement(
  'authorities.absorb',
  'update authority set merged_into = $2, version = version + 1 where id = $1',
);
const SEPARATE = statement(
  'authorities.separate',
  'update authority set merged_into = null, version = version + 1 where id = $1 and merged_into = $2',
);
const GIVE = statement(
  'authorities.giveTitles',
  'insert into title_authority (title_id, authority_id) select unnest($2::uuid[]), $1 on conflict do nothing',
);
const REMOVE = statement(
  'authorities.removePointers',
  'delete from title_authority where authority_id = $1 and title_id = any($2::uuid[])',
);
const ADD_MERGE = statement(
  'authorities.addMerge',
  `insert into authority_merge (id, authority_id, into_authority_id, merged_at, merged_by, into_version, into_before, moved_titles,
     gained_titles)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const LOCK_MERGE = statement(
  'authorities.lockMerge',
  `select id, authority_id as "authorityId", into_authority_id as "intoAuthorityId", into_version as "intoVersion",
     into_before as "intoBefore", moved_titles as "movedTitles", gained_titles as "gainedTitles", undone_at is not null as "isUndone"
   from authority_merge where id = $1 for update`,
);
const UNDONE = statement(
  'authorities.undone',
  'update authority_merge set undone_at = $2, undone_by = $3 where id = $1',
);

export type AuthorityMerge = {
  readonly id: string;
  readonly authorityId: string;
  readonly intoAuthorityId: string;
  readonly intoVersion: number;
  readonly intoBefore: Authority;
  readonly movedTitles: readonly string[];
  readonly gainedTitles: readonly string[];
  readonly isUndone: boolean;
};

/** Authorities, their forms, and the titles that point to them. */
export class AuthoritiesRepository {
  constructor(private readonly session: Session) {}

  async add(authority: Authority): Promise<void> {
    const { id, version, kind, preferred, variants, dates, note } = authority;
    await this.session.rows(ADD, [
      id,
      version,
      kind,
      preferred,
      variants,
      dates,
      note,
      keyOfQuestion(preferred),
    ]);
    await this.writeForms(authority);
  }

  async change(authority: Authority): Promise<void> {
    const { id, version, preferred, variants, dates, note } = authority;
    await this.session.rows(CHANGE, [
      id,
      version,
      preferred,
      variants,
      dates,
      note,
      keyOfQuestion(preferred),
    ]);
    await this.session.rows(CLEAR_FORMS, [id]);
    await this.writeForms(authority);
  }

  private async writeForms(authority: Authority): Promise<void> {
    const forms = formsOf(authority);
    await this.session.rows(ADD_FORMS, [authority.id, authority.kind, forms, forms.map(keyOfQuestion)]);
  }

  /** Those that stand, locked until the end of the transaction. */
  locked(ids: readonly string[]): Promise<Authority[]> {
    return this.session.rows<Authority>(LOCK, [ids]);
  }

  async mergedInto(id: string): Promise<string | null> {
    return (await this.session.rows<{ into: string | null }>(INTO, [id]))[0]?.into ?? null;
  }

  /** Titles that bear one of its forms point to it from now on. */
  async pointTo(authority: Authority): Promise<void> {
    await this.session.rows(authority.kind === 'subject' ? POINT_SUBJECTS : POINT_NAMES, [
      authority.id,
      formsOf(authority),
    ]);
  }

  /** Titles point to the authorities whose forms they bear, where only one has the form. */
  async pointFrom(
    names: readonly { readonly titleId: TitleId; readonly form: string; readonly isSubject: boolean }[],
  ): Promise<void> {
    if (names.length === 0) return;
    await this.session.rows(POINT_TITLES, [
      names.map(({ titleId }) => titleId),
      names.map(({ form }) => form),
      names.map(({ isSubject }) => isSubject),
    ]);
  }

  /** Titles that pointed to one point to the other; gained are those that had not pointed to it before. */
  async moveTitles(
    from: string,
    into: string,
  ): Promise<Pick<AuthorityMerge, 'movedTitles' | 'gainedTitles'>> {
    const moved = await this.session.rows<{ titleId: string; gained: boolean }>(MOVE, [from, into]);
    return {
      movedTitles: moved.map(({ titleId }) => titleId),
      gainedTitles: moved.flatMap(({ titleId, gained }) => (gained ? [titleId] : [])),
    };
  }

  async absorb(from: string, into: string): Promise<void> {
    await this.session.rows(ABSORB, [from, into]);
    await this.session.rows(CLEAR_FORMS, [from]);
  }

  /** The authority stands again, with its forms and the titles that a merger moved. */
  async separate({ authorityId, intoAuthorityId, movedTitles }: AuthorityMerge): Promise<Authority | null> {
    await this.session.rows(SEPARATE, [authorityId, intoAuthorityId]);
    const [authority] = await this.locked([authorityId]);
    if (authority === undefined) return null;
    await this.writeForms(authority);
    await this.giveTitles(authorityId, movedTitles);
    return authority;
  }

  async giveTitles(authorityId: string, titleIds: readonly string[]): Promise<void> {
    await this.session.rows(GIVE, [authorityId, titleIds]);
  }

  async forget(authorityId: string, titleIds: readonly string[]): Promise<void> {
    await this.session.rows(REMOVE, [authorityId, titleIds]);
  }

  async addMerge(
    merge: Omit<AuthorityMerge, 'isUndone'>,
    how: { readonly at: Date; readonly by: string },
  ): Promise<void> {
    const { id, authorityId, intoAuthorityId, intoVersion, intoBefore, movedTitles, gainedTitles } = merge;
    await this.session.rows(ADD_MERGE, [
      id,
      authorityId,
      intoAuthorityId,
      how.at,
      how.by,
      intoVersion,
      JSON.stringify(intoBefore),
      movedTitles,
      gainedTitles,
    ]);
  }

  async lockedMerge(id: string): Promise<AuthorityMerge | null> {
    return (await this.session.rows<AuthorityMerge>(LOCK_MERGE, [id]))[0] ?? null;
  }

  async undone(id: string, how: { readonly at: Date; readonly by: string }): Promise<void> {
    await this.session.rows(UNDONE, [id, how.at, how.by]);
  }
}
