import { ApiHeader, type ApiHeaderOptions } from '@nestjs/swagger';

/** A decorator of a parameter that is read from a header, which the OpenAPI document then names wherever it stands. */
export const withHeader =
  (header: ApiHeaderOptions, parameter: () => ParameterDecorator) =>
  (): ParameterDecorator =>
  (target, key, n) => {
    parameter()(target, key, n);
    const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key !== undefined && method !== undefined) ApiHeader(header)(target, key, method);
  };
