import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { conflict, invalid, Lists, Problem } from '@shulian/service-kit';
import { COPY_COLUMNS, toCopy, type CopyRow } from '../accession/copy.row.js';
import type { Copy } from '../accession/rules/copy.js';
import { DESCRIPTION_COLUMNS, toTitle, type TitleRow } from '../titles/title.row.js';
import type { Title } from '../titles/rules/title.js';
import { MOST_COPIES, type CopiesToPrint } from './labels.http.js';

export type CopyToPrint = {
  readonly copy: Copy;
  readonly title: Title;
  /** Name of the shelf, room or corner where it stands; null: not said. */
  readonly place: string | null;
};
export type Printing = { readonly schoolName: string; readonly copies: readonly CopyToPrint[] };

/** Withdrawn copies have no label any more, unless somebody asks for one of them by its id. */
const SELECT = `
  select ${COPY_COLUMNS}, s.name as school_name, coalesce(p.name, c.location) as place,
         json_build_object('id', t.id, 'version', t.version, ${DESCRIPTION_COLUMNS.map(([column]) => `'${column}', t.${column}`).join(', ')}) as described
  from copy c join title t on t.id = c.title_id join known_school s on s.school_id = c.school_id
  left join location p on p.id = c.location_id
  where c.school_id = $1
    and ($2::uuid[] is null or c.id = any($2))
    and ($3::int is null or c.accession_number >= $3) and ($4::int is null or c.accession_number <= $4)
    and ($5::uuid is null or exists (select from imported_copy i where i.import_id = $5 and i.copy_id = c.id))
    and ($2::uuid[] is not null or c.stock_state <> 'withdrawn')
  order by c.accession_number limit $6`;

type Row = CopyRow & {
  readonly school_name: string;
  readonly described: TitleRow;
  readonly place: string | null;
};

/** The copies of a school that a sheet is asked for, in the order of the register: so they lie in their boxes. */
@Injectable()
export class CopiesToPrintQuery {
  constructor(private readonly lists: Lists) {}

  /** @throws Problem 400 where nothing is selected by, or too much; 409 `labels.no-copies` */
  async find(input: CopiesToPrint, schoolId: SchoolId): Promise<Printing> {
    const { copyIds, fromNumber, toNumber, importId } = input;
    if (copyIds === undefined && fromNumber === undefined && toNumber === undefined && importId === undefined)
      throw invalid({ pointer: '/copyIds', code: 'is-defined' });
    const rows = await this.lists.rows<Row>(SELECT, [
      schoolId,
      copyIds ?? null,
      fromNumber ?? null,
      toNumber ?? null,
      importId === undefined ? null : importId.toLowerCase().slice('catalog-'.length),
      MOST_COPIES + 1,
    ]);
    const [first] = rows;
    if (first === undefined) throw conflict('labels.no-copies');
    if (rows.length > MOST_COPIES)
      throw new Problem(400, 'labels.too-many', { facts: { most: MOST_COPIES } });
    return {
      schoolName: first.school_name,
      copies: rows.map((row) => ({ copy: toCopy(row), title: toTitle(row.described), place: row.place })),
    };
  }
}
