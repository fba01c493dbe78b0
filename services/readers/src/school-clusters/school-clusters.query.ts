import { Injectable } from '@nestjs/common';
import { Database, idAfter, Lists, pageOf, unknownThing, type Page } from '@shulian/service-kit';
import type { SchoolClustersAsked, SchoolClusterView } from './school-clusters.http.js';
import { CLUSTER_VIEW } from './school-clusters.repository.js';

/** Clusters of schools; they are the county's. */
@Injectable()
export class SchoolClusters {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 */
  async byId(id: string): Promise<SchoolClusterView> {
    const [found] = await this.database.rows<SchoolClusterView>(`${CLUSTER_VIEW} where c.id = $1`, [id]);
    if (found === undefined) throw unknownThing();
    return found;
  }

  /** In the order in which they were made. @throws Problem 400 for a cursor that is not ours */
  async page({ limit, cursor }: SchoolClustersAsked): Promise<Page<SchoolClusterView>> {
    const rows = await this.lists.rows<SchoolClusterView>(
      `${CLUSTER_VIEW} where $1::uuid is null or c.id > $1 order by c.id limit $2`,
      [idAfter(cursor), limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
