import { allEvents, allWatermarks } from '@shulian/contracts';
import { schemaWithoutReaders, WITHOUT_READERS } from '../event-feed/without-readers.js';
import { escaped, page } from './plain-page.js';

const events = new Map([...allEvents, ...allWatermarks].map((event) => [event.type, event]));

/** The JSON Schema of the data of an event type: as data and as a page; null when there is no such type. */
export function schemaOf(type: string): { readonly data: object; readonly html: string } | null {
  const isWithoutReaders = type.endsWith(WITHOUT_READERS);
  const event = events.get(isWithoutReaders ? type.slice(0, -WITHOUT_READERS.length) : type);
  const schema = isWithoutReaders && event !== undefined ? schemaWithoutReaders(event.data) : event?.data;
  if (event === undefined || schema === undefined || schema === null) return null;
  const data = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://shulian.example/schemas/${type}.schema.json`,
    title: type,
    description: event.says,
    ...schema,
  };
  return {
    data,
    html: page(
      type,
      `<h1><code>${escaped(type)}</code></h1><p lang="en">${escaped(event.says)}</p>
<p class="about">主题 topic <code>${escaped(event.topic.name)}</code>，键 key: ${escaped(event.topic.keyedBy)}。事件数据只增不减：请忽略不认识的字段。 The data of an event only grows: pass over fields that you do not know.</p>
<pre>${escaped(JSON.stringify(schema, null, 2))}</pre>
<p><a href="/asyncapi.json">asyncapi.json</a> · <a href="/docs">接口说明 the API</a></p>`,
    ),
  };
}
