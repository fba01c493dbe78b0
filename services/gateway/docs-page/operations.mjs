import { code, element, json, table } from './elements.mjs';
import { fieldsOf, typeOf } from './schemas.mjs';
import { tryOut } from './try-out.mjs';
import { languageNow, said, word } from './words.mjs';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** What a group of operations is called in both languages. */
export const titleOfTag = (api, tag) => api.tags?.find(({ name }) => name === tag)?.['x-title'];

/** Every operation of the document, with the words by which it is found. */
export const operationsOf = (api, titles) =>
  Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => {
      const operation = item[method];
      const codes = [...(operation['x-problem-codes'] ?? []), ...(operation['x-reason-codes'] ?? [])];
      const { zh = '', en = '' } = operation['x-summary'] ?? {};
      const words = [
        path,
        method,
        operation.operationId,
        operation.summary,
        zh,
        en,
        ...(operation.tags ?? []).flatMap((tag) => [tag, titleOfTag(api, tag)?.zh, titleOfTag(api, tag)?.en]),
      ];
      const rare = codes.flatMap((each) => [each, titles[each]?.zh, titles[each]?.en]);
      return {
        path,
        method,
        operation,
        tag: operation.tags?.[0] ?? 'api',
        words: plain(words),
        rareWords: plain(rare),
      };
    }),
  );

const plain = (texts) => texts.filter(Boolean).join(' ').toLowerCase();

/** Operations that hold every word asked for; those found by what they are stand before those found by their problems. */
export const found = (operations, query) => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const own = operations.filter((each) => words.every((one) => each.words.includes(one)));
  const others = operations.filter(
    (each) => !own.includes(each) && words.every((one) => `${each.words} ${each.rareWords}`.includes(one)),
  );
  return [...own, ...others];
};

/** One operation, folded; what is inside is made when it is opened. */
export const operationRow = (api, titles, shown) => {
  const { path, method, operation } = shown;
  const row = element(
    'details',
    { className: 'operation', id: operation.operationId },
    element(
      'summary',
      {},
      element('span', { className: `method ${method}`, textContent: method.toUpperCase() }),
      code(path),
      element('span', { className: 'soft', textContent: said(operation['x-summary'], operation.summary) }),
    ),
  );
  row.addEventListener('toggle', () => {
    if (row.open && row.childElementCount === 1) row.append(inside(api, titles, shown));
  });
  return row;
};

const inside = (api, titles, shown) => {
  const { operation } = shown;
  const bodyOf = Object.entries(operation.requestBody?.content ?? {})[0];
  return element(
    'div',
    {},
    element(
      'p',
      {},
      code(operation.operationId),
      ` ${operation['x-summary']?.[languageNow() === 'zh' ? 'en' : 'zh'] ?? ''}`,
    ),
    operation.description === undefined ? null : element('p', { textContent: operation.description }),
    ...who(operation),
    ...parameters(operation),
    ...(bodyOf === undefined ? [] : content(api, word('request'), bodyOf)),
    ...answers(api, operation),
    ...problems(api, titles, operation),
    tryOut(api, { ...shown, bodyOf }),
  );
};

const who = (operation) => {
  const { roles = {}, scope } = operation['x-access'] ?? {};
  const chips = [
    ...Object.entries(roles).map(([role, reach]) => `${role}: ${[reach].flat().join(', ')}`),
    ...(scope ? [`scope ${scope}`] : []),
  ];
  if (chips.length === 0 && operation.security?.length === 0) chips.push(word('everybody'));
  if (chips.length === 0) return [];
  return [
    heading('who'),
    element('div', { className: 'chips' }, ...chips.map((chip) => element('span', { textContent: chip }))),
  ];
};

const heading = (name, more = '') => element('h3', { textContent: `${word(name)}${more}` });

const parameters = ({ parameters: all = [] }) =>
  all.length === 0
    ? []
    : [
        heading('parameters'),
        table(
          [word('name'), word('place'), word('type'), word('says')],
          all.map(({ name, required, schema, description, ...of }) => [
            element(
              'span',
              {},
              code(name),
              required ? element('b', { className: 'needed', textContent: ' *' }) : null,
            ),
            of.in,
            typeOf(schema),
            description ?? schema?.description ?? '',
          ]),
        ),
      ];

const content = (api, title, [mediaType, { schema, example }]) => [
  element('h3', {}, `${title} · `, code(mediaType)),
  schema === undefined ? null : fieldsOf(api, schema),
  ...(example === undefined
    ? []
    : [element('p', { className: 'soft', textContent: word('example') }), json(example)]),
];

const resolved = (api, response) =>
  response.$ref === undefined ? response : api.components.responses[response.$ref.split('/').pop()];

const answers = (api, { responses = {} }) =>
  Object.entries(responses)
    .filter(([status]) => status < '400')
    .flatMap(([status, response]) => {
      const [first] = Object.entries(resolved(api, response).content ?? {});
      return first === undefined
        ? [element('h3', {}, `${word('answer')} ${status}`)]
        : content(api, `${word('answer')} ${status}`, first);
    });

/** Why an operation may not be done: status, code and what it means, each with its page. */
const problems = (api, titles, { responses = {}, 'x-reason-codes': reasons = [] }) => {
  const rows = Object.entries(responses)
    .filter(([status]) => status >= '400')
    .flatMap(([status, response]) =>
      (resolved(api, response)['x-problem-codes'] ?? []).map((each) => [status, each]),
    );
  const row = (each) => [
    element('a', { href: `/problems/${each}`, target: '_blank', rel: 'noopener' }, code(each)),
    said(titles[each]),
  ];
  return [
    ...(reasons.length === 0
      ? []
      : [heading('reasons'), table([word('code'), word('says')], reasons.map(row))]),
    ...(rows.length === 0
      ? []
      : [
          heading('problems'),
          table(
            ['', word('code'), word('says')],
            rows.map(([status, each]) => [
              element('span', { className: 'status', textContent: status }),
              ...row(each),
            ]),
          ),
        ]),
  ];
};
