import { stringify } from 'yaml';
import { accessDocument } from './access/access-document.js';
import { asyncApi } from './async-api.js';
import { allEvents, allTopics } from './index.js';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The documents that are generated from the contracts and checked in; reviewers read their diff. Path → text. */
export function emitted(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const event of allEvents)
    files[`libs/contracts/schemas/${event.type}.schema.json`] = json({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `https://shulian.example/schemas/${event.type}.schema.json`,
      title: event.type,
      description: event.says,
      ...event.data,
    });
  const document = asyncApi();
  files['libs/contracts/asyncapi.yaml'] = stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 });
  files['libs/contracts/asyncapi.json'] = json(document);
  files['docs/access.md'] = accessDocument();
  files['deploy/kafka/topics.yaml'] =
    '# Emitted from libs/contracts: the topics of the county with their fixed numbers of partitions.\n' +
    stringify({ topics: allTopics.map(({ name, partitions, keyedBy }) => ({ name, partitions, keyedBy })) });
  return files;
}
