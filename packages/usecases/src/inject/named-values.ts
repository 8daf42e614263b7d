import type { InjectableSecret } from '@open-claw/secrets'

/** The values under the names that they were asked for by. */
export const namedValues = (secrets: readonly InjectableSecret[]): Readonly<Record<string, string>> =>
  Object.fromEntries(secrets.map(({ request, value }) => [request.name, value]))
