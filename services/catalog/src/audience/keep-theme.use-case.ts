import { Injectable } from '@nestjs/common';
import {
  conflict,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import type { ThemeAsked, ThemeChange } from './reading-themes.http.js';
import { themeView } from './reading-themes.query.js';
import { ReadingThemesRepository, THEME_ONCE } from './reading-themes.repository.js';

/** The themes of reading of the county and of schools. */
@Injectable()
export class KeepTheme {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
  ) {}

  /** @throws Problem 422 for an unknown school, 409 `reading-theme.name-taken` */
  async add(input: ThemeAsked, schoolId: SchoolId | null, request: DeskRequest | null): Promise<Answer> {
    if (schoolId !== null && (await this.schools.awaited(schoolId)) === null)
      throw unknownReference('/schoolId');
    return this.named(
      this.oncePerKey.run(request, 201, async (tx) => {
        const theme = { id: newId(), version: 1, schoolId, name: input.name, closed: false };
        await tx.use(ReadingThemesRepository).add(theme);
        return themeView(tx.session, theme.id);
      }),
    );
  }

  /** @throws Problem 404 for a theme that others keep, 412, 409 `reading-theme.name-taken` */
  change(
    id: string,
    version: number,
    input: ThemeChange,
    caller: Caller,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.named(
      this.oncePerKey.run(request, 200, async (tx) => {
        const theme = await tx.use(ReadingThemesRepository).locked(id);
        const isTheirs =
          theme !== null &&
          (theme.schoolId === null ? caller.reach.county : caller.mayWorkAt(theme.schoolId));
        if (!isTheirs) throw unknownThing();
        refuseIfStale(version, theme.version);
        const next = {
          ...theme,
          version: version + 1,
          name: input.name ?? theme.name,
          closed: input.closed ?? theme.closed,
        };
        await tx.use(ReadingThemesRepository).change(next);
        return themeView(tx.session, id);
      }),
    );
  }

  private async named(work: Promise<Answer>): Promise<Answer> {
    try {
      return await work;
    } catch (error) {
      throw violatedUnique(error) === THEME_ONCE ? conflict('reading-theme.name-taken') : error;
    }
  }
}
