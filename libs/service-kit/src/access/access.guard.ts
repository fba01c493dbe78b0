import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { createParamDecorator, applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiOperation } from '@nestjs/swagger';
import { reachOf, rowOf, type Operation, type TokenClaims } from '@shulian/contracts/access';
import type { FastifyRequest } from 'fastify';
import { denied, Problem } from '../problem/refused.js';
import { noteOperation } from '../trail/operator-trail.js';
import { Caller } from './caller.js';
import type { TokenVerifier } from './token-verifier.js';

const OPERATION = 'shulian.operation';
const INTERNAL_ROUTE = 'shulian.internal-route';

export type RequestOfCaller = FastifyRequest & { caller?: Caller };

/**
 * Names the operation of a route. Its row in the access matrix decides who may call it; the name is the operationId of
 * the OpenAPI document, which shows the row as `x-access` and says what it does in both languages.
 */
export const Does = (operation: Operation): MethodDecorator => {
  const row = rowOf(operation);
  const { says } = row;
  const access =
    'public' in row
      ? { public: true }
      : 'of' in row
        ? { of: row.of }
        : { roles: row.roles, ...(row.scope === undefined ? {} : { scope: row.scope }) };
  return applyDecorators(
    SetMetadata(OPERATION, operation),
    ApiOperation({ operationId: operation, summary: `${says.zh} · ${says.en}` }),
    ApiExtension('x-summary', says),
    ApiExtension('x-access', access),
    ...('public' in access ? [] : [ApiBearerAuth()]),
  );
};

/** A route beside the API (health, metrics, documents) that needs no sign-in and is not in the document. */
export const InternalRoute = (): MethodDecorator & ClassDecorator => SetMetadata(INTERNAL_ROUTE, true);

export const operationOf = (handler: object): Operation | undefined =>
  Reflect.getMetadata(OPERATION, handler) as Operation | undefined;
export const isInternalRoute = (handler: object, controller: object): boolean =>
  Reflect.getMetadata(INTERNAL_ROUTE, handler) === true ||
  Reflect.getMetadata(INTERNAL_ROUTE, controller) === true;

/** Every service checks every token itself; a route without an operation does not answer. */
export class AccessGuard implements CanActivate {
  private readonly reaches = new WeakMap<TokenClaims, Map<Operation, Caller | null>>();

  /** @param service whose doors it guards */
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly service: string,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const operation = operationOf(handler);
    if (operation === undefined) {
      if (isInternalRoute(handler, context.getClass())) return true;
      throw denied();
    }
    if ('public' in rowOf(operation)) return true;
    const request = context.switchToHttp().getRequest<RequestOfCaller>();
    const claims = await this.verifier.verify(request.headers.authorization);
    const caller = this.callerOf(claims, operation);
    if (caller === null) throw denied();
    request.caller = caller;
    noteOperation(operation, caller, request);
    return true;
  }

  private callerOf(claims: TokenClaims, operation: Operation): Caller | null {
    let known = this.reaches.get(claims);
    if (known === undefined) this.reaches.set(claims, (known = new Map<Operation, Caller | null>()));
    let caller = known.get(operation);
    if (caller === undefined) {
      const reach = reachOf(claims, operation, this.service);
      caller = reach === null ? null : new Caller(claims, reach);
      known.set(operation, caller);
    }
    return caller;
  }
}

/** The caller of an operation that is not public, as a parameter of a controller. */
export const From = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<RequestOfCaller>();
  if (caller === undefined) throw new Problem(401, 'authentication.required');
  return caller;
});
