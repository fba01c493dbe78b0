import { Injectable } from '@nestjs/common';
import { Database, idAfter, Lists, pageOf, unknownThing, type Page, type Rows } from '@shulian/service-kit';
import type { ThemesAsked, ThemeView } from './reading-themes.http.js';

const VIEW = `select t.id, t.version, t.school_id as "schoolId", t.name, t.closed from reading_theme t`;

/** The themes of the county first, then those of the school. */
@Injectable()
export class ReadingThemesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 */
  byId(id: string): Promise<ThemeView> {
    return themeView(this.database, id);
  }

  async find(input: ThemesAsked): Promise<Page<ThemeView>> {
    const rows = await this.lists.rows<ThemeView>(
      `${VIEW} where (t.school_id is null or t.school_id = $1) and ($2::uuid is null or t.id > $2)
       order by t.id limit $3`,
      [input.schoolId ?? null, idAfter(input.cursor), input.limit + 1],
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}

/** @throws Problem 404 */
export const themeView = async (rows: Rows, id: string): Promise<ThemeView> => {
  const [theme] = await rows.rows<ThemeView>(`${VIEW} where t.id = $1`, [id]);
  if (theme === undefined) throw unknownThing();
  return theme;
};
