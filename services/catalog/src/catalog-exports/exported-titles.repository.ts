import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import { COPY_COLUMNS, toCopy, type CopyRow } from '../accession/copy.row.js';
import type { Copy } from '../accession/rules/copy.js';
import { DESCRIPTION_COLUMNS, toTitle, type TitleRow } from '../titles/title.row.js';
import type { Title } from '../titles/rules/title.js';

const COLUMNS = DESCRIPTION_COLUMNS.map(([column]) => column).join(', ');

const IDS = statement(
  'catalog-exports.ids',
  `select id from title where id > coalesce($1, '00000000-0000-0000-0000-000000000000'::uuid) order by id limit $2`,
);
const IDS_OF_SCHOOL = statement(
  'catalog-exports.idsOfSchool',
  `select distinct title_id as id from copy
   where school_id = $3 and stock_state <> 'withdrawn'
     and title_id > coalesce($1, '00000000-0000-0000-0000-000000000000'::uuid)
   order by title_id limit $2`,
);
const COUNT = statement('catalog-exports.count', 'select count(*)::int as titles from title');
const COUNT_OF_SCHOOL = statement(
  'catalog-exports.countOfSchool',
  `select count(distinct title_id)::int as titles from copy where school_id = $1 and stock_state <> 'withdrawn'`,
);
const TITLES = statement(
  'catalog-exports.titles',
  `select id, version, ${COLUMNS} from title
   where id = any($1::uuid[]) and merged_into is null and ($2::text is null or starts_with(clc, $2)) order by id`,
);
const COPIES = statement(
  'catalog-exports.copies',
  `select ${COPY_COLUMNS} from copy c
   where c.title_id = any($1::uuid[]) and c.school_id = $2 and c.stock_state <> 'withdrawn'
   order by c.title_id, c.accession_number`,
);

/** What an export walks through: titles in the order of their ids, of the county or of a school. */
export class ExportedTitlesRepository {
  constructor(private readonly session: Session) {}

  /** Ids after one, with those of titles that were merged; so many at most. */
  async ids(schoolId: SchoolId | null, after: TitleId | null, limit: number): Promise<TitleId[]> {
    const rows = await (schoolId === null
      ? this.session.rows<{ id: TitleId }>(IDS, [after, limit])
      : this.session.rows<{ id: TitleId }>(IDS_OF_SCHOOL, [after, limit, schoolId]));
    return rows.map(({ id }) => id);
  }

  async count(schoolId: SchoolId | null): Promise<number> {
    const [row] = await (schoolId === null
      ? this.session.rows<{ titles: number }>(COUNT)
      : this.session.rows<{ titles: number }>(COUNT_OF_SCHOOL, [schoolId]));
    return row?.titles ?? 0;
  }

  /** Those that stand, of a class and below where one is named. */
  async titles(ids: readonly TitleId[], clc: string | null): Promise<Title[]> {
    return (await this.session.rows<TitleRow>(TITLES, [ids, clc])).map(toTitle);
  }

  async copies(ids: readonly TitleId[], schoolId: SchoolId): Promise<Copy[]> {
    return (await this.session.rows<CopyRow>(COPIES, [ids, schoolId])).map(toCopy);
  }
}
