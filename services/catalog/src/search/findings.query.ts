import { Injectable } from '@nestjs/common';
import { Lists } from '@shulian/service-kit';
import { TitlesFound } from '../titles/titles-found.query.js';
import type { OneSearchAsked, FindingsView, FoundEntry, FoundResource } from './findings.http.js';
import { SHOWN_TITLES } from './terminal-titles.query.js';
import type { TerminalTitle } from './terminal-titles.http.js';

/** What readers may see: shown, not ended, of the county or of the school. */
const SHOWN_RESOURCE = `r.published_on is not null and r.ended_on is null and (r.school_id is null or $2::uuid is null or r.school_id = $2)`;
const RESOURCES = `select r.id, r.kind, r.name, r.provider, r.subject, r.url from e_resource r
  where ${SHOWN_RESOURCE} and concat_ws(' ', r.name, r.provider, r.scope, r.subject) ilike $1
  order by r.name, r.id limit $3`;
const ENTRIES = `select e.id, r.id as "resourceId", r.name as resource, e.name, e.subject, e.url, e.title_id as "titleId"
  from feature_entry e join e_resource r on r.id = e.resource_id
  where ${SHOWN_RESOURCE} and concat_ws(' ', e.name, e.subject, e.description) ilike $1
  order by e.name, e.id limit $3`;

/** One question to the catalogue, the electronic resources and the databases that libraries build (GTW-004). */
@Injectable()
export class FindingsQuery {
  constructor(private readonly lists: Lists) {}

  async find(input: OneSearchAsked): Promise<FindingsView> {
    const { q, schoolId, limit } = input;
    const like = [`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`, schoolId ?? null, limit];
    const [titles, resources, entries] = await Promise.all([
      this.titles(input),
      this.lists.rows<FoundResource>(RESOURCES, like),
      this.lists.rows<FoundEntry>(ENTRIES, like),
    ]);
    return { ...titles, resources, entries };
  }

  private async titles(input: OneSearchAsked): Promise<Pick<FindingsView, 'titles' | 'moreTitles'>> {
    const found = await new TitlesFound(this.lists, input, input.schoolId).after(null);
    const titles = await this.lists.rows<TerminalTitle>(SHOWN_TITLES, [
      found.slice(0, input.limit).map(({ id }) => id),
      input.schoolId ?? null,
    ]);
    return { titles, moreTitles: found.length > input.limit };
  }
}
