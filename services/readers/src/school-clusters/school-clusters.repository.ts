import { statement, type Session } from '@shulian/service-kit';
import type { SchoolClusterView } from './school-clusters.http.js';
import type { SchoolCluster } from './rules/school-cluster.js';

/** A cluster `c` with its schools and how many hold a grant there. */
export const CLUSTER_VIEW = `select c.id, c.version, c.name,
    (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name, s.id), '[]')
     from school_cluster_member m join school s on s.id = m.school_id where m.cluster_id = c.id) as schools,
    (select count(distinct g.account_id)::int from account_grant g where g.cluster_id = c.id) as accounts
  from school_cluster c`;
const VIEW = statement('schoolClusters.view', `${CLUSTER_VIEW} where c.id = $1`);
const LOCK = statement(
  'schoolClusters.lock',
  `select c.id, c.version, c.name,
     array(select school_id::text from school_cluster_member where cluster_id = c.id order by school_id) as "schoolIds"
   from school_cluster c where c.id = $1 for no key update of c`,
);
const KEEP = statement('schoolClusters.keep', 'select 1 from school_cluster where id = $1 for key share');
const ADD = statement(
  'schoolClusters.add',
  `insert into school_cluster (id, version, name, created_by, created_at) values ($1, $2, $3, $4, $5)`,
);
const CHANGE = statement(
  'schoolClusters.change',
  'update school_cluster set version = $2, name = $3 where id = $1',
);
const JOIN = statement(
  'schoolClusters.join',
  `insert into school_cluster_member (cluster_id, school_id)
   select $1, s.id from school s where s.id = any($2::uuid[]) on conflict do nothing`,
);
const LEAVE = statement(
  'schoolClusters.leave',
  'delete from school_cluster_member where cluster_id = $1 and school_id <> all($2::uuid[])',
);
const HOLDERS = statement(
  'schoolClusters.holders',
  `select distinct account_id::text as id from account_grant where cluster_id = $1
   union
   select d.to_account_id::text from account_grant g join delegation d on d.from_account_id = g.account_id
   where g.cluster_id = $1 and d.revoked_at is null`,
);

export class SchoolClustersRepository {
  constructor(private readonly session: Session) {}

  /** Whether it is there, and stays until the end of the transaction. */
  async keeps(id: string): Promise<boolean> {
    return (await this.session.rows(KEEP, [id])).length > 0;
  }

  async locked(id: string): Promise<SchoolCluster | null> {
    const [row] = await this.session.rows<SchoolCluster>(LOCK, [id]);
    return row ?? null;
  }

  async add({ id, version, name }: SchoolCluster, by: string, at: Date): Promise<void> {
    await this.session.rows(ADD, [id, version, name, by, at]);
  }

  async change({ id, version, name }: SchoolCluster): Promise<void> {
    await this.session.rows(CHANGE, [id, version, name]);
  }

  /** Its schools from now on. */
  async setSchools({ id, schoolIds }: SchoolCluster): Promise<void> {
    await this.session.rows(LEAVE, [id, schoolIds]);
    await this.session.rows(JOIN, [id, schoolIds]);
  }

  async allExist(schoolIds: readonly string[]): Promise<boolean> {
    const rows = await this.session.rows('select 1 from school where id = any($1::uuid[])', [schoolIds]);
    return rows.length === schoolIds.length;
  }

  /** Accounts whose tokens name its schools. */
  async holders(id: string): Promise<string[]> {
    return (await this.session.rows<{ id: string }>(HOLDERS, [id])).map((row) => row.id);
  }

  async isGranted(id: string): Promise<boolean> {
    return (
      (await this.session.rows('select 1 from account_grant where cluster_id = $1 limit 1', [id])).length > 0
    );
  }

  async remove(id: string): Promise<void> {
    await this.session.rows('delete from school_cluster where id = $1', [id]);
  }

  async view(id: string): Promise<SchoolClusterView | null> {
    const [row] = await this.session.rows<SchoolClusterView>(VIEW, [id]);
    return row ?? null;
  }
}
