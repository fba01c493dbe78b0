import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Migration } from '../database/database.js';
import { migrateSchema, prepareSchema } from '../database/prepare-schema.js';
import { takeNamedStatements, type Statement } from '../database/session.js';
import { ROLE_PASSWORD } from './role-password.builder.js';
// The statements of the kit are there before any service is loaded, so they are none of its own.
import '../index.js';

/** What a service is wired of: its rooms with all their statements, and its migrations. */
export type Wired = { readonly migrations: readonly Migration[] };

/** The statements that a service brings. @param load imports it; nothing of another service is loaded meanwhile */
export async function statementsOf<W extends Wired>(
  load: () => Promise<W>,
): Promise<{ readonly wired: W; readonly statements: readonly Statement[] }> {
  takeNamedStatements();
  const wired = await load();
  const statements = new Map<string, Statement>();
  for (const one of takeNamedStatements()) {
    if ((statements.get(one.name)?.text ?? one.text) !== one.text)
      throw new Error(`two statements are called ${one.name}: a connection runs the one it planned first`);
    statements.set(one.name, one);
  }
  return { wired, statements: [...statements.values()] };
}

/** A statement as it is kept: what it takes and gives, and its text. */
export const keptAs = ({ name, text }: Statement, takes: string, gives: string): string =>
  `-- ${name}, written by \`npm run emit\`\n-- takes ${takes}\n-- gives ${gives}\n${text.trim()}\n`;

/** A new, empty database on a server. @returns its URL */
export async function databaseOn(ownerUrl: string, name: string): Promise<string> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`create database ${client.escapeIdentifier(name)}`);
  await client.end();
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * Prepares statements against the migrated schema of their service, in an empty database.
 * @returns name → the statement as it is kept. @throws Error that names a statement which the schema does not know
 */
export async function preparedStatements(
  ownerUrl: string,
  service: string,
  migrations: readonly Migration[],
  statements: readonly Statement[],
): Promise<Map<string, string>> {
  await prepareSchema(ownerUrl, service, ROLE_PASSWORD);
  await migrateSchema(ownerUrl, service, migrations);
  const client = new Client({ connectionString: ownerUrl, options: `-c search_path=${service}` });
  await client.connect();
  try {
    const prepared = new Map<string, string>();
    for (const one of statements) prepared.set(one.name, await preparedBy(client, one));
    return prepared;
  } finally {
    await client.end();
  }
}

export type SchemaColumn = { readonly table: string; readonly column: string; readonly type: string };

/** The columns of the tables of a service, migrated into an empty database. */
export async function columnsOfSchema(
  ownerUrl: string,
  service: string,
  migrations: readonly Migration[],
): Promise<SchemaColumn[]> {
  await prepareSchema(ownerUrl, service, ROLE_PASSWORD);
  await migrateSchema(ownerUrl, service, migrations);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<SchemaColumn>(
      `select c.table_name as table, c.column_name as column, c.udt_name as type
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where table_schema = $1 and t.table_type = 'BASE TABLE' order by 1, c.ordinal_position`,
      [service],
    );
    return rows;
  } finally {
    await client.end();
  }
}

async function preparedBy(client: Client, one: Statement): Promise<string> {
  const name = client.escapeIdentifier(one.name);
  try {
    await client.query(`prepare ${name} as ${one.text}`);
  } catch (error) {
    throw new Error(`${one.name} cannot be prepared: ${error instanceof Error ? error.message : 'unknown'}`, {
      cause: error,
    });
  }
  const { rows } = await client.query<{ takes: string; gives: string }>(
    `select array_to_string(parameter_types::text[], ', ') as takes, array_to_string(result_types::text[], ', ') as gives
     from pg_prepared_statements where name = $1`,
    [one.name],
  );
  const nothing = (types: string | null | undefined): string =>
    types == null || types === '' ? 'nothing' : types;
  return keptAs(one, nothing(rows[0]?.takes), nothing(rows[0]?.gives));
}

/** What is kept in a folder: name → text. */
export const keptStatements = (folder: string): Map<string, string> =>
  new Map(
    (existsSync(folder) ? readdirSync(folder).sort() : []).map((file) => [
      file.replace(/\.sql$/, ''),
      readFileSync(join(folder, file), 'utf8'),
    ]),
  );
