type Schema = Readonly<Record<string, unknown>>;

/** The longest number JSON writes of a double: -1.7976931348623157e+308. */
const NUMBER = 24;
/** A character takes six bytes at most in JSON: a control character as \u0000. */
const CHARACTER = 6;
/** All of a CloudEvent but `data`: ids, times, names, the longest type; generously. */
const ENVELOPE = 2_048;

/** The bytes of the largest event that fits the schema of its data. @throws Error that names a place without an end */
export const largestEvent = (data: object): number => ENVELOPE + largest(data as Schema, '');

function largest(schema: Schema, place: string): number {
  const bound = (name: string): number => {
    const value = schema[name];
    if (typeof value !== 'number') throw new Error(`${place || '/'} has no ${name}`);
    return value;
  };
  if ('const' in schema) return Buffer.byteLength(JSON.stringify(schema['const']));
  const alternatives = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(alternatives))
    return Math.max(...alternatives.map((each: Schema) => largest(each, place)));
  switch (schema['type']) {
    case 'string':
      return 2 + bound('maxLength') * CHARACTER;
    case 'array':
      return 2 + bound('maxItems') * (1 + largest(schema['items'] as Schema, `${place}/[]`));
    case 'object':
      return Object.entries(schema['properties'] as Record<string, Schema>).reduce(
        (bytes, [name, property]) => bytes + name.length + 4 + largest(property, `${place}/${name}`),
        2,
      );
    case 'integer':
    case 'number':
      return NUMBER;
    case 'boolean':
    case 'null':
      return 5;
    default:
      throw new Error(`${place || '/'} has no type`);
  }
}
