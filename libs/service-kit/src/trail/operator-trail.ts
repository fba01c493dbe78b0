import { AsyncLocalStorage } from 'node:async_hooks';
import type { Operation } from '@shulian/contracts/access';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller.js';
import { statement, type Rows } from '../database/session.js';
import { currentTrace } from '../log/trace.js';

type Asked = { readonly operation: Operation; readonly caller: Caller; readonly request: FastifyRequest };
/** A request on its way: who asks for what is known when the guard has let it in. */
type OnItsWay = { asked?: Asked; isEntered?: boolean };

const current = new AsyncLocalStorage<OnItsWay>();

/** For the hook that meets a request first: what follows belongs to it. */
export const enterRequest = (): void => current.enterWith({});

/** Groups whose writes are nobody's line: the own account, signing in and out. */
const OWN_MATTERS: readonly string[] = ['me', 'sessions', 'oauth'];
/** Reading in the form of a write: what it leaves behind is its own log. */
const READING: readonly string[] = ['search', 'preview'];

/** Says who asks for what; reading leaves no line. */
export function noteOperation(operation: Operation, caller: Caller, request: FastifyRequest): void {
  const onItsWay = current.getStore();
  if (onItsWay === undefined || request.method === 'GET' || request.method === 'HEAD') return;
  const [group = '', ...rest] = operation.split('.');
  if (OWN_MATTERS.includes(group) || READING.includes(rest.at(-1) ?? '')) return;
  onItsWay.asked = { operation, caller, request };
}

/** A transaction that has written nothing has no number, and leaves no line. */
const ENTER = statement(
  'operator_entry.enter',
  `insert into operator_entry (by_id, by_name, operation, line, school_id, request_id)
   select $1, $2, $3, $4, $5, $6 where pg_current_xact_id_if_assigned() is not null returning 1`,
);

/**
 * Writes who did what to which line, in the transaction that did it; one line a request.
 * @param answer what the work gave back: the id of what was made, and its school
 * @returns what has to be called when it is committed
 */
export async function enterOperator(rows: Rows, answer: unknown): Promise<() => void> {
  const onItsWay = current.getStore();
  const { asked } = onItsWay ?? {};
  if (onItsWay === undefined || asked === undefined || onItsWay.isEntered === true) return () => undefined;
  const { operation, caller, request } = asked;
  const entered = await rows.rows(ENTER, [
    caller.id,
    caller.claims.name ?? null,
    operation,
    lineOf(request, answer),
    schoolOf(caller, request, answer),
    currentTrace()?.requestId ?? null,
  ]);
  return () => {
    if (entered.length > 0) onItsWay.isEntered = true;
  };
}

const fieldOf = (thing: unknown, name: string): string | null => {
  const value = (thing as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return typeof value === 'string' ? value : null;
};

/** Ids of the path, in its order; of what was made where the path names nothing. Longer than that is no id. */
function lineOf({ params }: FastifyRequest, answer: unknown): string | null {
  const inPath = Object.values((params ?? {}) as Readonly<Record<string, string>>).join('/');
  const line = inPath === '' ? (fieldOf(answer, 'id') ?? fieldOf(answer, 'clientId')) : inPath.toLowerCase();
  return line === null || line.length > 200 ? null : line;
}

/** The school that the answer or the request names, else the only one of who asks; null: of the county. */
function schoolOf({ reach }: Caller, { body, query }: FastifyRequest, answer: unknown): string | null {
  const named = [answer, body, query].map((thing) => fieldOf(thing, 'schoolId')).find((id) => id !== null);
  if (named !== undefined && isUUID(named)) return named;
  const [only, ...others] = new Set([...reach.schools, ...reach.classes.values()]);
  return reach.county || others.length > 0 ? null : (only ?? null);
}
