import { statement, type Session } from '@shulian/service-kit';
import type { StandardView } from './library-standards.http.js';
import { ANY_KIND } from './rules/standard-figures.js';

const SET = statement(
  'library-standard.set',
  `insert into library_standard (figure, school_kind, asked, source, written_by) values ($1, $2, $3, $4, $5)
   on conflict (figure, school_kind) do update set asked = excluded.asked, source = excluded.source,
     written_by = excluded.written_by, version = library_standard.version + 1`,
);
const DROP = statement(
  'library-standard.drop',
  'delete from library_standard where figure = $1 and school_kind = $2',
);

export class LibraryStandardsRepository {
  constructor(private readonly session: Session) {}

  async set({ figure, schoolKind, asked, source }: StandardView, by: string): Promise<void> {
    const key = [figure, schoolKind ?? ANY_KIND];
    if (asked === null) await this.session.rows(DROP, key);
    else await this.session.rows(SET, [...key, asked, source, by]);
  }
}
