import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { accessDocument } from './access/access-document.js';
import { brokerBatchBytes } from './envelope/sizes.js';
import { asyncApi } from './async-api.js';
import { allEvents, allTopics, allWatermarks } from './index.js';

/** The list of services that also those read who know no TypeScript: checks, Docker, the launcher before its build. */
const services = JSON.parse(
  readFileSync(new URL('../../../services/services.json', import.meta.url), 'utf8'),
) as readonly string[];

const servicesModule = `// Emitted from services/services.json by \`npm run emit\`.

/** Every service of the county. */
export const serviceNames = [
${services.map((name) => `  '${name}',\n`).join('')}] as const;
export type ServiceName = (typeof serviceNames)[number];
`;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The documents that are generated from the contracts and checked in; reviewers read their diff. Path → text. */
export function emitted(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const event of [...allEvents, ...allWatermarks])
    files[`libs/contracts/schemas/${event.type}.schema.json`] = json({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `https://shulian.example/schemas/${event.type}.schema.json`,
      title: event.type,
      description: event.says,
      ...event.data,
    });
  files['libs/contracts/src/services.ts'] = servicesModule;
  const document = asyncApi();
  files['libs/contracts/asyncapi.yaml'] = stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 });
  files['libs/contracts/asyncapi.json'] = json(document);
  files['docs/access.md'] = accessDocument();
  files['deploy/kafka/topics.yaml'] =
    '# Emitted from libs/contracts: the topics of the county with their fixed numbers of partitions.\n' +
    stringify({
      topics: allTopics.map(({ name, partitions, keptForMs, keyedBy }) => ({
        name,
        partitions,
        'retention.ms': keptForMs ?? -1,
        'max.message.bytes': brokerBatchBytes,
        keyedBy,
      })),
    });
  return files;
}
