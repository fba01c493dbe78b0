import { Injectable } from '@nestjs/common';
import {
  Database,
  invalid,
  Lists,
  pageOf,
  sql,
  unknownReference,
  unknownThing,
  words,
  type ListAsked,
  type Page,
  type Rows,
} from '@shulian/service-kit';
import { AFTER_ALL_IDS, BEFORE_ALL_IDS, placeAfter } from '../id-cursor.http.js';
import { keyOfQuestion } from '../titles/title-finding.use-case.js';
import { authorityMerged } from './authority-merged.step.js';
import type {
  AuthoritiesAsked,
  AuthorityMergePreview,
  AuthorityMergePreviewAsked,
  AuthorityMergeView,
  AuthorityProposal,
  AuthorityTitle,
  AuthorityView,
  TitlesByNameAsked,
} from './authorities.http.js';
import { likenessOf, mergedAuthority, type Authority, type AuthorityKind } from './rules/authority.js';

const VIEW = `select a.id, a.version, a.kind, a.preferred, a.variants, a.dates, a.note,
    (select count(*)::int from title_authority p where p.authority_id = a.id) as titles, a.filing, a.merged_into as "mergedInto"
  from authority a`;
const MERGES = `select m.id, m.authority_id as "authorityId", a.preferred as authority, m.into_authority_id as "intoAuthorityId",
    i.preferred as "into", cardinality(m.moved_titles) as titles, m.merged_at as "mergedAt", m.merged_by as "mergedBy",
    m.undone_at as "undoneAt", m.undone_by as "undoneBy"
  from authority_merge m join authority a on a.id = m.authority_id join authority i on i.id = m.into_authority_id`;
const TITLE = 't.id, t.title, t.contributors, t.publisher, t.published_year as "publishedYear"';

type Row = AuthorityView & { readonly filing: string; readonly mergedInto: string | null };
const shown = ({ filing: _, mergedInto: __, ...view }: Row): AuthorityView => view;

