import { statement, type Session } from '@shulian/service-kit';
import type { ValueListName, ValueListView } from './value-lists.http.js';

const READ = statement('value-lists.read', 'select version from value_list where name = $1 for update');
const WRITE = statement(
  'value-lists.write',
  `update value_list set version = version + 1, entries = $2 where name = $1 returning name, version, entries as values`,
);

/** What the county has agreed on, list by list. */
export class ValueListsRepository {
  constructor(private readonly session: Session) {}

  /** Its version, locked until the end of the transaction. */
  async locked(name: ValueListName): Promise<number> {
    return (await this.session.rows<{ version: number }>(READ, [name]))[0]?.version ?? 0;
  }

  async write(name: ValueListName, values: readonly string[]): Promise<ValueListView> {
    const [view] = await this.session.rows<ValueListView>(WRITE, [name, JSON.stringify(values)]);
    if (view === undefined) throw new Error('the list was not written');
    return view;
  }
}
