import type { Answer } from '../a-caller.builder.js';
import type { Damaged, Door, Request } from './door.builder.js';

type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};
type Parameter = { readonly name: string; readonly in: string };
export type ApiDocument = {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId?: string;
            readonly 'x-access'?: object;
            readonly 'x-problem-codes'?: readonly string[];
            readonly 'x-reason-codes'?: readonly string[];
            readonly responses: Readonly<Record<string, object>>;
            readonly parameters?: readonly Parameter[];
            readonly requestBody?: {
              readonly content: Readonly<Record<string, { readonly schema?: Schema }>>;
            };
          }
        >
      >
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const ABSENT = '019f0000-0000-7000-8000-000000000000';
const LONG = '长'.repeat(70_000);
const wrongTypes: readonly unknown[] = [{ $gt: '' }, [[]], true, 1.5];
const oddValues: readonly unknown[] = [
  null,
  '',
  ' ',
  LONG,
  '\u0000',
  'a\u0000b',
  '\ud800',
  "'; drop table loan; --",
  '${7*7}{{7*7}}%s%n',
  '__proto__',
  -1,
  2 ** 53,
  1e308,
  '9999-99-99',
  [null],
  Array.from({ length: 2_000 }, () => 'x'),
];
const oddIds = [
  'not-an-id',
  '0',
  '-1',
  'null',
  '%00',
  '%2e%2e%2f',
  '%F0%9F%93%9A',
  `${'9'.repeat(150)}`,
  "1'or'1'='1",
];
const oddQueries = [
  '',
  '%00',
  'x',
  '-1',
  '501',
  '1e9',
  "1'or'1'='1",
  LONG.slice(0, 600),
  '%ff',
  '%F0%9F%93%9A',
];
const cursorOf = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');
const oddCursors = [
  'garbage!',
  cursorOf({}),
  cursorOf([]),
  cursorOf([{}]),
  cursorOf(['\u0000']),
  cursorOf(["1'or'1'='1"]),
  cursorOf([1, 2, 3, 4, 5]),
  cursorOf(['x', 'y']),
  cursorOf([null, null]),
  cursorOf([1e308]),
  cursorOf(['9999-99-99', 'not-an-id']),
  cursorOf([-1]),
];

/** Everything wrong we can think of, for one door. */
export function damaged(document: ApiDocument, door: Door, request: Request): Damaged[] {
  const operation = document.paths[door.path]?.[door.method.toLowerCase()];
  return [
    ...damagedBodies(document, operation?.requestBody?.content['application/json']?.schema, request),
    ...damagedPaths(door, request),
    ...damagedQueries(operation?.parameters ?? [], door, request),
    ...damagedHeaders(door, request),
    ...(door.damage?.(request) ?? []),
  ];
}

