// Personal data stays where it belongs: no field that says who somebody is stands in an event, in a log line, in a path or in a query. What
// the tables hold of persons stands in the data dictionary (libs/contracts/src/personal-data), which `personal-fields.int.spec.ts` compares
// with the migrated schemas.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, root } from './source-files.mjs';

/** What a field is called that says who somebody is, or what somebody wrote. Compared without case and separators. */
const telling =
  /^(.*(readerName|personName|pupilName|studentName|guardianName|teacherName|fullName|realName|cardNumber|studentNumber|studentNo|idNumber|identityNumber|idCard|birth(day|date|place)?|born(on)?|phone|mobile|telephone|email|mail|homeAddress|ethnicity|photo|username|password|passwordHash|token|secret)|guardian|contact|gender|sex|nickname)$/i;
const plain = (name) => name.replace(/[-_.]/g, '');
export const tells = (name) => telling.test(plain(name));

/** Of an event, also the name of what is no school, class, term or room, and free text. */
const inEvents = /^(name|text|note|words|remark|comment|said|answer)$/i;
const inLogs = /^(name|title|text|words|remark|comment|said)$/i;
const namedThings = /^shulian\.(readers\.(school|class|term)|circulation\.library-room)\./;

/** What is said so on purpose, with the reason. */
const allowed = {
  'readers query username': 'the office looks for an account by the name it gave it; accounts are no readers',
};

/** @returns {string[]} the places of a schema that tell who somebody is */
export function tellingProperties(schema, type, place = '') {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = Object.keys(schema.properties ?? {}).filter(
    (name) => tells(name) || (inEvents.test(name) && !namedThings.test(type)),
  );
  return [
    ...own.map((name) => `${type} ${place}/${name}`),
    ...Object.entries(schema).flatMap(([key, part]) =>
      tellingProperties(part, type, key === 'properties' ? place : `${place}/${key}`),
    ),
  ];
}

/** @returns {string[]} parameters in paths and queries of an API document that tell who somebody is */
export const tellingParameters = (document, service) => [
  ...new Set(
    Object.values(document.paths)
      .flatMap((path) => Object.values(path))
      .flatMap(({ parameters = [] }) => parameters)
      .filter(({ in: where, name }) => where !== 'header' && tells(name))
      .map(({ in: where, name }) => `${service} ${where} ${name}`)
      .filter((found) => !(found in allowed)),
  ),
];

/** The object that a line of the log is made of, as far as it is written in the code. */
const LOGGED = /\blog\??\.(?:trace|debug|info|warn|error|fatal)\(\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g;

/** @returns {string[]} keys that a source file writes into its log and that tell who somebody is */
export const tellingLogKeys = (source, path) =>
  [...source.matchAll(LOGGED)]
    .flatMap(([, inside]) => [...inside.matchAll(/(?:^|[,{])\s*(\w+)\s*(?=[:,}]|$)/g)])
    .map(([, key]) => key)
    .filter((key) => tells(key) || inLogs.test(key))
    .map((key) => `${path} logs ${key}`);

const isMain = process.argv[1] === import.meta.filename;
if (isMain) {
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const schemas = filesBelow(['libs/contracts/schemas'], (name) => name.endsWith('.schema.json'));
  const sources = filesBelow(
    ['services', 'libs', 'deploy/src'],
    (name) => /\/src\/.*\.ts$/.test(name) && !/\.(spec|builder)\.ts$/.test(name),
  );
  const services = JSON.parse(read('services/services.json'));
  const complaints = [
    ...schemas.flatMap((path) =>
      tellingProperties(JSON.parse(read(path)), path.split('/').at(-1).replace('.schema.json', '')),
    ),
    ...services.flatMap((service) =>
      tellingParameters(JSON.parse(read(`services/${service}/openapi.json`)), service),
    ),
    ...sources.flatMap((path) => tellingLogKeys(read(path), path)),
  ];
  if (complaints.length > 0) {
    console.error(
      `${complaints.join('\n')}\nPersonal data is in no event, log line or URL (docs/adr/0007-childrens-data.md).`,
    );
    process.exitCode = 1;
  } else
    console.log(
      `${schemas.length} event schemas, ${services.length} API documents, ${sources.length} sources`,
    );
}
