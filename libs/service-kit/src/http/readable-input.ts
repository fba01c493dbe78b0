import type { FastifyRequest } from 'fastify';
import { invalid, type BodyError, type Problem } from '../problem/refused.js';

/** Deeper than any body of ours by far; class-transformer and JSON schemas walk a body by recursion. */
const DEEPEST = 32;
const SHOWN = 20;

const isText = (value: string): boolean => value.isWellFormed() && !value.includes('\0');
/** What JSON and query strings become; a stream of an upload is not looked into. */
const isParsed = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value) as null));
const escaped = (name: string): string => name.replace(/~/g, '~0').replace(/\//g, '~1');

/**
 * Places that no door can use: nested without end, or text that neither UTF-8 nor PostgreSQL can hold (half of a
 * surrogate pair, NUL). Walks without recursion and stops at the first twenty.
 */
export function unreadablePlaces(input: unknown, root = ''): BodyError[] {
  const places: BodyError[] = [];
  const waiting: (readonly [unknown, string, number])[] = [[input, root, 0]];
  for (let next = waiting.pop(); next !== undefined && places.length < SHOWN; next = waiting.pop()) {
    const [value, pointer, depth] = next;
    if (typeof value === 'string') {
      if (!isText(value)) places.push({ pointer, code: 'unreadable-text' });
    } else if (isParsed(value)) {
      if (depth >= DEEPEST) places.push({ pointer: root, code: 'too-deep' });
      else
        for (const [name, inner] of Object.entries(value)) {
          if (isText(name)) waiting.push([inner, `${pointer}/${escaped(name)}`, depth + 1]);
          else places.push({ pointer, code: 'unreadable-text' });
        }
    }
  }
  return places;
}

/** The 400 for a request that holds such places, in its body or its query. */
export function unreadableInput(request: FastifyRequest): Problem | undefined {
  // JSON `null`; without any body there is nothing at all here.
  if (request.body === null) return invalid({ pointer: '', code: 'is-object' });
  const places = [
    ...unreadablePlaces(request.body),
    ...unreadablePlaces({ ...(request.query as object) }, '?'),
  ];
  return places.length > 0 ? invalid(...places) : undefined;
}
