import type { Request } from './door.builder.js';

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const shouted = (text: string): string => text.replace(ID, (id) => id.toUpperCase());

/** The same request with every id in it in upper case: in the path, the query, the body or the form. */
export function withShoutedIds({ path, body, form, ...rest }: Request): Request {
  const fields = new FormData();
  for (const [name, value] of form?.entries() ?? [])
    if (typeof value === 'string') fields.set(name, shouted(value));
    else fields.set(name, value, value.name);
  return {
    ...rest,
    path: shouted(path),
    ...(body === undefined ? {} : { body: JSON.parse(shouted(JSON.stringify(body))) as unknown }),
    ...(form === undefined ? {} : { form: fields }),
  };
}
