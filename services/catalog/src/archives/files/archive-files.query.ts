import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  allOf,
  Database,
  Lists,
  pageOf,
  sql,
  unknownThing,
  type Caller,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { archiveFileViews } from './archive-file.row.js';
import type { ArchiveFilesListAsked, ArchiveFileView, ArchiveSearchAsked } from './archive-files.http.js';
import type { HandoversAsked, HandoverView } from './archive-steps.http.js';

const HANDOVERS = `select p.id, p.file_id as "fileId", f.code, f.title, p.step, p.on_day::text as "on",
    p.document_number as "documentNumber", p.receiver, p.reader_id as "readerId", p.note, p.undone_on::text as "undoneOn"
  from archive_step p join archive_file f on f.id = p.file_id
  where p.school_id = $1 and p.step in ('hand-over', 'take-back') and p.on_day between coalesce($2::date, '-infinity')
    and coalesce($3::date, 'infinity') and ($4::date is null or (p.on_day, p.id) < ($4::date, $5::uuid))
  order by p.on_day desc, p.id desc limit $6`;

/** The catalogue of an archive, for those who keep it. */
@Injectable()
export class ArchiveFilesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for a file of another school */
  async byId(caller: Caller, id: string): Promise<ArchiveFileView> {
    const statement = archiveFileViews(sql`f.id = ${id}`);
    const [file] = await this.database.rows<ArchiveFileView>(...statement.numbered());
    if (file === undefined || !caller.mayWorkAt(file.schoolId)) throw unknownThing();
    return file;
  }

  find(asked: ArchiveFilesListAsked, schoolId: SchoolId): Promise<Page<ArchiveFileView>> {
    return this.page(asked, [
      ...narrowed(asked, schoolId),
      ...(asked.unitId === undefined ? [] : [sql`f.unit_id = ${asked.unitId}`]),
    ]);
  }

  /** Words anywhere in the title, or the beginning of the code. */
  search(asked: ArchiveSearchAsked, schoolId: SchoolId): Promise<Page<ArchiveFileView>> {
    const words = asked.q.split(/\s+/).map((word) => `%${escaped(word)}%`);
    const isNamed = sql`(f.title ilike all(${words}::text[]) or f.code ilike ${`${escaped(asked.q)}%`})`;
    return this.page(asked, [...narrowed(asked, schoolId), isNamed]);
  }

  async handovers(asked: HandoversAsked, schoolId: SchoolId): Promise<Page<HandoverView>> {
    const after = afterCursor(asked.cursor, 2);
    const { from = null, to = null } = asked;
    const values = [schoolId, from, to, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1];
    return pageOf(
      await this.lists.rows<HandoverView>(HANDOVERS, values),
      asked.limit,
      (row) => row,
      ({ on, id }) => [on, id],
    );
  }

  private async page(
    { limit, cursor }: { readonly limit: number; readonly cursor?: string },
    conditions: readonly Sql[],
  ): Promise<Page<ArchiveFileView>> {
    const after = afterCursor(cursor, 3);
    const from =
      after === null
        ? []
        : [sql`(f.class, f.year, f.number) > (${after[0]}::text, ${after[1]}::int, ${after[2]}::int)`];
    const statement = sql`${archiveFileViews(allOf([...conditions, ...from]))} order by f.class, f.year, f.number limit ${limit + 1}`;
    return pageOf(
      await this.lists.rows<ArchiveFileView>(...statement.numbered()),
      limit,
      (row) => row,
      ({ class: kind, year, number }) => [kind, year, number],
    );
  }
}

const narrowed = (
  asked: Pick<ArchiveFilesListAsked, 'class' | 'year' | 'state'>,
  schoolId: SchoolId,
): Sql[] => [
  sql`f.school_id = ${schoolId}`,
  ...(asked.class === undefined ? [] : [sql`f.class = ${asked.class}`]),
  ...(asked.year === undefined ? [] : [sql`f.year = ${asked.year}`]),
  ...(asked.state === undefined ? [] : [sql`f.state = ${asked.state}`]),
];

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
