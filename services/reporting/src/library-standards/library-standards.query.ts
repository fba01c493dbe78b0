import { Injectable } from '@nestjs/common';
import { Lists, refuseCursor, type Page } from '@shulian/service-kit';
import type { StandardsAsked, StandardView } from './library-standards.http.js';
import { ANY_KIND } from './rules/standard-figures.js';

/** No more rows than there are figures and kinds. */
const ALL = `select figure, nullif(school_kind, '${ANY_KIND}') as "schoolKind", asked::float8 as asked, source from library_standard
  order by figure, school_kind`;

@Injectable()
export class LibraryStandardsQuery {
  constructor(private readonly lists: Lists) {}

  async list({ cursor }: StandardsAsked): Promise<Page<StandardView>> {
    refuseCursor(cursor);
    return { items: await this.lists.rows<StandardView>(ALL), nextCursor: null };
  }
}
