import type { Operation } from '@shulian/contracts/access';

import type { Asked } from '../a-caller.builder.js';
import type { Copy, Reader, School, SchoolClass } from '../a-school.builder.js';

/** A class of a school with a reader, and a copy on the shelf. What else a feature needs, it adds itself. */
export type Place = {
  readonly school: School;
  readonly schoolClass: SchoolClass;
  readonly reader: Reader;
  readonly copy: Copy;
};

export type Request = Asked & { readonly path: string };

/** A request with something wrong in it. Without `statuses` anything will do that is no failure of ours. */
export type Damaged = Request & { readonly what: string; readonly statuses?: readonly number[] };

/**
 * Where a request names what it touches, which decides how a caller out of reach is refused: by an id in the path (404),
 * by a school in body or query (403), by an id in the body (403, 404, 409 or 422), as the filter of a list (403 or an
 * empty list), or not at all (a thing of the whole county).
 */
export type Touches = 'path' | 'school' | 'id' | 'list' | 'county';

export type Door = {
  readonly operation: Operation;
  /** Which service answers, where several have the same door. */
  readonly service?: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As the OpenAPI document writes it. */
  readonly path: string;
  readonly touches: Touches;
  /** A caller of one class or one person meets the neighbour's things of a school, but not those of a person. */
  readonly ofOnePerson?: boolean;
  /** A valid request at a place. */
  readonly ask: (place: Place) => Request | Promise<Request>;
  /** What who may is answered. */
  readonly ok: number;
  /** Makes the valid request possible again after somebody did it. */
  readonly before?: (place: Place) => Promise<unknown>;
  /** Whoever does it is nobody after it, and signs in for it once more. */
  readonly endsTheSignIn?: boolean;
  /** What can be wrong with this request beside what can be wrong with any. */
  readonly damage?: (request: Request) => readonly Damaged[];
};

/** What one feature brings to the walk through all doors; each has its own `<feature>.doors.ts`. */
export type FeatureDoors = {
  readonly doors: readonly Door[];
  /** What it adds to a place; all of it is there before the walk begins. */
  readonly adds?: readonly Added<unknown>[];
  /** What tells of people and things at a place: no refusal may hold any of it. */
  readonly secrets?: (place: Place) => readonly string[] | Promise<readonly string[]>;
  /** Lists that hold things of the caller's school only; a refused request changes none of them. */
  readonly lists?: readonly string[];
  /** What else no refused request may change. */
  readonly watched?: (place: Place) => readonly string[] | Promise<readonly string[]>;
};

/** What a feature adds to every place, made once for each. */
export class Added<Thing> {
  private readonly made = new WeakMap<Place, Promise<Thing>>();

  constructor(private readonly make: (place: Place) => Promise<Thing>) {}

  at(place: Place): Promise<Thing> {
    let thing = this.made.get(place);
    if (thing === undefined) this.made.set(place, (thing = this.make(place)));
    return thing;
  }
}

type Text = string | Promise<string>;

export const api = '/api/v1';
export const at = (template: string, id: string): string => `${api}${template}`.replace('{id}', id);
export const ofSchool = ({ school }: Place): string => `schoolId=${school.id}`;
export const everything = (): string => 'limit=500';

/** A door that names what it touches in its path, and sends nothing. */
export const byPath = (
  operation: Operation,
  method: Door['method'],
  template: string,
  ok: number,
  idOf: (place: Place) => Text,
): Door => ({
  operation,
  method,
  path: `${api}${template}`,
  touches: 'path',
  ok,
  ask: async (place) => ({ path: at(template, await idOf(place)) }),
});

/** A change of what can be read at the same path, on the version that is there now. */
export const change = (
  operation: Operation,
  template: string,
  idOf: (place: Place) => Text,
  body: (place: Place) => unknown,
): Door => ({
  operation,
  method: 'PATCH',
  path: `${api}${template}`,
  touches: 'path',
  ok: 200,
  ask: async (place) => {
    const path = at(template, await idOf(place));
    const now = await place.school.librarian.ask('GET', path);
    return { path, body: await body(place), headers: { 'if-match': now.headers.get('etag') ?? '"v1"' } };
  },
});

/** A write without an id in its path. */
export const write = (
  operation: Operation,
  path: string,
  touches: Touches,
  ok: number,
  body: (place: Place) => unknown,
  more: Partial<Door> = {},
): Door => ({
  operation,
  method: 'POST',
  path: `${api}${path}`,
  touches,
  ok,
  ask: async (place) => ({ path: `${api}${path}`, body: await body(place) }),
  ...more,
});

export const list = (
  operation: Operation,
  path: string,
  touches: Touches,
  query: (place: Place) => Text,
): Door => ({
  operation,
  method: 'GET',
  path: `${api}${path}`,
  touches,
  ok: 200,
  ask: async (place) => ({ path: `${api}${path}?${await query(place)}` }),
});

export const upload = (
  operation: Operation,
  path: string,
  file: { name: string; read: () => Buffer },
): Door => ({
  operation,
  method: 'POST',
  path: `${api}${path}`,
  touches: 'school',
  ok: 202,
  ask: ({ school }) => {
    const form = new FormData();
    form.set('schoolId', school.id);
    form.set('format', 'auto');
    form.set('dryRun', 'true');
    form.set('file', new Blob([new Uint8Array(file.read())]), file.name);
    return { path: `${api}${path}`, form };
  },
});

/** The doors of a job that a service does. */
export const jobDoors = (service: string, jobOf: (place: Place) => Text): readonly Door[] => [
  { ...byPath('jobs.read', 'GET', '/jobs/{id}', 200, jobOf), service },
  { ...byPath('jobs.problems', 'GET', '/jobs/{id}/problems', 200, jobOf), service },
  { ...byPath('jobs.follow', 'GET', '/jobs/{id}/events', 200, jobOf), service },
  // Of a school that is named: what the caller has at the own one would be in the list of everything.
  { ...list('jobs.list', '/jobs', 'school', (place) => `service=${service}&${ofSchool(place)}`), service },
  // Those of the places have ended.
  { ...byPath('jobs.cancel', 'POST', '/jobs/{id}/cancellation', 409, jobOf), service },
];

/** They tell of one person: a class or a reader has its own. */
export const ofOnePerson = (...doors: readonly Door[]): readonly Door[] =>
  doors.map((door) => ({ ...door, ofOnePerson: true }));
