import { Injectable } from '@nestjs/common';
import { notLendable } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  Transaction,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import { VoidTokensRepository } from '../signing/void-tokens.repository.js';
import type { PostAsked, PostChangeAsked } from './posts.http.js';
import { PostsRepository } from './posts.repository.js';
import { MOST_LETTERS, type Post } from './rules/post.js';

/** Posts with their responsibilities and rights (GTW-009): those of the county are for every school. */
@Injectable()
export class KeepPosts {
  constructor(
    private readonly once: OncePerKey,
    private readonly transaction: Transaction,
    private readonly voided: PublishVoidedTokens,
  ) {}

  /** @throws Problem 400 for operations that the role has not or cannot lend, 403, 409 `post.name-taken`, 422 for a school that is not there */
  create(caller: Caller, input: PostAsked, request: DeskRequest | null): Promise<Answer> {
    const post: Post = {
      id: newId(),
      version: 1,
      schoolId: caller.schoolOrCounty(input.schoolId),
      name: input.name,
      role: input.role,
      responsibilities: input.responsibilities,
      operations: [...(input.operations ?? [])].sort(),
    };
    refuseOperations(post);
    return nameOnce(() =>
      this.once.run(request, 201, async (tx) => {
        if (
          post.schoolId !== null &&
          (await tx.use(SchoolsRepository).byId(post.schoolId as SchoolId)) === null
        )
          throw unknownReference('/schoolId');
        await tx.use(PostsRepository).add(post, caller.id, new Date());
        return tx.use(PostsRepository).view(post.id);
      }),
    );
  }

  /** Who holds it needs a new token. @throws Problem 400, 404, 412, 409 `post.name-taken` */
  async change(
    caller: Caller,
    id: string,
    version: number,
    input: PostChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const answer = await nameOnce(() =>
      this.once.run(request, 200, async (tx) => {
        const before = await lockedPost(tx, caller, id);
        refuseIfStale(version, before.version);
        const post = {
          ...before,
          version: before.version + 1,
          name: input.name ?? before.name,
          responsibilities: input.responsibilities ?? before.responsibilities,
          operations: input.operations === undefined ? before.operations : [...input.operations].sort(),
        };
        refuseOperations(post);
        await tx.use(PostsRepository).change(post);
        const now = new Date();
        for (const holder of await tx.use(PostsRepository).holders(id))
          await tx.use(VoidTokensRepository).add(holder, now);
        return tx.use(PostsRepository).view(id);
      }),
    );
    await this.voided.execute();
    return answer;
  }

  /** @throws Problem 404, 409 `post.in-use` */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      await lockedPost(tx, caller, id);
      if ((await tx.use(PostsRepository).holders(id)).length > 0) throw conflict('post.in-use');
      await tx.use(PostsRepository).remove(id);
    });
  }
}

/** A post of the county is the county's to change. */
async function lockedPost(tx: Tx, caller: Caller, id: string): Promise<Post> {
  const post = await tx.use(PostsRepository).locked(id);
  if (post === null) throw unknownThing();
  if (!caller.reach.county && (post.schoolId === null || !caller.mayWorkAt(post.schoolId)))
    throw unknownThing();
  return post;
}

function refuseOperations({ role, operations }: Post): void {
  const faults = notLendable(role, operations);
  if (operations.length === 0) throw invalid({ pointer: '/operations', code: 'missing' });
  if (operations.join().length > MOST_LETTERS) throw invalid({ pointer: '/operations', code: 'too-long' });
  if (faults.length > 0)
    throw invalid(
      ...faults.map((name) => ({
        pointer: `/operations/${operations.indexOf(name)}`,
        code: 'not-for-role',
      })),
    );
}

async function nameOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violatedUnique(error) === 'post_name') throw conflict('post.name-taken');
    throw error;
  }
}
