import { faultOfExternalId } from '@shulian/contracts/external-id';
import type { RosterCells } from './roster-row.js';

/** A file of a package: each row by the headings of its columns; shorter rows are filled up. */
export type PackageFile = {
  readonly rows: readonly {
    readonly row: number;
    /** More cells than headings: nobody knows what belongs where. */
    readonly isRagged: boolean;
    readonly told: Readonly<Record<string, string>>;
  }[];
};
export type PackageFiles = Readonly<
  Partial<Record<'manifest' | 'orgs' | 'users' | 'roles' | 'classes' | 'enrollments', PackageFile>>
>;

export type PackagePerson = {
  readonly row: number;
  readonly sourcedId: string;
  /** The package says that the person is there no more. */
  readonly isGone: boolean;
  readonly cells: RosterCells;
};
export type PackageProblem = {
  readonly place: Readonly<Record<string, string | number>>;
  readonly code: string;
};
export type ReadPackage = {
  /** Bulk tells of everybody; delta of what has changed. */
  readonly mode: 'bulk' | 'delta';
  readonly people: readonly PackagePerson[];
  readonly problems: readonly PackageProblem[];
};
export type PackageFault = 'oneroster.no-users' | 'oneroster.version-unknown' | 'oneroster.school-unknown';

/** Other roles (parents, guardians) are no readers. */
const kindOfRole: Readonly<Record<string, string>> = {
  student: 'student',
  teacher: 'teacher',
  administrator: 'staff',
  aide: 'staff',
  principal: 'staff',
  siteAdministrator: 'staff',
  districtAdministrator: 'staff',
  proctor: 'staff',
};
const isGone = (status: string | undefined): boolean => status?.toLowerCase() === 'tobedeleted';
const rowsOf = (files: PackageFiles, name: keyof PackageFiles): PackageFile['rows'] =>
  files[name]?.rows ?? [];
const told = (row: Readonly<Record<string, string>>, field: string): string => row[field] ?? '';

/** How a package of OneRoster 1.1 or 1.2 tells of the people of one school. What vendors add is passed over. */
export function readPackage(
  files: PackageFiles,
  school: { readonly code: string; readonly name: string },
): ReadPackage | PackageFault {
  const manifest = new Map(
    rowsOf(files, 'manifest').map(({ told: row }) => [told(row, 'propertyName'), told(row, 'value')]),
  );
  const version = manifest.get('oneroster.version');
  if (version !== undefined && !/^1\.[12](\.\d+)?$/.test(version)) return 'oneroster.version-unknown';
  if (files.users === undefined || manifest.get('file.users') === 'absent') return 'oneroster.no-users';
  const org = orgOf(files, school);
  if (org === undefined) return 'oneroster.school-unknown';

  const problems: PackageProblem[] = [...manifest]
    .filter(([name, value]) => name.startsWith('file.') && value !== 'absent' && value !== '')
    .map(([name]) => name.slice('file.'.length))
    .filter((name) => READ_FILES.has(name) && files[name as keyof PackageFiles] === undefined)
    .map((name) => ({ place: { sheet: `${name}.csv` }, code: 'oneroster.file-missing' }));
  const problem = (file: string, row: number, code: string): void => {
    problems.push({ place: { sheet: `${file}.csv`, row }, code });
  };
  const roles = rolesOf(files, org);
  const classOf = classesOf(files, problem);
  const seen = new Set<string>();
  const people: PackagePerson[] = [];
  for (const { row, isRagged, told: user } of rowsOf(files, 'users')) {
    const sourcedId = told(user, 'sourcedId');
    const role = roles === null ? told(user, 'role') : (roles.get(sourcedId) ?? '');
    // 1.1 names the schools of a user in the user's row, 1.2 in the row of the role.
    const isOurs = roles === null ? isOf(told(user, 'orgSourcedIds'), org) : roles.has(sourcedId);
    const fault = ((): string | null => {
      if (isRagged) return 'oneroster.row-ragged';
      if (sourcedId === '') return 'oneroster.id-missing';
      if (seen.has(sourcedId)) return 'oneroster.id-twice';
      if (faultOfExternalId(sourcedId) !== null) return 'oneroster.id-unusable';
      return isOurs && !isGone(user['status']) && kindOfRole[role] === undefined
        ? 'oneroster.role-not-read'
        : null;
    })();
    if (fault !== null) {
      problem('users', row, fault);
      continue;
    }
    seen.add(sourcedId);
    if (!isOurs && !isGone(user['status'])) continue;
    people.push({
      row,
      sourcedId,
      isGone: isGone(user['status']) || told(user, 'enabledUser').toLowerCase() === 'false',
      cells: { name: nameOf(user), kind: kindOfRole[role] ?? '', ...classOf(sourcedId, user) },
    });
  }
  for (const { row, told: each } of rowsOf(files, 'enrollments'))
    if (
      manifest.get('file.users') !== 'delta' &&
      !seen.has(told(each, 'userSourcedId')) &&
      isOf(told(each, 'schoolSourcedId'), org)
    )
      problem('enrollments', row, 'oneroster.orphan');
  return { mode: manifest.get('file.users') === 'delta' ? 'delta' : 'bulk', people, problems };
}