/** Names as they are used here, whoever asks for them by which form, and the titles that point to them. */
@Injectable()
export class AuthoritiesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  byId(id: string): Promise<AuthorityView> {
    return authorityView(this.database, id);
  }

  /** In the order of their preferred forms; with a question those of which any form begins so. */
  async find({ kind, q, limit, cursor }: AuthoritiesAsked): Promise<Page<AuthorityView>> {
    const [filing = '', id = BEFORE_ALL_IDS] = placeAfter(cursor, { texts: 1, ids: 1 }) ?? [];
    const begin = q === undefined ? null : keyOfQuestion(q);
    const meant =
      begin === null
        ? sql`true`
        : sql`a.id in (select f.authority_id from authority_form f
                       where f.kind = ${kind} and f.folded >= ${begin} and f.folded < ${`${begin}\u{10ffff}`})`;
    const rows = await this.lists.rows<Row>(
      ...sql`${words(VIEW)} where a.merged_into is null and a.kind = ${kind} and ${meant}
          and (a.filing, a.id) > (${filing}::text collate "C", ${id}::uuid)
        order by a.filing, a.id limit ${limit + 1}`.numbered(),
    );
    return pageOf(rows, limit, shown, (row) => [row.filing, row.id]);
  }

  async titles(id: string, { limit, cursor }: ListAsked): Promise<Page<AuthorityTitle>> {
    await this.byId(id);
    const [after = BEFORE_ALL_IDS] = placeAfter(cursor, { texts: 0, ids: 1 }) ?? [];
    const rows = await this.lists.rows<AuthorityTitle>(
      `select ${TITLE} from title_authority p join title t on t.id = p.title_id
       where p.authority_id = $1 and p.title_id > $2::uuid and t.merged_into is null order by p.title_id limit $3`,
      [id, after, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => [row.id],
    );
  }

  /** Titles of everybody who is known by the name, whichever form the books bear. */
  async byName({ kind, name, limit, cursor }: TitlesByNameAsked): Promise<Page<AuthorityTitle>> {
    const [after = BEFORE_ALL_IDS] = placeAfter(cursor, { texts: 0, ids: 1 }) ?? [];
    const rows = await this.lists.rows<AuthorityTitle>(
      `select ${TITLE} from title t
       where t.id in (select p.title_id from authority_form f join title_authority p on p.authority_id = f.authority_id
                      where f.kind = $1 and f.folded = $2)
         and t.merged_into is null and t.id > $3::uuid order by t.id limit $4`,
      [kind, keyOfQuestion(name), after, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => [row.id],
    );
  }

  /** Pairs that share a form, as it is folded; by the form, then by their ids. */
  async proposals(kind: AuthorityKind, { limit, cursor }: ListAsked): Promise<Page<AuthorityProposal>> {
    const [form = '', one = BEFORE_ALL_IDS, other = BEFORE_ALL_IDS] =
      placeAfter(cursor, { texts: 1, ids: 2 }) ?? [];
    const pairs = await this.lists.rows<{ form: string; one: string; other: string }>(
      `select distinct f.folded as form, f.authority_id as one, g.authority_id as other
       from authority_form f join authority_form g on g.kind = f.kind and g.folded = f.folded and g.authority_id > f.authority_id
       where f.kind = $1 and f.folded >= $2 and (f.folded, f.authority_id, g.authority_id) > ($2::text collate "C", $3::uuid, $4::uuid)
       order by f.folded, f.authority_id, g.authority_id limit $5`,
      [kind, form, one, other, limit + 1],
    );
    const known = await this.views([...new Set(pairs.flatMap((pair) => [pair.one, pair.other]))]);
    const page = pageOf(
      pairs,
      limit,
      (pair): AuthorityProposal | null => {
        const [first, second] = [known.get(pair.one), known.get(pair.other)];
        if (first === undefined || second === undefined) return null;
        return {
          score: likenessOf(first, second),
          form: pair.form,
          authorities: [shown(first), shown(second)],
        };
      },
      (pair) => [pair.form, pair.one, pair.other],
    );
    return { ...page, items: page.items.filter((proposal) => proposal !== null) };
  }

  /** @throws Problem 400 for one, 422, 409 `authority.merged` */
  async preview({
    authorityId,
    intoAuthorityId,
  }: AuthorityMergePreviewAsked): Promise<AuthorityMergePreview> {
    if (authorityId === intoAuthorityId) throw invalid({ pointer: '?intoAuthorityId', code: 'is-another' });
    const known = await this.views([authorityId, intoAuthorityId]);
    const one = (id: string, pointer: string): Row => {
      const row = known.get(id);
      if (row === undefined) throw unknownReference(pointer);
      if (row.mergedInto !== null) throw authorityMerged(row.mergedInto, 409);
      return row;
    };
    const [from, into] = [one(authorityId, '?authorityId'), one(intoAuthorityId, '?intoAuthorityId')];
    if (from.kind !== into.kind) throw invalid({ pointer: '?intoAuthorityId', code: 'is-of-the-same-kind' });
    const [{ titles } = { titles: 0 }] = await this.lists.rows<{ titles: number }>(
      'select count(distinct title_id)::int as titles from title_authority where authority_id in ($1, $2)',
      [authorityId, intoAuthorityId],
    );
    return {
      from: shown(from),
      into: shown(into),
      after: { ...shown(into), ...withoutFiling(mergedAuthority(into, from)), titles },
    };
  }

  merge(id: string): Promise<AuthorityMergeView> {
    return mergeView(this.database, id);
  }

  /** The latest first. */
  async merges({ limit, cursor }: ListAsked): Promise<Page<AuthorityMergeView>> {
    const [before = AFTER_ALL_IDS] = placeAfter(cursor, { texts: 0, ids: 1 }) ?? [];
    const rows = await this.lists.rows<AuthorityMergeView>(
      `${MERGES} where m.id < $1::uuid order by m.id desc limit $2`,
      [before, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => [row.id],
    );
  }

  private async views(ids: readonly string[]): Promise<ReadonlyMap<string, Row>> {
    if (ids.length === 0) return new Map();
    const rows = await this.lists.rows<Row>(`${VIEW} where a.id = any($1::uuid[])`, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

const withoutFiling = ({ id, version, kind, preferred, variants, dates, note }: Authority): Authority => ({
  id,
  version,
  kind,
  preferred,
  variants,
  dates,
  note,
});

/** @throws Problem 404, 410 with where it went */
export const authorityView = async (rows: Rows, id: string): Promise<AuthorityView> => {
  const [row] = await rows.rows<Row>(`${VIEW} where a.id = $1`, [id]);
  if (row === undefined) throw unknownThing();
  if (row.mergedInto !== null) throw authorityMerged(row.mergedInto, 410);
  return shown(row);
};

/** @throws Problem 404 */
export const mergeView = async (rows: Rows, id: string): Promise<AuthorityMergeView> => {
  const [view] = await rows.rows<AuthorityMergeView>(`${MERGES} where m.id = $1`, [id]);
  if (view === undefined) throw unknownThing();
  return view;
};
