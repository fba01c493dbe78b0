import type { CalendarDay, Instant, SchoolId } from '@shulian/contracts/ids';
import { scopeOf, type PolicyVersion } from '@shulian/lending-rules/policy/loan-policy';
import type { Rows } from '@shulian/service-kit';

export type ActivatedPolicy = PolicyVersion & { readonly id: string };

/** Versions of the lending policy; they are added, never changed. */
export class PoliciesRepository {
  constructor(private readonly rows: Rows) {}

  /** The newest version of a scope, 0 when there is none; no other version of any scope can be added before the end. */
  async lockNewest(schoolId: SchoolId | null): Promise<number> {
    await this.rows.rows('select from lending_policy_stamp for update');
    const [row] = await this.rows.rows<{ version: number }>(
      'select coalesce(max(version), 0) as version from lending_policy where scope = $1',
      [scopeOf(schoolId)],
    );
    return row?.version ?? 0;
  }

  /** The versions of a scope and their days. */
  async daysOf(schoolId: SchoolId | null): Promise<{ version: number; effectiveOn: CalendarDay }[]> {
    return this.rows.rows(
      'select version, effective_on::text as "effectiveOn" from lending_policy where scope = $1',
      [scopeOf(schoolId)],
    );
  }

  async add(
    policy: ActivatedPolicy,
    activated: { readonly at: Instant; readonly by: string },
  ): Promise<void> {
    await this.rows.rows(
      `insert into lending_policy (id, scope, school_id, version, effective_on, activated_at, activated_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        policy.id,
        scopeOf(policy.schoolId),
        policy.schoolId,
        policy.version,
        policy.effectiveOn satisfies CalendarDay,
        activated.at,
        activated.by,
      ],
    );
    await this.rows.rows(
      `insert into lending_policy_row (id, policy_id, place, reader_kind, grades, class_id, copy_kind, sets)
       select (r->>'id')::uuid, $1, ord - 1, r->>'readerKind',
              case when jsonb_typeof(r->'grades') = 'array'
                   then array(select g::int from jsonb_array_elements_text(r->'grades') g) end,
              (r->>'classId')::uuid, r->>'copyKind', r->'sets'
       from jsonb_array_elements($2::jsonb) with ordinality as a(r, ord)`,
      [policy.id, JSON.stringify(policy.rows)],
    );
    await this.rows.rows('update lending_policy_stamp set stamp = stamp + 1');
  }
}
