import { conflict, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import { canGo, seesRequest, type ServiceRequest, type ServiceStep } from './rules/service-request.js';
import { ServiceRequestsRepository } from './service-requests.repository.js';

/** The request, locked for a step of its way. @throws Problem 404 out of reach, 409 `service-request.not-now` */
export const openRequest = async (
  tx: Tx,
  caller: Caller,
  id: string,
  step: ServiceStep,
): Promise<ServiceRequest> => {
  const request = await tx.use(ServiceRequestsRepository).locked(id);
  if (request === null || !seesRequest(caller.reach, caller.id, request)) throw unknownThing();
  if (!canGo(step, request)) throw conflict('service-request.not-now');
  return request;
};
