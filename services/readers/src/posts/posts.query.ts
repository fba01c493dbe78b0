import { Injectable } from '@nestjs/common';
import { Database, idAfter, Lists, pageOf, unknownThing, type Caller, type Page } from '@shulian/service-kit';
import type { PostsAsked, PostView } from './posts.http.js';
import { POST_VIEW } from './posts.repository.js';

const PAGE = `${POST_VIEW} where ($2::uuid is null or p.school_id is null or p.school_id = $2)
  and ($3::uuid is null or p.id > $3) order by p.id limit $4`;

/** Posts: those of the county for everybody, those of a school for its own people. */
@Injectable()
export class Posts {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for a post of another school */
  async byId(caller: Caller, id: string): Promise<PostView> {
    const [found] = await this.database.rows<PostView>(`${POST_VIEW} where p.id = $2`, [
      schoolsIn(caller),
      id,
    ]);
    if (found === undefined || (found.schoolId !== null && !caller.mayWorkAt(found.schoolId)))
      throw unknownThing();
    return found;
  }

  /** @throws Problem 403 for a school out of reach, 400 for a cursor that is not ours */
  async page(caller: Caller, input: PostsAsked): Promise<Page<PostView>> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    const rows = await this.lists.rows<PostView>(PAGE, [
      schoolId === null ? null : [schoolId],
      schoolId,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}

const schoolsIn = ({ reach }: Caller): string[] | null => (reach.county ? null : [...reach.schools]);
