// The merged OpenAPI document as an integrator's tools see it: no error of @redocly/cli, a client that openapi-typescript
// generates and `tsc --strict` takes, and of every operation what our own promise says.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import './from-source.mjs';
import { root } from './source-files.mjs';

const MEDIA = 'application/problem+json';
const folder = join(root, '.cache/api');
const services = JSON.parse(readFileSync(join(root, 'services/services.json'), 'utf8'));

const isChinese = (text) => /\p{Script=Han}/u.test(text ?? '');

/** What is missing of an operation. */
export function gapsOf(operation) {
  const gaps = [];
  const responses = Object.entries(operation.responses ?? {});
  if (!isChinese(operation['x-summary']?.zh) || !/[a-z]/.test(operation['x-summary']?.en ?? ''))
    gaps.push('has no summary in both languages');
  if ((operation.tags ?? []).length !== 1) gaps.push('has not one tag');
  if (!(operation['x-problem-codes']?.length > 0)) gaps.push('names no codes of problems');
  if (!responses.some(([status]) => status >= 400)) gaps.push('names no problem');
  for (const [status, response] of responses)
    // A token is refused in the words of RFC 6749.
    if (status >= 400 && operation.operationId === 'oauth.token' && response.content?.['application/json'])
      continue;
    else if (status >= 400 && response.content?.[MEDIA]?.schema?.$ref !== '#/components/schemas/Problem')
      gaps.push(`${status} is no problem document`);
    else if (status < 300 && status !== '204')
      for (const [type, media] of Object.entries(response.content ?? { none: {} })) {
        if (media.schema === undefined) gaps.push(`${status} ${type} has no schema`);
        if (type === 'application/json' && media.example === undefined) gaps.push(`${status} has no example`);
      }
  const body = operation.requestBody?.content?.['application/json'];
  if (body !== undefined && body.example === undefined) gaps.push('has no example of its body');
  return gaps;
}

/** Follows the one kind of reference that stands in answers. */
const resolved = (document, operation) => ({
  ...operation,
  responses: Object.fromEntries(
    Object.entries(operation.responses).map(([status, response]) => [
      status,
      response.$ref === undefined ? response : document.components.responses[response.$ref.split('/').at(-1)],
    ]),
  ),
});

function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
  });
  return { passed: status === 0, output: `${stdout}${stderr}`.trim() };
}

async function main() {
  const ofGateway = (path) => import(pathToFileURL(join(root, `services/gateway/src/${path}`)).href);
  const { mergedOpenApi } = await ofGateway('documents/merged-open-api.ts');
  const { withNamedReaders } = await ofGateway('named-readers/named-readers-in-document.ts');
  const read = (name) => JSON.parse(readFileSync(join(root, `services/${name}/openapi.json`), 'utf8'));
  const document = withNamedReaders(mergedOpenApi(new Map(services.map((name) => [name, read(name)]))));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'openapi.json');
  writeFileSync(file, `${JSON.stringify(document, null, 1)}\n`);
  writeFileSync(join(folder, 'county.ts'), astToString(await openapiTS(document)));

  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const complaints = operations.flatMap((operation) =>
    gapsOf(resolved(document, operation)).map((gap) => `${operation.operationId} ${gap}`),
  );
  for (const { name, 'x-title': title } of document.tags)
    if (!isChinese(title?.zh) || !/[a-z]/i.test(title?.en ?? ''))
      complaints.push(
        `${name}: the group has no name in both languages, in a <feature>.tags.ts beside its access`,
      );
  const lint = run([
    'node_modules/@redocly/cli/bin/cli.js',
    'lint',
    file,
    '--config=deploy/checks/redocly.yaml',
    '--max-problems=50',
  ]);
  if (!lint.passed) complaints.push(lint.output);
  const client = run([
    'node_modules/typescript/bin/tsc',
    '-p',
    'journeys/generated-client',
    '--pretty',
    'false',
  ]);
  if (!client.passed) complaints.push(`the generated client: ${client.output}`);
  if (complaints.length > 0) {
    console.error(complaints.join('\n'));
    process.exitCode = 1;
  } else
    console.log(`${operations.length} operations, no error of redocly, and a generated client that compiles`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