function damagedBodies(document: ApiDocument, schema: Schema | undefined, request: Request): Damaged[] {
  if (request.form !== undefined) return damagedUploads(request);
  if (request.body === undefined) return [];
  const { body: _valid, ...rest } = request;
  const body = request.body as Readonly<Record<string, unknown>>;
  const { properties = {}, required = [] } = resolved(document, schema) ?? {};
  const broken: Damaged[] = ['{"a":', '{"a":1}}', '\u0000', '<xml/>'].map((raw) => ({
    ...rest,
    what: `body ${JSON.stringify(raw)}`,
    raw,
    statuses: [400],
  }));
  // An empty body is no body: where nothing must be said, it says nothing.
  const empty: Damaged = {
    ...rest,
    what: 'empty body',
    raw: '',
    ...(required.length > 0 ? { statuses: [400] } : {}),
  };
  const wrongWhole: Damaged[] = [[], 'text', 42, null, [body]].map((whole) => ({
    ...rest,
    what: `body ${JSON.stringify(whole).slice(0, 20)}`,
    body: whole,
    statuses: [400],
  }));
  const deep: Damaged = {
    ...rest,
    what: 'deep nesting',
    raw: `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    statuses: [400],
  };
  const poisoned: Damaged = {
    ...rest,
    what: '__proto__',
    raw: '{"__proto__":{"admin":true}}',
    statuses: [400],
  };
  const media: Damaged = {
    ...rest,
    what: 'text/plain',
    raw: 'x',
    headers: { ...rest.headers, 'content-type': 'text/plain' },
    statuses: [415],
  };
  const unknown: Damaged = {
    ...rest,
    what: 'a field nobody knows',
    body: { ...body, noSuchField: 1 },
    statuses: [400],
  };
  const missing: Damaged[] = required.map((name) => {
    const { [name]: _left, ...others } = body;
    return { ...rest, what: `without ${name}`, body: others, statuses: [400] };
  });
  const members = Object.keys(properties).flatMap((name): Damaged[] => {
    const put = (value: unknown, statuses?: readonly number[]): Damaged => ({
      ...rest,
      what: `${name}: ${(JSON.stringify(value) ?? '').slice(0, 40)}`,
      body: { ...body, [name]: value },
      ...(statuses === undefined ? {} : { statuses }),
    });
    const isText = resolved(document, properties[name])?.type === 'string';
    return [
      ...wrongTypes.map((value) => put(value, isText && required.includes(name) ? [400] : undefined)),
      ...oddValues.map((value) => put(value)),
      ...(/Id$/.test(name) ? [put(ABSENT)] : []),
    ];
  });
  return [...broken, empty, ...wrongWhole, deep, poisoned, media, unknown, ...missing, ...members];
}

function damagedUploads(request: Request): Damaged[] {
  const { form: _valid, ...rest } = request;
  const formWith = (
    fields: Readonly<Record<string, string>>,
    file: Blob | null,
    name = 'a.iso',
  ): FormData => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    if (file !== null) form.set('file', file, name);
    return form;
  };
  const file = new Blob(['x']);
  const named = request.form?.get('schoolId');
  const schoolId = typeof named === 'string' ? named : '';
  const dry = { schoolId, dryRun: 'true' };
  return [
    { ...rest, what: 'JSON in place of a form', body: {}, statuses: [415] },
    { ...rest, what: 'no file', form: formWith(dry, null), statuses: [400] },
    { ...rest, what: 'an empty file', form: formWith(dry, new Blob([])), statuses: [400] },
    {
      ...rest,
      what: 'a field in place of the file',
      form: formWith({ ...dry, file: 'x' }, null),
      statuses: [400],
    },
    ...(typeof named === 'string'
      ? [
          {
            ...rest,
            what: 'a school that is no id',
            form: formWith({ schoolId: 'x', dryRun: 'true' }, file),
            statuses: [400, 403],
          },
        ]
      : []),
    ...(request.form?.has('dryRun') === true
      ? [
          // Only imports are told how to read a file.
          {
            ...rest,
            what: 'a format nobody knows',
            form: formWith({ ...dry, format: 'word' }, file),
            statuses: [400, 415],
          },
          {
            ...rest,
            what: 'dryRun is no truth value',
            form: formWith({ schoolId, dryRun: 'maybe' }, file),
            statuses: [400],
          },
        ]
      : []),
    { ...rest, what: 'a file name out of bounds', form: formWith(dry, file, `../../${'x'.repeat(300)}`) },
    {
      ...rest,
      what: 'a form that breaks off',
      raw: '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      statuses: [400],
    },
    {
      ...rest,
      what: 'a form without boundary',
      raw: 'x',
      headers: { 'content-type': 'multipart/form-data' },
      statuses: [400, 415],
    },
  ];
}

function damagedPaths(door: Door, request: Request): Damaged[] {
  const [before, after] = door.path.split(/\{[^}]+\}/);
  if (before === undefined || after === undefined) return [];
  const query = request.path.includes('?') ? request.path.slice(request.path.indexOf('?')) : '';
  return [ABSENT, ...oddIds].map((id) => ({
    ...request,
    what: `id ${id.slice(0, 30)}`,
    path: `${before}${id}${after}${query}`,
    // An id that others give may be any text.
    ...(door.path.includes('{externalId}') ? {} : { statuses: [404, 400] }),
  }));
}

function damagedQueries(parameters: readonly Parameter[], door: Door, request: Request): Damaged[] {
  if (door.method !== 'GET') return [];
  const and = request.path.includes('?') ? '&' : '?';
  const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const odd = names.flatMap((name) => [
    ...oddQueries.map((value): Damaged => ({
      ...request,
      what: `?${name}=${value.slice(0, 20)}`,
      path: `${request.path}${and}${name}=${value}`,
    })),
    { ...request, what: `?${name}[]`, path: `${request.path}${and}${name}[a]=b&${name}=1&${name}=2` },
  ]);
  const limits = ['0', '-1', '501', '1.5', 'x', '1e9', ''].map((limit): Damaged => ({
    ...request,
    what: `limit ${limit}`,
    path: `${withoutLimit(request.path)}limit=${limit}`,
    statuses: limit === '' ? [200, 400] : [400],
  }));
  const cursors = oddCursors.map((cursor): Damaged => ({
    ...request,
    what: `cursor ${Buffer.from(cursor, 'base64url').toString()}`,
    path: `${request.path}${and}cursor=${cursor}`,
    statuses: [400],
  }));
  return [...odd, ...(names.includes('limit') ? limits : []), ...(names.includes('cursor') ? cursors : [])];
}

const withoutLimit = (path: string): string => {
  const rest = path.replace(/([?&])limit=\d+/, '$1');
  return /[?&]$/.test(rest) ? rest : `${rest}${rest.includes('?') ? '&' : '?'}`;
};

function damagedHeaders(door: Door, request: Request): Damaged[] {
  if (door.method === 'GET') return [];
  const keys: Damaged[] = ['x'.repeat(256), 'a b'].map((key) => ({
    ...request,
    what: `Idempotency-Key ${key.slice(0, 10)}`,
    headers: { ...request.headers, 'idempotency-key': key },
  }));
  if (request.headers?.['if-match'] === undefined) return keys;
  const { 'if-match': _tag, ...headers } = request.headers;
  return [
    ...keys,
    { ...request, what: 'without If-Match', headers, statuses: [428] },
    {
      ...request,
      what: 'a version of old',
      headers: { ...headers, 'if-match': '"v999999"' },
      statuses: [412],
    },
    ...['*', 'W/"v1"', '"v0"', '"v99999999999"', 'x'].map((tag) => ({
      ...request,
      what: `If-Match ${tag}`,
      headers: { ...headers, 'if-match': tag },
      statuses: [400, 412],
    })),
  ];
}

function resolved(document: ApiDocument, schema: Schema | undefined): Schema | undefined {
  const name = /([^/]+)$/.exec(schema?.$ref ?? '')?.[1];
  return name === undefined ? schema : document.components.schemas[name];
}

/** What a refusal says that the OpenAPI document does not name of its operation: a status, a code, a reason. */
export function unnamedIn(document: ApiDocument, door: Door, { status, body }: Answer<unknown>): string[] {
  if (status < 400) return [];
  const operation = document.paths[door.path]?.[door.method.toLowerCase()];
  const codes = operation?.['x-problem-codes'] ?? [];
  const reasons = operation?.['x-reason-codes'] ?? [];
  return [
    ...(operation?.responses[String(status)] === undefined ? [`status ${status}`] : []),
    ...(codes.includes(body.code ?? '') ? [] : [`code ${String(body.code)}`]),
    ...(body.reasons ?? []).flatMap(({ code }) =>
      reasons.includes(code) || codes.includes(code) ? [] : [`reason ${code}`],
    ),
  ];
}

/** RFC 9457 with a stable code, and without a word of what is inside. */
export function isSoundProblem({ status, headers, body, text }: Answer<unknown>): boolean {
  return (
    status < 500 &&
    (headers.get('content-type') ?? '').startsWith('application/problem+json') &&
    body.status === status &&
    /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/.test(body.code ?? '') &&
    (body.title ?? '') !== '' &&
    (body.type ?? '') !== '' &&
    !/node_modules|\.[jt]s:\d+|\bat .+:\d+:\d+|insert into|syntax error|\bselect\b.+\bfrom\b/i.test(text)
  );
}
