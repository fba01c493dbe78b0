import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { invalid, type BodyError } from '../problem/refused.js';

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

function places(errors: readonly ValidationError[], parent: string): BodyError[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${error.property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    const own = Object.keys(error.constraints ?? {}).map((name) => ({ pointer, code: kebab(name) }));
    return [...own, ...places(error.children ?? [], pointer)];
  });
}

/** class-validator at the doors: a wrong body is a 400 with all its places; an unknown field is a typo, not a wish. */
export const validationAtTheDoor = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors: ValidationError[]) => invalid(...places(errors, '')),
  });
