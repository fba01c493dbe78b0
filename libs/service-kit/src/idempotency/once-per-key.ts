import type { ProblemCode } from '@shulian/contracts/problems';
import { createHmac } from 'node:crypto';
import type { Database } from '../database/database.js';
import { statement, type Rows } from '../database/session.js';
import { isLockTimeout, violatedUnique } from '../database/sql-state.js';
import { Problem, Refused } from '../problem/refused.js';
import { enterOperator } from '../trail/operator-trail.js';
import { againAfterDeadlock } from '../transaction/again.js';
import type { Tx, TxOn } from '../transaction/tx.js';
import { killPoint } from '../bus/kill-point.js';

/** A write that may be repeated: who asks, at which route, with which key and body (decision 16). */
export type DeskRequest = {
  readonly caller: string;
  readonly route: string;
  readonly key: string;
  /** HMAC of the body: a low-entropy body (a card number) must not be guessable from the table. */
  readonly bodyHash: Buffer;
};

/** The answer as bytes: a repeated request gets the very same. */
export class Answer {
  constructor(
    readonly status: number,
    /** JSON text */
    readonly body: string,
    readonly replayed: boolean,
  ) {}
}

export type StoredAnswer = {
  readonly body_hash: Buffer;
  readonly status: number | null;
  readonly answer: string | null;
};

export const hashBody = (secret: string, body: unknown): Buffer =>
  createHmac('sha256', secret)
    .update(JSON.stringify(body) ?? '')
    .digest();

const CLAIM = statement(
  'desk_request.claim',
  `insert into desk_request (caller, route, key, body_hash) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
);
const FIND = statement(
  'desk_request.find',
  `select body_hash, status, answer from desk_request where caller = $1 and route = $2 and key = $3`,
);
const FINISH = statement(
  'desk_request.finish',
  `update desk_request set status = $4, answer = $5 where caller = $1 and route = $2 and key = $3`,
);
const STORE = statement(
  'desk_request.store',
  `insert into desk_request (caller, route, key, body_hash, status, answer) values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing returning 1`,
);
/** The unique constraint a second request with the same key runs into, for `.effects` statements that store the answer. */
export const DESK_REQUEST_KEY = 'desk_request_pkey';

/** The second press of a button gets the first answer. */
export class OncePerKey {
  constructor(
    private readonly database: Database,
    private readonly txOn: TxOn,
    private readonly afterCommit: () => void,
  ) {}

  /**
   * Runs the work in one transaction together with the memory of its answer. A twin that runs at the same time waits for
   * the first, up to the lock timeout, then gets 409 `idempotency.in-progress`. Refusals are remembered, too.
   * @param request null: the client gave no key, nothing is remembered
   * @param status of the answer; asked after the work where that decides it
   */
  async run<View>(
    request: DeskRequest | null,
    status: number | (() => number),
    work: (tx: Tx) => Promise<View>,
  ): Promise<Answer> {
    let entered = (): void => undefined;
    try {
      const answer = await againAfterDeadlock(() =>
        this.database.inTransaction(async (session) => {
          if (request !== null && (await session.rows(CLAIM, claimOf(request))).length === 0)
            return this.stored(session, request);
          const tx = this.txOn(session);
          const view = await work(tx);
          const body = JSON.stringify(view);
          await tx.settle();
          entered = await enterOperator(session, view);
          const said = typeof status === 'number' ? status : status();
          if (request !== null) await session.rows(FINISH, [...keyOf(request), said, body]);
          killPoint('command.beforeCommit');
          return new Answer(said, body, false);
        }),
      );
      killPoint('command.afterCommit');
      entered();
      this.afterCommit();
      return answer;
    } catch (error) {
      const told = request === null ? error : await this.remembered(request, error);
      if (told instanceof Answer) return told;
      throw told;
    }
  }

  /** The answer a request got before, or null; a 422 when the key came with another body. For hot paths. */
  async earlier(rows: Rows, request: DeskRequest): Promise<Answer | null> {
    const [row] = await rows.rows<StoredAnswer>(FIND, keyOf(request));
    return row === undefined ? null : answerFrom(row, request);
  }

  /** Remembers a refusal, so that a repetition gets it again; returns what the first request was told. */
  async remembered(request: DeskRequest, error: unknown): Promise<unknown> {
    if (isLockTimeout(error)) return new Problem(409, 'idempotency.in-progress', { retryAfterSeconds: 1 });
    if (!(error instanceof Refused)) return error;
    const kept = await this.database.rows(STORE, [
      ...claimOf(request),
      error.status,
      JSON.stringify({ code: error.code, reasons: error.extras.reasons ?? [] }),
    ]);
    if (kept.length > 0) return error;
    try {
      return (await this.earlier(this.database, request)) ?? error;
    } catch (earlierRefusal) {
      return earlierRefusal;
    }
  }

  private async stored(rows: Rows, request: DeskRequest): Promise<Answer> {
    const answer = await this.earlier(rows, request);
    if (answer === null) throw new Problem(409, 'idempotency.in-progress', { retryAfterSeconds: 1 });
    return answer;
  }
}

/** Values of `(caller, route, key, body_hash)`, the first columns of the table. */
export const claimOf = (request: DeskRequest): unknown[] => [...keyOf(request), request.bodyHash];
const keyOf = (request: DeskRequest): unknown[] => [request.caller, request.route, request.key];

/** @throws Problem 422 for another body, 409 while running, or the refusal the first request got */
export function answerFrom(row: StoredAnswer, request: DeskRequest): Answer {
  if (!row.body_hash.equals(request.bodyHash)) throw new Problem(422, 'idempotency.key-reused');
  if (row.status === null || row.answer === null)
    throw new Problem(409, 'idempotency.in-progress', { retryAfterSeconds: 1 });
  if (row.status >= 400) {
    const refusal = JSON.parse(row.answer) as { code: ProblemCode; reasons: Refused['extras']['reasons'] };
    throw new Refused(refusal.code, refusal.reasons ?? []);
  }
  return new Answer(row.status, row.answer, true);
}

/** Whether an error of an `.effects` statement means: the same key was answered meanwhile. */
export const wasAnsweredMeanwhile = (error: unknown): boolean => violatedUnique(error) === DESK_REQUEST_KEY;
