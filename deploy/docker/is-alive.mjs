// The health check of a container: its service answers on its own port. Whether it is *ready* (its database, the bus)
// is another question, which /readyz answers: a service that waits for its database must not be killed for it.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 8080}/healthz`, {
  signal: AbortSignal.timeout(4_000),
}).catch(() => undefined);
process.exit(answer?.ok === true ? 0 : 1);
