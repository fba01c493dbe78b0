import { describe, expect, it } from '@jest/globals';
import { openLog, withoutRedaction } from './logger.js';

const opened = (): { log: ReturnType<typeof openLog>; lines: () => Record<string, unknown>[] } => {
  const written: string[] = [];
  const log = openLog('counting', 'info', { write: (line) => written.push(line) });
  return { log, lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

describe('the log', () => {
  it('censors what could tell of a child, at three depths', () => {
    const { log, lines } = opened();
    log.info(
      { name: '林小雨', reader: { cardNumber: '1' }, deep: { er: { password: 'x' } }, id: 'r1' },
      'seen',
    );
    expect(lines()[0]).toMatchObject({
      service: 'counting',
      name: '[redacted]',
      reader: { cardNumber: '[redacted]' },
      deep: { er: { password: '[redacted]' } },
      id: 'r1',
      msg: 'seen',
    });
  });

  it('writes lines of fixed keys as they are, in the same place and form, and still censors all others', () => {
    const { log, lines } = opened();
    const requests = withoutRedaction(log);
    requests.info({
      requestId: 'a',
      method: 'GET',
      route: '/loans',
      status: 200,
      ms: 1.5,
      caller: undefined,
    });
    log.info({ name: '林小雨' });
    const [request, other] = lines();
    expect(Object.keys(request ?? {})).toEqual([
      'level',
      'time',
      'service',
      'requestId',
      'method',
      'route',
      'status',
      'ms',
    ]);
    expect(request).toMatchObject({ service: 'counting', requestId: 'a', route: '/loans', ms: 1.5 });
    expect(other).toMatchObject({ name: '[redacted]' });
  });
});
