import 'reflect-metadata';
import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { invalid, type BodyError } from '../problem/refused.js';

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

function places(errors: readonly ValidationError[], parent: string): BodyError[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${error.property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    const own = Object.keys(error.constraints ?? {}).map((name) => ({
      pointer,
      code: kebab(name),
      ...(name === 'isIn' ? allowedAt(error) : {}),
    }));
    return [...own, ...places(error.children ?? [], pointer)];
  });
}

/** The words that fit, as the OpenAPI document names them: whoever misspelled one need not look them up. */
function allowedAt({ target, property }: ValidationError): { readonly allowed?: readonly string[] } {
  if (target === undefined) return {};
  const described = Reflect.getMetadata(DESCRIBED, target, property) as Described | undefined;
  const words = described?.enum ?? described?.items?.enum;
  return Array.isArray(words) ? { allowed: words.map(String) } : {};
}

/** Where @nestjs/swagger keeps what `@ApiProperty` was told. */
const DESCRIBED = 'swagger/apiModelProperties';
type Described = {
  readonly type?: unknown;
  readonly isArray?: boolean;
  readonly nullable?: boolean;
  readonly enum?: unknown;
  readonly items?: { readonly enum?: unknown };
};
const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Where a body differs from its description in the OpenAPI document in a way class-validator lets pass: `null` where
 * the document knows none (`@IsOptional` means null too), and lists in the place of objects.
 */
function shapeErrors(body: unknown, type: unknown, parent: string): BodyError[] {
  if (!isPlainObject(body) || typeof type !== 'function') return [];
  return Object.entries(body).flatMap(([name, value]) => {
    const described = Reflect.getMetadata(DESCRIBED, type.prototype as object, name) as Described | undefined;
    if (described === undefined) return [];
    const pointer = `${parent}/${name}`;
    if (value === null) return described.nullable === true ? [] : [{ pointer, code: 'is-not-null' }];
    // A description as `type: () => Row` or `type: Row`; what is written in words is left to class-validator.
    const inner =
      typeof described.type === 'function' && !isPlainType(described.type) ? described.type : null;
    if (inner === null) return [];
    if (described.isArray !== true || !Array.isArray(value)) return shapeErrors(value, inner, pointer);
    return value.flatMap((each: unknown, n) =>
      isPlainObject(each)
        ? shapeErrors(each, inner, `${pointer}/${n}`)
        : [{ pointer: `${pointer}/${n}`, code: 'is-object' }],
    );
  });
}

const isPlainType = (type: unknown): boolean =>
  [String, Number, Boolean, Object, Array].some((plain) => plain === type);

class DoorValidation extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') {
      const errors = shapeErrors(value, metadata.metatype, '');
      if (errors.length > 0) throw invalid(...errors);
    }
    return super.transform(value, metadata);
  }
}

/** class-validator at the doors: a wrong body is a 400 with all its places; an unknown field is a typo, not a wish. */
export const validationAtTheDoor = (): ValidationPipe =>
  new DoorValidation({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    // The target tells which words fit; nothing of it leaves the house.
    validationError: { target: true, value: false },
    exceptionFactory: (errors: ValidationError[]) => invalid(...places(errors, '')),
  });
