import { statement, type Session } from '@shulian/service-kit';
import type { PostView } from './posts.http.js';
import type { Post } from './rules/post.js';

/** A post `p`, with how many hold it at the schools `$1` names (null: all). */
export const POST_VIEW = `select p.id, p.version, p.school_id as "schoolId", s.name as "schoolName", p.name, p.role,
    p.responsibilities, p.operations,
    (select count(*)::int from account_grant g where g.post_id = p.id and ($1::uuid[] is null or g.school_id = any($1))) as holders
  from post p left join school s on s.id = p.school_id`;
const VIEW = statement('posts.view', `${POST_VIEW} where p.id = $2`);
const COLUMNS = `id, version, school_id as "schoolId", name, role, responsibilities, operations`;
const LOCK = statement('posts.lock', `select ${COLUMNS} from post where id = $1 for update`);
const KEEP = statement('posts.keep', `select ${COLUMNS} from post where id = $1 for key share`);
const ADD = statement(
  'posts.add',
  `insert into post (id, version, school_id, name, role, responsibilities, operations, created_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const CHANGE = statement(
  'posts.change',
  'update post set version = $2, name = $3, responsibilities = $4, operations = $5 where id = $1',
);
const HOLDERS = statement(
  'posts.holders',
  'select distinct account_id::text as id from account_grant where post_id = $1',
);

export class PostsRepository {
  constructor(private readonly session: Session) {}

  async locked(id: string): Promise<Post | null> {
    const [row] = await this.session.rows<Post>(LOCK, [id]);
    return row ?? null;
  }

  /** As it is; it is not removed until the end of the transaction. */
  async kept(id: string): Promise<Post | null> {
    const [row] = await this.session.rows<Post>(KEEP, [id]);
    return row ?? null;
  }

  async add(post: Post, by: string, at: Date): Promise<void> {
    const { id, version, schoolId, name, role, responsibilities, operations } = post;
    await this.session.rows(ADD, [id, version, schoolId, name, role, responsibilities, operations, by, at]);
  }

  async change({ id, version, name, responsibilities, operations }: Post): Promise<void> {
    await this.session.rows(CHANGE, [id, version, name, responsibilities, operations]);
  }

  async holders(id: string): Promise<string[]> {
    return (await this.session.rows<{ id: string }>(HOLDERS, [id])).map((row) => row.id);
  }

  async remove(id: string): Promise<void> {
    await this.session.rows('delete from post where id = $1', [id]);
  }

  async view(id: string): Promise<PostView> {
    const [row] = await this.session.rows<PostView>(VIEW, [null, id]);
    if (row === undefined) throw new Error('a post that is there is shown');
    return row;
  }
}