const READ_FILES: ReadonlySet<string> = new Set(['orgs', 'users', 'roles', 'classes', 'enrollments']);

/** The school of the package; null: it is of one school, and tells no more. */
function orgOf(
  files: PackageFiles,
  { code, name }: { readonly code: string; readonly name: string },
): string | null | undefined {
  const schools = rowsOf(files, 'orgs').filter(
    ({ told: org }) => told(org, 'type').toLowerCase() === 'school',
  );
  const [only] = schools;
  if (only === undefined) return null;
  if (schools.length === 1) return told(only.told, 'sourcedId');
  const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  const ours = schools.find(
    ({ told: org }) =>
      plain(told(org, 'identifier')) === plain(code) || plain(told(org, 'name')) === plain(name),
  );
  return ours === undefined ? undefined : told(ours.told, 'sourcedId');
}

const isOf = (orgs: string, org: string | null): boolean =>
  org === null || orgs === '' || orgs.split(',').some((each) => each.trim() === org);

/** Of 1.2: the role of each user at the school, the primary one first; null: a package of 1.1. */
function rolesOf(files: PackageFiles, org: string | null): ReadonlyMap<string, string> | null {
  if (files.roles === undefined) return null;
  const found = new Map<string, string>();
  const ours = rowsOf(files, 'roles').filter(
    ({ told: row }) => !isGone(row['status']) && isOf(told(row, 'orgSourcedId'), org),
  );
  const isPrimary = (row: Readonly<Record<string, string>>): boolean => told(row, 'roleType') === 'primary';
  for (const { told: row } of [...ours].sort(
    (one, other) => Number(isPrimary(other.told)) - Number(isPrimary(one.told)),
  ))
    if (!found.has(told(row, 'userSourcedId'))) found.set(told(row, 'userSourcedId'), told(row, 'role'));
  return found;
}

/** The class of a pupil: the homeroom, else none; teachers have none. */
function classesOf(
  files: PackageFiles,
  problem: (file: string, row: number, code: string) => void,
): (sourcedId: string, user: Readonly<Record<string, string>>) => RosterCells {
  const classes = new Map(
    rowsOf(files, 'classes')
      .filter(({ told: row }) => !isGone(row['status']))
      .map(({ told: row }) => [told(row, 'sourcedId'), row]),
  );
  const homerooms = new Map<string, Readonly<Record<string, string>>>();
  for (const { row, told: each } of rowsOf(files, 'enrollments')) {
    if (isGone(each['status']) || told(each, 'role') !== 'student') continue;
    const schoolClass = classes.get(told(each, 'classSourcedId'));
    if (schoolClass === undefined) problem('enrollments', row, 'oneroster.orphan');
    else if (told(schoolClass, 'classType').toLowerCase() !== 'scheduled')
      homerooms.set(told(each, 'userSourcedId'), schoolClass);
  }
  return (sourcedId, user) => {
    const homeroom = homerooms.get(sourcedId);
    if (homeroom === undefined) return {};
    const grades = told(homeroom, 'grades') || told(user, 'grades');
    // 01 to 12 of CEDS; a class that says its grade itself needs none.
    const grade = /^\d{2}$/.test(grades) ? String(Number(grades)) : '';
    const title = told(homeroom, 'title');
    const isPlain = /^\(?\d{1,2}\)?班?$/.test(title.normalize('NFKC'));
    return { class: title, ...(isPlain && grade !== '' ? { grade } : {}) };
  };
}

/** 欧阳 + 小明; names in letters with a blank, the given name first. */
function nameOf(user: Readonly<Record<string, string>>): string {
  const [given, family] = [told(user, 'givenName'), told(user, 'familyName')];
  return /\p{Script=Han}/u.test(`${family}${given}`) ? `${family}${given}` : `${given} ${family}`.trim();
}
