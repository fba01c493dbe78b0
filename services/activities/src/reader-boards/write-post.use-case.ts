import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { KnownTitlesQuery } from '../from-catalog/known-titles.query.js';
import { mayModerate } from './may-moderate.step.js';
import type { PostAsked, PostDecisionAsked } from './reader-boards.http.js';
import { ReaderBoardsQuery } from './reader-boards.query.js';
import { ReaderBoardsRepository } from './reader-boards.repository.js';
import { mayBecome, missingRetrieval } from './rules/reader-board.js';

/** What is written on a board: of readers it waits until somebody lets it through, of those who look through it is shown. */
@Injectable()
export class WritePost {
  constructor(
    private readonly once: OncePerKey,
    private readonly boards: ReaderBoardsQuery,
    private readonly titles: KnownTitlesQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 for a closed board, 400 where a step of looking things up is missing, 422 for an unknown title or post */
  async write(caller: Caller, id: string, input: PostAsked, request: DeskRequest | null): Promise<Answer> {
    const { visitor } = await this.boards.entered(caller, id);
    const [titleId = null] = input.titleId ? await this.titles.allAwaited([input.titleId], '/titleId') : [];
    const foundTitleIds = await this.titles.allAwaited(input.foundTitleIds ?? [], '/foundTitleIds');
    const { words, answers = null, sought = null, searchTerms = null } = input;
    const on = this.clock.today();
    return this.once.run(request, 201, async (tx) => {
      const posts = tx.use(ReaderBoardsRepository);
      const board = await posts.held(id);
      if (board === null) throw unknownThing();
      if (!board.open) throw conflict('reader-board.closed');
      const missing = missingRetrieval({ sought, searchTerms, foundTitleIds });
      if (board.asksRetrieval && visitor.readerId !== null && answers === null && missing.length > 0)
        throw invalid(...missing.map((pointer) => ({ pointer, code: 'missing' })));
      if (answers !== null && !(await posts.isShown(id, answers))) throw unknownReference('/answers');
      return posts.write(
        {
          id: newId(),
          boardId: id,
          schoolId: board.schoolId,
          readerId: visitor.readerId,
          answers,
          titleId: titleId ?? board.titleId,
          words,
          sought,
          searchTerms,
          foundTitleIds,
          status: mayModerate(caller, board) ? 'shown' : 'waiting',
        },
        { on, by: caller.id },
      );
    });
  }

  /** @throws Problem 404, 409 for one that was decided already */
  decide(
    caller: Caller,
    id: string,
    { become, why }: PostDecisionAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const posts = tx.use(ReaderBoardsRepository);
      const post = await posts.lockedPost(id);
      if (post === null || !mayModerate(caller, post)) throw unknownThing();
      if (!mayBecome(post.status, become)) throw conflict('board-post.decided-already');
      const reason = become === 'removed' ? (why ?? null) : null;
      return posts.decide(id, become, reason, { on: this.clock.today(), by: caller.id });
    });
  }
}
