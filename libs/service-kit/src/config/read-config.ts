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
  const known: Record<string, string> = {};
  for (const name of Object.keys(schema.properties)) {
    const value = environment[name];
    if (value !== undefined && value !== '') known[name] = value;
  }
  const config: unknown = Value.Convert(schema, Value.Default(schema, known));
  const errors = [...Value.Errors(schema, config)];
  if (errors.length > 0) {
    // The value is not shown: it may be a secret.
    const lines = errors.map((error) => `  ${error.path.slice(1)}: ${error.message}`);
    throw new Error(`The environment is not right:\n${[...new Set(lines)].join('\n')}`);
  }
  return Value.Decode(schema, config);
}
