import type { ProblemCode } from '@shulian/contracts/problems';
import type { OperationObject, SchemaObject } from './open-api-parts.js';

/** RFC 9457, with what is ours: the code, every reason at once, every wrong place. */
export const problemSchema = {
  type: 'object',
  description:
    'RFC 9457 问题详情。请依据 code 判断，title 随语言变化。 Decide by the code; the title is in the language of the reader.',
  required: ['type', 'title', 'status', 'instance', 'code'],
  properties: {
    type: { type: 'string', description: 'page about the code' },
    title: { type: 'string' },
    status: { type: 'integer' },
    instance: { type: 'string', description: 'names this answer in the logs' },
    code: { type: 'string', description: 'stable' },
    reasons: {
      type: 'array',
      description: 'every reason why a rule says no, in the order of the desk',
      items: {
        type: 'object',
        required: ['code', 'title', 'severity', 'overridable'],
        properties: {
          code: { type: 'string' },
          title: { type: 'string' },
          severity: { type: 'string', enum: ['deny', 'confirm', 'warn'] },
          overridable: { type: 'boolean' },
          facts: { type: 'object', additionalProperties: true },
          rule: {
            type: 'object',
            required: ['id', 'version', 'parameter'],
            properties: {
              id: { type: 'string' },
              version: { type: 'integer' },
              parameter: { type: 'string' },
            },
          },
        },
      },
    },
    errors: {
      type: 'array',
      description: 'every wrong place of the request',
      items: {
        type: 'object',
        required: ['pointer', 'code'],
        properties: {
          pointer: { type: 'string' },
          code: { type: 'string' },
          allowed: {
            type: 'array',
            items: { type: 'string' },
            description: 'with `is-in`: the words that fit',
          },
        },
      },
    },
    facts: { type: 'object', additionalProperties: true },
  },
} as const satisfies SchemaObject;

type Codes = Readonly<Record<number, readonly ProblemCode[]>>;

const always: Codes = {
  400: ['request.invalid', 'request.unparsable'],
  404: ['resource.unknown'],
  429: ['rate.limited'],
  431: ['request.too-large'],
  500: ['service.failed'],
  503: ['service.away', 'service.busy'],
};
const ofSignedIn: Codes = {
  400: ['request.school-needed'],
  401: ['authentication.required', 'authentication.failed'],
  403: ['permission.denied'],
};
const ofBody: Codes = {
  408: ['request.too-slow'],
  413: ['request.too-large'],
  415: ['request.media-type'],
  422: ['request.unknown-reference', 'request.too-long'],
};
const ofVersion: Codes = { 412: ['version.stale'], 428: ['version.required'] };
const ofKey: Codes = { 409: ['idempotency.in-progress'], 422: ['idempotency.key-reused'] };

const takes = ({ parameters = [] }: OperationObject, header: string): boolean =>
  parameters.some(({ in: place, name }) => place === 'header' && name === header);

type Own = Readonly<Partial<Record<number, readonly ProblemCode[]>>>;
export type ProblemsOfStatus = {
  readonly codes: readonly ProblemCode[];
  /** What many operations answer alike has a name, and stands in the document once. */
  readonly name: string | null;
};

/** Status → codes that an operation may answer: what follows from what it takes, and what its feature adds. */
export function problemsOf(
  operation: OperationObject,
  isPublic: boolean,
  own: Own,
): ReadonlyMap<number, ProblemsOfStatus> {
  const sources: readonly (readonly [string, Own])[] = [
    ['', always],
    ...(isPublic ? [] : [['SignedIn', ofSignedIn] as const]),
    ...(operation.requestBody === undefined ? [] : [['Body', ofBody] as const]),
    ...(takes(operation, 'If-Match') ? [['Version', ofVersion] as const] : []),
    ...(takes(operation, 'Idempotency-Key') ? [['Key', ofKey] as const] : []),
  ];
  const all = new Map<number, ProblemsOfStatus>();
  const add = (status: number, codes: readonly ProblemCode[], source: string | null): void => {
    const known = all.get(status) ?? { codes: [], name: `Problem${status}` };
    all.set(status, {
      codes: [...new Set([...known.codes, ...codes])],
      name: source === null || known.name === null ? null : `${known.name}${source}`,
    });
  };
  for (const [name, source] of sources)
    for (const [status, codes = []] of Object.entries(source)) add(Number(status), codes, name);
  for (const [status, codes = []] of Object.entries(own)) add(Number(status), codes, null);
  return new Map([...all].sort(([one], [other]) => one - other));
}
