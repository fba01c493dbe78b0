import { operationOfService } from '@shulian/contracts/access';
import { serviceNames, type ServiceName } from '@shulian/contracts/services';

import { api, everything, list, ofSchool, write, type Door, type FeatureDoors } from './door.builder.js';

/** What the people who run the county may ask of one service. */
const doorsOf = (service: ServiceName): readonly Door[] => {
  const at = `/operations/${service}`;
  return [
    list(operationOfService(service, 'parked-events.list'), `${at}/parked-events`, 'county', everything),
    // Nothing is parked: who may is told so.
    write(
      operationOfService(service, 'parked-events.replay'),
      `${at}/parked-events/replays`,
      'county',
      404,
      () => ({
        handler: `shulian.${service}.nobody`,
        topic: 'shulian.circulation.copy',
        key: 'none',
      }),
    ),
    write(
      operationOfService(service, 'parked-events.dismiss'),
      `${at}/parked-events/{n}/dismissals`,
      'county',
      404,
      () => undefined,
      {
        ask: () => ({
          path: `${api}${at}/parked-events/999/dismissals`,
          body: { why: 'nothing of this number is parked' },
        }),
      },
    ),
    write(operationOfService(service, 'events.reread'), `${at}/rereadings`, 'county', 200, () => ({
      since: new Date().toISOString(),
    })),
    write(operationOfService(service, 'events.republish'), `${at}/republications`, 'county', 200, () => ({
      since: '2999-01-01T00:00:00Z',
    })),
    list(operationOfService(service, 'operator-entries.list'), `${at}/operator-entries`, 'school', ofSchool),
    list(
      operationOfService(service, 'set-aside-events.list'),
      `${at}/set-aside-events`,
      'county',
      everything,
    ),
    write(
      operationOfService(service, 'set-aside-events.send'),
      `${at}/set-aside-events/sendings`,
      'county',
      200,
      () => ({ topic: 'shulian.circulation.copy', key: 'none' }),
    ),
  ];
};

export const feature: FeatureDoors = { doors: serviceNames.flatMap(doorsOf) };
