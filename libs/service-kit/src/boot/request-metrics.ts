import type { FastifyReply, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';
import type { RequestOfCaller } from '../access/access.guard.js';
import { withoutRedaction, type Log } from '../log/logger.js';

collectDefaultMetrics({ register });

const durations = new Histogram({
  name: 'shulian_http_request_seconds',
  help: 'Time to answer a request, by route and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
});

/** One buffered line and one observation a request. The route pattern, never the query: it may hold a child's words. */
export const requestMetrics = (log: Log) => {
  const requests = withoutRedaction(log);
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const { url: route = 'unknown' } = request.routeOptions;
    const ms = reply.elapsedTime;
    durations.labels(request.method, route, String(reply.statusCode)).observe(ms / 1000);
    if (route !== '/healthz' && route !== '/readyz' && route !== '/metrics')
      requests.info({
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(ms * 10) / 10,
        caller: (request as RequestOfCaller).caller?.id,
      });
    done();
  };
};
