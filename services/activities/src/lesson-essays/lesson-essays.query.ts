import { Injectable } from '@nestjs/common';
import type { ReaderId } from '@shulian/contracts/ids';
import {
  afterCursor,
  Database,
  Lists,
  pageOf,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { KnownReadersQuery } from '../from-readers/known-readers.query.js';
import { ESSAY_VIEW } from './lesson-essay.row.js';
import type { EssaysAsked, EssayView } from './lesson-essays.http.js';

const BY_ID = statement('lessonEssays.byId', `${ESSAY_VIEW} where e.id = $1 and e.status = 'shared'`);
const LIST = `${ESSAY_VIEW}
  where e.class_id = any($1::uuid[]) and e.status = 'shared' and ($2::uuid is null or e.class_id = $2)
    and ($3::uuid is null or e.title_id = $3) and e.lesson_on between coalesce($4::date, '-infinity') and coalesce($5::date, 'infinity')
    and ($6::date is null or (e.lesson_on, e.id) < ($6, $7::uuid))
  order by e.lesson_on desc, e.id desc limit $8`;

/** Essays as the class sees them: classmates and teachers of the class, and nobody else of the school. */
@Injectable()
export class LessonEssaysQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly readers: KnownReadersQuery,
  ) {}

  /** @throws Problem 404 for one of another class, and for one that was taken back */
  async byId(caller: Caller, id: string): Promise<EssayView> {
    const [essay] = await this.database.rows<EssayView>(BY_ID, [id]);
    if (essay === undefined || !(await this.classesOf(caller)).includes(essay.classId)) throw unknownThing();
    return essay;
  }

  /** The newest lesson first. */
  async list(caller: Caller, input: EssaysAsked): Promise<Page<EssayView>> {
    const after = afterCursor(input.cursor, 2) ?? [null, null];
    const rows = await this.lists.rows<EssayView>(LIST, [
      await this.classesOf(caller),
      input.classId ?? null,
      input.titleId ?? null,
      input.from ?? null,
      input.to ?? null,
      ...after,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (essay) => essay,
      ({ lessonOn, id }) => [lessonOn, id],
    );
  }

  /** Classes that somebody teaches, or is in now. */
  private async classesOf({ reach }: Caller): Promise<string[]> {
    const classes = [...reach.classes.keys()];
    for (const id of reach.readers) {
      const reader = await this.readers.awaited(id as ReaderId, () => true);
      if (reader?.active === true && reader.classId !== null) classes.push(reader.classId);
    }
    return classes;
  }
}
