import { element } from './elements.mjs';
import { refName } from './schemas.mjs';
import { tokenNow } from './session.mjs';
import { languageNow, word } from './words.mjs';

/** More of an answer than anybody reads on a page. */
const MOST_SHOWN = 200_000;

const randomKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A form that sends the operation with the token of who is signed in, and shows what came back. */
export const tryOut = (api, { path, method, operation, bodyOf }) => {
  const inputs = (operation.parameters ?? []).map((parameter) => ({ parameter, input: inputFor(parameter) }));
  const [mediaType, body] = bodyOf ?? [null, null];
  const parts = mediaType === 'multipart/form-data' ? partsOf(api, body.schema) : [];
  const text =
    mediaType === null || parts.length > 0
      ? null
      : element('textarea', { spellcheck: false, value: exampleText(mediaType, body) });
  text?.setAttribute('aria-label', word('body'));
  const answer = element('div');
  const send = element('button', { type: 'submit', className: 'primary', textContent: word('send') });
  const copy = element('button', { type: 'button', textContent: word('copy') });
  const request = () => requestOf({ path, method, inputs, parts, mediaType, text: text?.value ?? null });
  copy.addEventListener('click', () => {
    const line = curlOf(request());
    navigator.clipboard?.writeText(line).catch(() => null);
    answer.replaceChildren(
      element('p', { className: 'soft', textContent: word('copied') }),
      element('pre', { textContent: line }),
    );
  });
  const form = element(
    'form',
    { className: 'tryout' },
    element('h3', { textContent: word('tryOut') }),
    tokenNow() === null && operation.security?.length !== 0
      ? element('p', { className: 'soft', textContent: word('signInFirst') })
      : null,
    ...inputs.map(({ parameter, input }) => labelled(parameter.name, parameter.required === true, input)),
    ...parts.map(({ name, isNeeded, input }) => labelled(name, isNeeded, input)),
    text,
    element('div', { className: 'buttons' }, send, copy),
    answer,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void follow(request(), answer);
  });
  return form;
};

const labelled = (name, isNeeded, input) =>
  element(
    'label',
    {},
    element(
      'span',
      {},
      element('code', { textContent: name }),
      isNeeded ? element('b', { className: 'needed', textContent: ' *' }) : null,
    ),
    input,
  );

const inputFor = ({ name, schema = {}, required }) => {
  if (schema.enum !== undefined || schema.type === 'boolean') {
    const values = (schema.enum ?? [true, false]).map(String);
    return element(
      'select',
      { name },
      ...(required ? values : ['', ...values]).map((value) =>
        element('option', { value, textContent: value }),
      ),
    );
  }
  const value = /^idempotency-key$/i.test(name) ? randomKey() : '';
  return element('input', {
    name,
    value,
    required: required === true,
    placeholder: String(schema.example ?? ''),
  });
};

const partsOf = (api, schema) => {
  const shown = refName(schema) === null ? schema : api.components.schemas[refName(schema)];
  const needed = new Set(shown.required ?? []);
  return Object.entries(shown.properties ?? {}).map(([name, of]) => ({
    name,
    isNeeded: needed.has(name),
    input:
      of.format === 'binary'
        ? element('input', { type: 'file', name, required: needed.has(name) })
        : inputFor({ name, schema: of, required: false }),
  }));
};

const exampleText = (mediaType, { example = {} }) =>
  mediaType === 'application/x-www-form-urlencoded'
    ? new URLSearchParams(example).toString()
    : JSON.stringify(example, null, 2);

const requestOf = ({ path, method, inputs, parts, mediaType, text }) => {
  const headers = { 'accept-language': languageNow() };
  if (tokenNow() !== null) headers.authorization = `Bearer ${tokenNow()}`;
  const query = new URLSearchParams();
  let filled = path;
  for (const { parameter, input } of inputs) {
    if (input.value === '') continue;
    if (parameter.in === 'path')
      filled = filled.replace(`{${parameter.name}}`, encodeURIComponent(input.value));
    if (parameter.in === 'query') query.append(parameter.name, input.value);
    if (parameter.in === 'header') headers[parameter.name.toLowerCase()] = input.value;
  }
  const form = parts.length === 0 ? null : new FormData();
  for (const { name, input } of parts) {
    const file = input.type === 'file' ? input.files[0] : undefined;
    if (file !== undefined) form.append(name, file);
    else if (input.type !== 'file' && input.value !== '') form.append(name, input.value);
  }
  if (text !== null) headers['content-type'] = mediaType;
  const search = query.size === 0 ? '' : `?${query}`;
  return {
    url: `${location.origin}${filled}${search}`,
    method: method.toUpperCase(),
    headers,
    body: form ?? text ?? undefined,
  };
};

const quoted = (value) => `'${value.replaceAll("'", `'\\''`)}'`;

/** The same request as one types it, without the token itself. */
const curlOf = ({ url, method, headers, body }) => {
  const lines = [`curl -sS -X ${method} ${quoted(url)}`];
  for (const [name, value] of Object.entries(headers))
    lines.push(
      name === 'authorization' ? '-H "authorization: Bearer $TOKEN"' : `-H ${quoted(`${name}: ${value}`)}`,
    );
  if (body instanceof FormData)
    for (const [name, value] of body)
      lines.push(`-F ${quoted(`${name}=${typeof value === 'string' ? value : `@${value.name}`}`)}`);
  else if (body !== undefined) lines.push(`-d ${quoted(body)}`);
  return lines.join(' \\\n  ');
};

const SHOWN_HEADERS = ['content-type', 'etag', 'retry-after', 'location', 'x-request-id'];

/** Shows an answer while it comes: a stream goes on until it is stopped. */
const follow = async ({ url, ...request }, answer) => {
  const stopping = new AbortController();
  const stop = element('button', { type: 'button', textContent: word('stop') });
  stop.addEventListener('click', () => stopping.abort());
  answer.replaceChildren(stop);
  const began = performance.now();
  try {
    const response = await fetch(url, { ...request, signal: stopping.signal });
    const status = element('span', {
      className: `status ${response.ok ? 'good' : 'bad'}`,
      textContent: `${response.status} ${response.statusText}`,
    });
    const took = ` · ${Math.round(performance.now() - began)} ms`;
    const headers = SHOWN_HEADERS.filter((name) => response.headers.has(name)).map(
      (name) => `${name}: ${response.headers.get(name)}`,
    );
    const shown = element('pre');
    answer.replaceChildren(
      element('p', {}, status, took),
      element('p', { className: 'soft', textContent: headers.join(' · ') }),
      shown,
      stop,
    );
    const type = response.headers.get('content-type') ?? '';
    if (/json|text|csv/.test(type)) await readInto(response, shown, type);
    else if (response.status !== 204)
      shown.replaceWith(download(await response.blob(), new URL(url).pathname));
  } catch (error) {
    if (error.name !== 'AbortError')
      answer.append(element('p', { className: 'status bad', textContent: word('unreached') }));
  } finally {
    stop.remove();
  }
};

const readInto = async (response, shown, type) => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of response.body) {
    text += decoder.decode(piece, { stream: true });
    shown.textContent = text.slice(-MOST_SHOWN);
  }
  if (/json/.test(type) && text.length < MOST_SHOWN)
    shown.textContent = JSON.stringify(JSON.parse(text), null, 2);
};

const download = (blob, path) =>
  element('a', {
    href: URL.createObjectURL(blob),
    download: path.split('/').pop(),
    textContent: `${word('download')} (${blob.size} B, ${blob.type})`,
  });
