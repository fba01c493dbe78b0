import type { Static, TObject } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';

/**
 * Turns the environment into a typed configuration, once, at start.
 * @throws Error that names every variable which is missing or malformed; the process must not start then.
 */
export function readConfig<S extends TObject>(
  schema: S,
  environment: Readonly<Record<string, string | undefined>>,
): Static<S> {
  const known: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties)) {
    const value = environment[name];
    if (value === undefined || value === '') continue;
    // Only what is a whole number becomes one: 1.5 must not quietly turn into 1.
    const isNumber =
      (property['type'] === 'integer' && /^-?\d+$/.test(value)) ||
      (property['type'] === 'number' && /^-?\d+(\.\d+)?$/.test(value));
    known[name] = isNumber ? Number(value) : value;
  }
  const config: unknown = Value.Default(schema, known);
  const errors = [...Value.Errors(schema, config)];
  if (errors.length > 0) {
    // The value is not shown: it may be a secret.
    const lines = errors.map((error) => `  ${error.path.slice(1)}: ${error.message}`);
    throw new Error(`The environment is not right:\n${[...new Set(lines)].join('\n')}`);
  }
  return Value.Decode(schema, config);
}
