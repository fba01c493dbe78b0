import type { ApiDocument } from '../api-documents/api-document.js';

export const EVENT_POSITION = 'x-event-position';

type Response = { readonly headers?: object; readonly content?: Readonly<Record<string, unknown>> };
type Operation = { readonly responses?: Readonly<Record<string, Response>> };

const header = {
  description:
    '此答复在事件流中的位置：由此跟踪（Last-Event-ID）不会遗漏，但可能重复 where this answer stands among the events: who follows from there (Last-Event-ID) misses nothing, and may be told something twice',
  schema: { type: 'string', example: '1024' },
} as const;

/** Describes the position that the gateway says with what is read through it. */
export function withEventPositions<Document extends ApiDocument>(document: Document): Document {
  const paths = Object.entries(document.paths).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([method, operation]) => [
        method,
        method === 'get' && path.startsWith('/api/v1/') ? withPosition(operation as Operation) : operation,
      ]),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) as Document['paths'] };
}

function withPosition(operation: Operation): Operation {
  const { 200: read } = operation.responses ?? {};
  if (read?.content?.['application/json'] === undefined) return operation;
  const headers = { ...read.headers, 'X-Event-Position': header };
  return { ...operation, responses: { ...operation.responses, 200: { ...read, headers } } };
}
