import type { SchoolId } from '@shulian/contracts/ids';
import { reachesSchool, type Reach, type TokenClaims } from '@shulian/contracts/access';
import { denied, Problem } from '../problem/refused.js';

/** Who asks, and what they may touch with this operation. */
export class Caller {
  constructor(
    readonly claims: TokenClaims,
    readonly reach: Reach,
  ) {}

  /** Account or client id. */
  get id(): string {
    return this.claims.sub;
  }

  /**
   * The school meant: the one asked for, or the caller's only one.
   * @throws Problem 403 for a school out of reach, 400 `request.school-needed` when it is not clear which is meant
   */
  schoolFor(input?: string | null): SchoolId {
    if (input !== undefined && input !== null) {
      if (!this.mayWorkAt(input)) throw denied();
      return input as SchoolId;
    }
    const own = this.schools();
    const [only] = own;
    if (only === undefined || own.size > 1) throw new Problem(400, 'request.school-needed');
    return only as SchoolId;
  }

  /** The same, but null (the whole county) for a caller of the county who names no school. */
  schoolOrCounty(input?: string | null): SchoolId | null {
    return this.reach.county && (input === undefined || input === null) ? null : this.schoolFor(input);
  }

  /** Whether the caller works at the school at all, if only for one class; reading one person needs `reachesReader`. */
  mayWorkAt(schoolId: string): boolean {
    return reachesSchool(this.reach, schoolId) || [...this.reach.classes.values()].includes(schoolId);
  }

  private schools(): ReadonlySet<string> {
    return new Set([...this.reach.schools, ...this.reach.classes.values()]);
  }
}
